import { describe, expect, it } from "vitest";
import { documentNumberKey } from "../../values/document-number.js";
import { cutDossier } from "./cut-dossier.js";
import { FieldReader } from "./document-fields.js";
import { TitleBook } from "./document-titles.js";
import type { PagedFile } from "../../model/pages.js";
import { documentWords, readFolder, readRecognised, truthOf } from "./dossiers.fixture.js";
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

/** Whether each value of a path was read with certainty. */
const isCertain = (fields: FieldsFound, path: string): boolean => {
  const [, list, leaf] = /^(officers)\.(.+)$/.exec(path) ?? [];
  return Object.entries(fields).every(
    ([one, { certain }]) =>
      certain !== false ||
      (list ? !one.startsWith(`${list}[`) || !one.endsWith(`.${leaf}`) : one !== path),
  );
};

/** Holds the fields of documents against the truth about them. */
const compared = async (
  names: readonly string[],
  read: (name: string) => Promise<PagedFile[]>,
  from: Told["text"],
) => {
  const [wrong, missed, doubtful]: [string[], string[], string[]] = [[], [], []];
  let found = 0;
  for (const name of names) {
    const files = await read(name);
    for (const told of truthOf(name).documents.filter(({ text }) => text === from)) {
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
        else if (!isCertain(fields, path)) doubtful.push(place);
        else if (value !== expected) wrong.push(place);
        else found++;
      }
    }
  }
  return { wrong, missed, doubtful, found };
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
    const read = (name: string) => readFolder(`dossiers/${name}`);
    const { wrong, missed, found } = await compared(dossiers, read, "text");
    expect(wrong).toEqual([]);
    expect(found / (found + missed.length), missed.join("\n")).toBeGreaterThan(0.95);
  });
});

describe("fields of dossiers that were scanned", () => {
  it("never contradict what stands there where they are certain, and most are found", async () => {
    const { wrong, missed, doubtful, found } = await compared(
      ["02-scanned", "03-merged"],
      readRecognised,
      "picture",
    );
    expect(wrong).toEqual([]);
    const all = found + missed.length + doubtful.length;
    expect(missed.length / all, missed.join("\n")).toBeLessThan(0.05);
    expect(doubtful.length / all, doubtful.join("\n")).toBeLessThan(0.06);
  });
});

describe("a value that was recognised with doubt", () => {
  it("is the right one and said to be doubtful: dates under seals", async () => {
    const files = await readRecognised("02-scanned");
    const cut = files.flatMap((file) => cutDossier(file, book));
    const fieldsOf = (type: string) => reader.read(cut.find((one) => one.type?.id === type)!);
    const decided = fieldsOf("penalty-decision");
    expect(decided["decision.date"]).toMatchObject({ value: "2024-05-17", certain: false });
    expect(decided["decision.agency"]).toMatchObject({ certain: false });
    expect(decided["decision.number"]).not.toHaveProperty("certain");
    expect(fieldsOf("penalty-notice")["notice.date"]).toMatchObject({
      ...{ value: "2024-05-13", page: 12, certain: false },
    });
  });

  it("may be another than it says: names that were signed", async () => {
    const files = await readRecognised("02-scanned");
    const cut = files.flatMap((file) => cutDossier(file, book));
    const receipts = cut.filter(({ type }) => type?.id === "service-receipt");
    expect(receipts.map((one) => reader.read(one)["service.servers"])).toMatchObject([
      { value: ["方仲平", "白静妹"], certain: false },
      { value: ["方仲平", "白静妹"], certain: false },
    ]);
    for (const receipt of receipts) {
      const { fields } = reader.ownPlaces(receipt, reader.read(receipt));
      expect(fields["documents.servers"]).toMatchObject({ certain: false });
    }
    expect(receipts.map((one) => reader.read(one)["service.date"]?.value)).toEqual([
      ...["2024-05-30", "2024-05-14"],
    ]);
  });

  it("is none where words and figures confirm each other", async () => {
    const files = await readRecognised("03-merged");
    const cut = files.flatMap((file) => cutDossier(file, book));
    const paid = reader.read(cut.find((one) => one.type?.id === "payment-voucher")!);
    expect(paid["payment.amount"]).toMatchObject({ value: 26_000_000 });
    expect(paid["payment.amount"]).not.toHaveProperty("certain");
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
