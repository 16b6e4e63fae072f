import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { DocumentWords } from "../../model/document-words.js";
import type { CaseFile } from "../../model/origin.js";
import { sourcesOf, statusOf } from "../../model/provenance.js";
import type { Vocabulary } from "../../model/vocabulary.js";
import type { RecognisedDocument } from "../../recognise/documents/recognise-documents.js";
import { recogniseSheet } from "../../recognise/recognise-sheet.js";
import { sheetOf } from "../../recognise/vocabulary.fixture.js";
import { loadDocumentWords } from "../../rules/load-document-words.js";
import { loadVocabulary } from "../../rules/load-vocabulary.js";
import type { Cell } from "../../model/cells.js";
import { assemble } from "../assemble.js";
import { documentOf, serving } from "./dossiers.fixture.js";

let vocabulary: Vocabulary;
let words: DocumentWords;
beforeAll(async () => {
  vocabulary = await loadVocabulary();
  words = await loadDocumentWords(vocabulary);
});

const ledgerOf = (rows: readonly (readonly Cell[])[]) =>
  recogniseSheet(sheetOf(rows), vocabulary).table ?? [];

const assembled = (
  found: readonly RecognisedDocument[],
  rows: readonly (readonly Cell[])[] = [],
  trust: readonly string[] = [],
) => {
  const tables = rows.length > 0 ? [ledgerOf(rows)].flat() : [];
  const made = assemble(
    tables,
    vocabulary,
    [],
    { trust },
    {
      ...{ found, recordings: [], words: words.dossiers },
    },
  );
  const cases = [...made.cases];
  return { cases, diagnostics: made.diagnostics() };
};

const only = (cases: readonly CaseFile[]): CaseFile => {
  expect(cases).toHaveLength(1);
  return cases[0]!;
};

const number = "甲市监罚〔2024〕1号";
const party = "甲市某商店";
const filing = (file: string, more = {}) =>
  documentOf(file, "filing-approval", {
    says: {
      "filing.documentNumber": "甲市监立〔2024〕7号",
      "party.name": party,
      "filing.date": "2024-01-05",
      ...more,
    },
  });
const decision = (file: string, more = {}) =>
  documentOf(file, "penalty-decision", {
    says: {
      "decision.number": number,
      "party.name": party,
      "decision.date": "2024-03-01",
      "decision.fine": 500000,
      ...more,
    },
  });
const closing = (file: string, more = {}) =>
  documentOf(file, "closing-approval", { says: { "decision.number": number, ...more } });
const headers = ["处罚决定书文号", "当事人", "处罚决定日期", "罚款金额（元）"];

describe("documents become cases", () => {
  it("those of a folder are one, called by the decision's number", () => {
    const { values, id } = only(assembled([filing("卷/1.pdf"), decision("卷/2.pdf")]).cases);
    expect(id).toBe(number);
    expect(values.filing?.date).toBe("2024-01-05");
    expect(values.decision).toMatchObject({ date: "2024-03-01", fine: 500000 });
    expect(values.kind).toBe("penalty");
    expect(values.documents?.map(({ file, type }) => [file, type])).toEqual([
      ["卷/1.pdf", "filing-approval"],
      ["卷/2.pdf", "penalty-decision"],
    ]);
  });

  it("those of a part of the folder (副卷, 证据) belong to the folder above", () => {
    const review = documentOf("卷/副卷/审核.pdf", "legal-review-opinion");
    const photos = documentOf("卷/证据/照片.pdf", "evidence-photos");
    const { values } = only(assembled([decision("卷/正卷/2.pdf"), review, photos]).cases);
    expect(values.documents).toHaveLength(3);
  });

  it("two decisions in one folder are two cases, joined by number, party and legal representative", () => {
    const other = {
      "decision.number": "甲市监罚〔2024〕2号",
      "party.name": "乙公司",
      "party.legalRepresentative": "丙某某",
    };
    const { cases, diagnostics } = assembled([
      decision("1.pdf"),
      decision("2.pdf", other),
      closing("3.pdf"),
      documentOf("4.pdf", "inspection-record", { says: { "party.name": "乙公司" } }),
      documentOf("5.pdf", "interview-record", { says: { "documents.interviewed": "丙某某" } }),
      documentOf("6.pdf", "interview-record", { says: { "documents.interviewed": "丁某某" } }),
      documentOf("7.pdf", null),
    ]);
    const files = cases.map(({ id, values }) => [id, values.documents?.map(({ file }) => file)]);
    expect(files.sort()).toEqual([
      [number, ["1.pdf", "3.pdf"]],
      ["甲市监罚〔2024〕2号", ["2.pdf", "4.pdf", "5.pdf"]],
    ]);
    expect(diagnostics.map(({ code, file, level }) => [code, file, level])).toEqual([
      ["document-not-linked", "6.pdf", "warning"],
      ["document-not-linked", "7.pdf", "info"],
    ]);
  });

  it("a paper of a party with two decisions belongs to neither", () => {
    const second = decision("2.pdf", { "decision.number": "甲市监罚〔2024〕2号" });
    const record = documentOf("3.pdf", "inspection-record", { says: { "party.name": party } });
    const { cases } = assembled([decision("1.pdf"), second, record]);
    expect(cases.map(({ values }) => values.documents?.length).sort()).toEqual([1, 1, 1]);
  });

  it("folders of two cases do not run into each other", () => {
    const unread = documentOf("乙案/扫描.pdf", null, { text: "none" });
    const { cases } = assembled([decision("甲案/1.pdf"), unread]);
    expect(only(cases).values.documents).toHaveLength(1);
  });

  it("the order of files makes no difference", () => {
    const papers = [
      filing("1.pdf"),
      decision("2.pdf"),
      decision("3.pdf", { "decision.number": "甲市监罚〔2024〕2号", "party.name": "乙公司" }),
      closing("4.pdf"),
      documentOf("5.pdf", "inspection-record", { says: { "party.name": "乙公司" } }),
    ];
    const seen = (found: readonly RecognisedDocument[]) =>
      assembled(found)
        .cases.map(({ id, values }) => ({ id, values }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    const wanted = seen(papers);
    fc.assert(
      fc.property(fc.shuffledSubarray(papers, { minLength: papers.length }), (shuffled) => {
        expect(seen(shuffled)).toEqual(wanted);
      }),
      { numRuns: 30 },
    );
  });
});

describe("what documents say together", () => {
  it("the document whose matter it is counts; the agency's own contradiction is noted", () => {
    const file = only(
      assembled([decision("卷/1.pdf"), closing("卷/2.pdf", { "decision.fine": 600000 })]).cases,
    );
    expect(file.values.decision?.fine).toBe(500000);
    expect([...(file.contradicted ?? [])]).toEqual(["decision.fine"]);
  });

  it("papers of others contradict nothing", () => {
    const report = documentOf("卷/2.pdf", "test-report", { says: { "party.name": "丙公司" } });
    const file = only(assembled([decision("卷/1.pdf"), report]).cases);
    expect(file.values.party?.name).toBe(party);
    expect(file.contradicted?.size).toBe(0);
  });

  it("what was read with doubt is no value, and the field is illegible", () => {
    const doubtful = { "decision.date": { doubtful: "2024-03-07" } };
    const file = only(assembled([decision("卷/1.pdf", doubtful)]).cases);
    expect(file.values.decision?.date).toBeUndefined();
    expect(statusOf(file, "decision.date")).toBe("unreadable");
  });

  it("two interviews have two days: the case has none of them, and no contradiction", () => {
    const asked = (file: string, day: string) =>
      documentOf(file, "interview-record", { says: { "inquiry.date": day } });
    const file = only(
      assembled([
        decision("卷/1.pdf"),
        asked("卷/2.pdf", "2024-01-08"),
        asked("卷/3.pdf", "2024-01-09"),
      ]).cases,
    );
    expect(statusOf(file, "inquiry.date")).toBe("conflicting");
    expect(file.contradicted?.size).toBe(0);
  });

  it("a service is that of what was served", () => {
    const receipt = (file: string, day: string, ...types: string[]) =>
      documentOf(file, "service-receipt", {
        says: { "service.date": day, "service.mode": "direct" },
        serves: serving(...types),
      });
    const { values } = only(
      assembled([
        decision("卷/1.pdf"),
        receipt("卷/2.pdf", "2024-02-01", "penalty-notice"),
        receipt("卷/3.pdf", "2024-03-04", "penalty-decision"),
        receipt("卷/4.pdf", "2024-01-20", "correction-order"),
      ]).cases,
    );
    expect(values.notice?.servedOn).toBe("2024-02-01");
    expect(values.service).toMatchObject({ date: "2024-03-04", mode: "direct" });
  });

  it("a receipt for decision and notice together was signed for the decision", () => {
    const receipt = documentOf("卷/2.pdf", "service-receipt", {
      says: { "service.date": "2024-03-04" },
      serves: serving("penalty-decision", "penalty-notice"),
    });
    const { values } = only(assembled([decision("卷/1.pdf"), receipt]).cases);
    expect(values.service?.date).toBe("2024-03-04");
    expect(values.notice).toBeUndefined();
  });

  it("shows where each value stands", () => {
    const file = only(assembled([filing("卷/1.pdf"), decision("卷/2.pdf")]).cases);
    expect(sourcesOf(file, "decision.date")).toEqual([
      { field: "decision.date", file: "卷/2.pdf", page: 1, text: "2024-03-01" },
    ]);
    expect(sourcesOf(file, "party.name").map((source) => source.file)).toEqual([
      "卷/1.pdf",
      "卷/2.pdf",
    ]);
  });
});

describe("dossiers and ledgers", () => {
  const row = (fine: number): Cell[] => [number, party, "2024-03-01", fine];

  it("one case of both; what only one says stands", () => {
    const file = only(
      assembled([filing("卷/1.pdf"), decision("卷/2.pdf")], [headers, row(5000)]).cases,
    );
    expect(file.values).toMatchObject({
      filing: { date: "2024-01-05" },
      decision: { fine: 500000 },
    });
    expect(file.contradicted?.size).toBe(0);
    expect(sourcesOf(file, "decision.fine").map((source) => source.file)).toEqual([
      "台账.xlsx",
      "卷/2.pdf",
    ]);
  });

  it("a contradiction leaves the field open, unless one of them is believed", () => {
    const papers = [filing("卷/1.pdf"), decision("卷/2.pdf")];
    const fineOf = (trust: readonly string[]) => {
      const file = only(assembled(papers, [headers, row(6000)], trust).cases);
      expect([...(file.contradicted ?? [])]).toEqual(["decision.fine"]);
      return [statusOf(file, "decision.fine"), file.values.decision?.fine];
    };
    expect(fineOf([])).toEqual(["conflicting", undefined]);
    expect(fineOf(["documents"])).toEqual(["known", 500000]);
    expect(fineOf(["penalty-ledger"])).toEqual(["known", 600000]);
  });

  it("is found by party and day where there is no number", () => {
    const paper = documentOf("卷/1.pdf", "payment-voucher", {
      says: { "party.name": party, "decision.date": "2024-03-01" },
    });
    expect(only(assembled([paper], [headers, row(5000)]).cases).values.documents).toHaveLength(1);
  });

  it("a ledger's other rows stay as they are", () => {
    const rows = [headers, row(5000), ["甲市监罚〔2024〕2号", "乙公司", "2024-03-02", 100]];
    const { cases } = assembled([decision("卷/2.pdf")], rows);
    expect(cases.map(({ values }) => values.documents?.length)).toEqual([1, undefined]);
  });
});

describe("what a dossier lacks", () => {
  const whole = [filing("卷/1.pdf"), decision("卷/2.pdf"), closing("卷/3.pdf")];

  it("a whole one has an empty place for it", () => {
    const file = only(assembled(whole).cases);
    expect(statusOf(file, "notice.date")).toBe("blank");
    expect(sourcesOf(file, "notice.date")).toEqual([{ field: "notice.date", file: "卷" }]);
    expect(file.values.stages).toContainEqual({ stage: "送达", present: false });
    expect(file.values.stages).toContainEqual({ stage: "立案", present: true });
  });

  it.each([
    ["without an end", whole.slice(0, 2)],
    ["with a page that was not read", [...whole, documentOf("卷/4.pdf", null, { text: "none" })]],
    [
      "with an unknown paper that might be it",
      [...whole, documentOf("卷/4.pdf", null, { words: "告知你单位，限期送达" })],
    ],
  ])("one %s says nothing", (_, papers) => {
    const file = only(assembled(papers).cases);
    expect(statusOf(file, "notice.date")).toBe("absent");
    expect(file.values.stages).toContainEqual({ stage: "送达" });
  });

  it("papers of the other volume are not missed where none of it is there", () => {
    expect(statusOf(only(assembled(whole).cases), "legalReview.date")).toBe("absent");
    const approval = documentOf("卷/4.pdf", "penalty-approval");
    const file = only(assembled([...whole, approval]).cases);
    expect(statusOf(file, "legalReview.date")).toBe("blank");
  });

  it("a decision that is signed for needs no receipt", () => {
    const handed = { ...decision("卷/2.pdf"), signedFor: true };
    const file = only(assembled([filing("卷/1.pdf"), handed, closing("卷/3.pdf")]).cases);
    expect(file.values.stages).toContainEqual({ stage: "送达" });
  });
});
