import { describe, expect, it } from "vitest";
import { caseFields } from "../model/fields.js";
import { isFieldOf, isInList, sheetFields, sheetKinds } from "../model/vocabulary.js";
import { normaliseHeader } from "./normalise-header.js";
import { shippedVocabulary } from "./vocabulary.fixture.js";
import { wordKey } from "./word-list.js";

const vocabulary = shippedVocabulary();
const { headers, ambiguous, sheets, words } = vocabulary;

/** What the columns of real ledgers hold, as it was collected: date, money, yes or no, enumerated, list. */
const collected: Record<string, string> = {
  date:
    "sourceDate violationDate violationEnd filingDate inspectDate inquiryDate surveyEndDate rectifyDeadline recheckDate " +
    "noticeDate noticeServedDate statementDate hearingApplyDate hearingDate reviewSubmitDate reviewDate discussDate " +
    "decisionDate approvalDate suspendFrom suspendTo payDeadline serviceDate paidDate demandDate enforceApplyDate " +
    "transferDate closeDate archiveDate certFrom certTo coercionFrom coercionTo recStart recEnd pubDate pubDeadline " +
    "validUntil reportDate birth",
  money:
    "illegalGains goodsValue noticeAmount fineAmount confiscated totalAmount paidAmount addedFine",
  boolean: "isMajor isCriminal hasCoercion hearingRequested isLegalReview isDiscussed isPublished",
  enumerated:
    "procedure actionType status partyType idType discretionLevel penaltyKind serviceMode performance closeType " +
    "retention officerNature certStatus inspectForm inspectMode inspectResult coercionKind recMode",
  list: "reviewer attendees penaltyKind server officers officerCerts",
  number: "quantity age pages",
};

const entriesOf = (id: string) => headers.filter((entry) => entry.id === id);
const fieldsOf = (path: string) =>
  [...sheetFields.keys()].filter((field) => field === path || field.startsWith(`${path}.`));

describe("vocabulary", () => {
  it("has all the columns that were collected", () => {
    const ids = new Set(headers.flatMap((entry) => entry.id ?? []));
    const names = headers.flatMap((entry) => [entry.header, ...entry.also]);
    expect(ids.size).toBeGreaterThanOrEqual(171);
    expect(new Set(names).size).toBeGreaterThanOrEqual(860);
  });

  it("names only fields that there are", () => {
    const conditions = ambiguous.flatMap(({ choices }) =>
      choices.flatMap(({ field, after, before, has, without }) => [
        ...(field === undefined ? [] : [field]),
        ...[after, before, has, without].flat(),
      ]),
    );
    const rules = sheets.flatMap(({ needs, unless }) => [...needs.flat(), ...unless]);
    for (const { field } of headers) expect(sheetFields.has(field), field).toBe(true);
    for (const path of [...conditions, ...rules]) expect(fieldsOf(path), path).not.toEqual([]);
  });

  it("has a header for every field of the case that a ledger can hold", () => {
    const filled = new Set(headers.map((entry) => entry.field));
    const workedOut =
      /^(?:dossier|documents|stages|evidence|entries)\.|^parties\.|registration\.|^certificates\.|^publications\.|^allOfficersListed$|^remarks$|^duties\.|^catalogue\.|^grant\.|^reviewDuty\.|^noPenaltyList\.|^recordings\.(?:found|playable|seconds|madeOn)$|^publicity\.channel$|^benchmark\.(?:found|title|entry|matchedBy|candidates|needs|computation|tier[A-Z]|effective|statutory|(?:lower|upper)Included)/;
    const missing = [...caseFields.keys()].filter(
      (path) => !filled.has(path) && !workedOut.test(path),
    );
    expect(missing).toEqual([]);
  });

  it.each(sheetKinds)("gives every header one meaning in a %s, or says how it is told", (kind) => {
    const told = new Set(
      ambiguous
        .filter((entry) => entry.in.length === 0 || entry.in.includes(kind))
        .flatMap((entry) => entry.headers.map((header) => normaliseHeader(header).key)),
    );
    const ofKind = headers.filter((entry) => isFieldOf(entry.field, kind));
    const named = ofKind.filter((entry) => entry.in.includes(kind));
    const general = ofKind.filter((entry) => entry.in.length === 0);
    for (const entries of [named, general]) {
      const fields = new Map<string, Set<string>>();
      for (const { header, also, id = [], field } of entries) {
        for (const name of [header, ...also, id].flat()) {
          const { key } = normaliseHeader(name);
          expect(key, name).not.toBe("");
          fields.set(key, (fields.get(key) ?? new Set()).add(field));
        }
      }
      const open = [...fields].filter(([key, meanings]) => meanings.size > 1 && !told.has(key));
      expect(open).toEqual([]);
    }
  });

  it.each(Object.entries(collected))("agrees with the case file on what is %s", (what, ids) => {
    const kinds: Record<string, string[]> = {
      date: ["date"],
      money: ["money"],
      boolean: ["boolean"],
      number: ["number"],
      enumerated: ["enum", "enums", "text"],
      list: ["texts", "enums"],
    };
    for (const id of ids.split(/\s+/)) {
      const entries = entriesOf(id);
      expect(entries, id).not.toEqual([]);
      for (const { field } of entries) {
        if (what === "list" && isInList(field)) continue;
        if (field.startsWith("row.") || field === "roster.certificate") continue;
        expect(kinds[what], `${id}: ${field}`).toContain(sheetFields.get(field)?.kind);
      }
    }
  });

  it("fixes a unit only for amounts", () => {
    for (const { field, unit } of headers) {
      if (unit) expect(sheetFields.get(field)?.kind).toBe("money");
    }
  });

  it("has words only for values that there are, and each word once", () => {
    for (const [path, values] of Object.entries(words)) {
      const field = sheetFields.get(path);
      const allowed = field?.values ?? ["true", "false"];
      expect(field?.values ?? field?.kind, path).toBeTruthy();
      if (!field?.values) expect(field?.kind, path).toBe("boolean");
      expect(allowed, path).toEqual(expect.arrayContaining(Object.keys(values)));
      const keys = Object.values(values).flat().map(wordKey);
      expect(
        keys.filter((key, at) => keys.indexOf(key) !== at),
        path,
      ).toEqual([]);
    }
  });

  it("has words for every enumerated field that a column fills", () => {
    const enumerated = new Set(headers.map((entry) => entry.field));
    for (const path of [...enumerated].filter((field) => sheetFields.get(field)?.values)) {
      expect(Object.keys(words[path] ?? {}), path).not.toEqual([]);
    }
    expect(words["publicity.channel"]).toBeDefined();
  });

  it("keeps the words apart that must not be mixed up", () => {
    const kinds = words["decision.kinds"];
    expect(kinds?.["no-penalty"]).toContain("不予处罚");
    expect(kinds?.["order"]).toContain("责令改正");
    expect(Object.values(kinds ?? {}).flat()).not.toContain("暂扣或者吊销许可证");
    expect(words["party.kind"]?.["organisation"]).not.toContain("个体工商户");
  });
});
