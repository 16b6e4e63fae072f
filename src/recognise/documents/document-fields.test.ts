import { describe, expect, it } from "vitest";
import { documentNumberKey } from "../../values/document-number.js";
import { cutDossier } from "./cut-dossier.js";
import { FieldReader } from "./document-fields.js";
import { TitleBook } from "./document-titles.js";
import { documentWords, readFolder, truthOf } from "./dossiers.fixture.js";
import type { FieldsFound } from "./findings.js";

const words = await documentWords();
const book = new TitleBook(words.types);
const reader = new FieldReader(words, book);
const { numbers, footDates, fines } = words.fields;

type Told = ReturnType<typeof truthOf>["documents"][number];

const records: Record<string, string> = {
  "inspection-record": "inspection",
  "interview-record": "inquiry",
};

/** The field of the case file that the truth's own name means in documents of the type. */
const pathOf = (name: string, type: string): string | undefined => {
  const record = records[type];
  const everywhere: Record<string, string | undefined> = {
    cause: "cause",
    caseName: "name",
    source: "source",
    clueDate: "clue.date",
    party: "party.name",
    creditCode: "party.creditCode",
    representative: "party.legalRepresentative",
    address: "party.address",
    phone: "party.phone",
    number: numbers[type],
    date:
      footDates[type] ??
      {
        "legal-review-opinion": "legalReview.date",
        "penalty-approval": "decision.approvedOn",
        "collective-discussion": "discussion.date",
      }[type],
    fine: fines[type],
    agency: words.fields.footAgencies[type],
    breached: "law.violated",
    penaltyLaw: "law.penalty",
    filedOn: "filing.date",
    decidedOn: "decision.date",
    closedOn: "closing.date",
    decisionNumber: "decision.number",
    noticeNumber: "notice.documentNumber",
    submittedOn: "legalReview.submittedOn",
    correctBy: "correction.deadline",
    startedAt: record && `${record}.from`,
    endedAt: record && `${record}.to`,
    place: record && `${record}.place`,
    paidOn: "payment.date",
    amount: "payment.amount",
    serial: "payment.receiptNumber",
    mode: "service.mode",
    servedAt: "service.date",
    idNumber: type === "on-the-spot-decision" ? "party.idNumber" : undefined,
    archivedOn: "archive.date",
    retention: "archive.retention",
    pageCount: type === "dossier-cover" ? "archive.pages" : undefined,
    attendees: "discussion.attendees",
    officers: "officers.name",
    certificates: "officers.certificate",
  };
  return everywhere[name];
};

const modes: Record<string, string> = {
  直接送达: "direct",
  留置送达: "retained",
  邮寄送达: "post",
};

/** Values of a path; those of a list joined in its order. */
const valueAt = (fields: FieldsFound, path: string): string | undefined => {
  const [, list, leaf] = /^(officers)\.(.+)$/.exec(path) ?? [];
  if (!list) return fields[path] && key(fields[path].value);
  const inOrder = Object.keys(fields).filter(
    (one) => one.startsWith(`${list}[`) && one.endsWith(`.${leaf}`),
  );
  return inOrder.length > 0 ? inOrder.map((one) => key(fields[one]!.value)).join() : undefined;
};

const key = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(key).join()
    : documentNumberKey(String(value))
        .replace(/(?<=\d)T(?=\d\d:)/, "")
        .replace(/、(?=\p{Script=Han}{2,3}$)/u, ",");

/** What the truth says, as the field would have it: days without the time, ways of service by their key. */
const expectedOf = (name: string, entry: Told["fields"][string]): string => {
  const values = [entry].flat().map(({ value }) => String(value));
  if (name === "mode") return modes[values[0]!]!;
  if (name === "servedAt") return values[0]!.slice(0, 10);
  return values.map(key).join();
};

const dossiers = [
  "01-clean",
  "03-merged",
  "04-word-ofd-text",
  "05-everything-in-one-folder",
  "06-recordings",
];

describe("fields of dossiers that were born digital", () => {
  it("never contradict what stands there, and most are found", async () => {
    const wrong: string[] = [];
    const missed: string[] = [];
    let found = 0;
    for (const name of dossiers) {
      const files = await readFolder(`dossiers/${name}`);
      for (const told of truthOf(name).documents.filter(({ text }) => text === "text")) {
        const file = files.find((one) => one.file === told.file)!;
        const cut = cutDossier(file, book).find(
          ({ pages }) => pages[0]!.number === (told.pages?.[0] ?? 1),
        )!;
        const fields = reader.read(cut);
        for (const [what, entry] of Object.entries(told.fields)) {
          const path = pathOf(what, told.type);
          if (path === undefined) continue;
          const value = valueAt(fields, path);
          const expected = expectedOf(what, entry);
          const place = `${name} ${told.file} ${told.pages?.[0] ?? ""} ${path}: ${value} ≠ ${expected}`;
          if (value === undefined) missed.push(place);
          else if (value !== expected) wrong.push(place);
          else found++;
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(found / (found + missed.length), missed.join("\n")).toBeGreaterThan(0.95);
  });
});

describe("blank forms", () => {
  it("give no values but what they print for everybody", async () => {
    const files = await readFolder("forms");
    const fields = files
      .flatMap((file) => cutDossier(file, book))
      .map((cut) => [cut.title?.title, reader.read(cut)] as const);
    const printed = "documents.certificatesShown";
    const given = fields.filter(([, found]) => Object.keys(found).some((path) => path !== printed));
    expect(given).toEqual([]);
  });
});
