import { beforeAll, describe, expect, it } from "vitest";
import type { Correction } from "../../model/correction.js";
import type { DocumentWords } from "../../model/document-words.js";
import type { Page, PagedFile } from "../../model/pages.js";
import { cutWithCorrections } from "./corrections.js";
import { TitleBook } from "./document-titles.js";
import { documentWords } from "./dossiers.fixture.js";

let words: DocumentWords;
beforeAll(async () => {
  words = await documentWords();
});

const page = (number: number, title: string): Page => ({
  ...{ number, width: 595, height: 842, state: "text", pictured: 0 },
  lines: [
    {
      text: title,
      box: { left: 240, top: 80, width: 120, height: 20 },
      size: 20,
      confidence: null,
    },
    {
      text: "正文正文正文正文",
      box: { left: 80, top: 200, width: 400, height: 12 },
      size: 12,
      confidence: null,
    },
  ],
});

const file: PagedFile = {
  ...{ file: "卷.pdf", format: "pdf", seals: [] },
  pages: [page(1, "立案审批表"), page(2, "扫描件"), page(3, "询问笔录"), page(4, "续页")],
};

const cut = (...given: Pick<Correction, "pages" | "type">[]) =>
  cutWithCorrections(
    file,
    new TitleBook(words.types),
    given.map((one) => ({ ...one, file: "卷.pdf", case: null, fields: new Map() })),
  ).map(({ pages, type }) => [pages.map(({ number }) => number).join(), type?.id ?? null]);

const typeOf = (id: string) => words.types.find((type) => type.id === id) ?? null;

describe("cutting with corrections", () => {
  it("is by titles where nobody said anything", () => {
    expect(cut()).toEqual([
      ["1,2", "filing-approval"],
      ["3,4", "interview-record"],
    ]);
  });

  it("is as a person said, and the rest by titles", () => {
    expect(cut({ pages: [2, 2], type: typeOf("test-report") })).toEqual([
      ["1", "filing-approval"],
      ["2", "test-report"],
      ["3,4", "interview-record"],
    ]);
  });

  it("can make one document of a whole file, or none that is known", () => {
    expect(cut({ pages: null, type: typeOf("legal-review-opinion") })).toEqual([
      ["1,2,3,4", "legal-review-opinion"],
    ]);
    expect(cut({ pages: [1, 2], type: null })[0]).toEqual(["1,2", null]);
  });
});
