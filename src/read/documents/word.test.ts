import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import mammoth from "mammoth";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Line, Page } from "../../model/pages.js";
import { Unreadable } from "../errors.js";
import { compoundOf, gb18030, zipOf } from "../files.fixture.js";
import { documentLimits } from "./limits.js";
import { readDoc } from "./read-doc.js";
import { readDocx } from "./read-docx.js";
import { readRtf } from "./read-rtf.js";
import { readText } from "./read-text.js";

const folder = fileURLToPath(new URL("../../../fixtures/documents/", import.meta.url));
const sample = (name: string): Buffer => readFileSync(folder + name);
const textsOf = (pages: readonly Page[]): string[][] =>
  pages.map(({ lines }) => lines.map(({ text }) => text));
const places = (lines: readonly Line[]): unknown[] =>
  lines.flatMap(({ text, cell }) =>
    cell ? [[text, cell.table, cell.row, cell.column, cell.span]] : [],
  );

const docx = (body: string, parts: Record<string, string> = {}): Page[] =>
  readDocx(
    zipOf({ "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`, ...parts }),
    documentLimits,
  ).pages;
const p = (text: string, look = ""): string =>
  `<w:p><w:pPr>${look}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** What `scripts/make-documents.ts` writes. */
const first = ["行政处罚决定书", "栖市监处罚〔2023〕188号", "当事人：栖霁区云岭副食店"];
const last = ["如不服本决定，可以自收到之日起六十日内申请行政复议。", "2023年9月28日"];

describe("docx", () => {
  const { pages } = readDocx(sample("decision.docx"), documentLimits);

  it("has paragraphs, pages, headers and notes, but no page numbers", () => {
    const [one, two] = textsOf(pages);
    expect(one!.slice(0, 4)).toEqual(["澜汀市栖霁区市场监督管理局", ...first]);
    expect(two).toEqual([...last, "\t缴款期限为十五日。"]);
    expect(pages[0]!.lines[1]).toMatchObject({ centred: true, size: 22, box: null });
    expect(pages[0]!.lines[3]!.centred).toBeUndefined();
  });

  it("has tables with merged cells", () => {
    expect(places(pages[0]!.lines)).toEqual([
      ["案由", 0, 0, 0, 1],
      ["销售超过保质期的食品", 0, 0, 1, 2],
      ["承办人", 0, 1, 0, 1],
      ["崔知白", 0, 1, 1, 1],
      ["证号 99010600123", 0, 1, 2, 1],
      ["阎予安", 0, 2, 1, 1],
      ["（协办）", 0, 2, 1, 1],
      ["证号 99010600124", 0, 2, 2, 1],
    ]);
  });

  it("has the text that another reader finds", async () => {
    const { value } = await mammoth.extractRawText({ buffer: sample("decision.docx") });
    const found = textsOf(pages)
      .flat()
      .map((text) => text.trim());
    for (const paragraph of value.split("\n").filter((text) => text.trim() !== "")) {
      expect(found).toContain(paragraph.replace("↑", "").trim());
    }
  });

  it("leaves out what was deleted, moved away, hidden, or stands there for old programs", () => {
    const body =
      p("甲") +
      `<w:p><w:del><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del><w:ins><w:r><w:t>插</w:t></w:r></w:ins></w:p>` +
      `<w:p><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r></w:p>` +
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText></w:r><w:r><w:t>2023年</w:t></w:r></w:p>` +
      `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p("框")}</w:txbxContent></mc:Choice><mc:Fallback>${p("框")}</mc:Fallback></mc:AlternateContent><w:t>外</w:t></w:r></w:p>`;
    expect(textsOf(docx(body))).toEqual([["甲", "插", "显", "2023年", "框", "外"]]);
  });

  it("takes size and place from styles and what they are based on", () => {
    const styles = `<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:styleId="A"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="44"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`;
    const [page] = docx(
      p("题", '<w:pStyle w:val="B"/>') +
        p("左", '<w:pStyle w:val="B"/><w:jc w:val="left"/>') +
        p("文"),
      { "word/styles.xml": styles },
    );
    const look = page!.lines.map(({ centred, size }) => [centred, size]);
    expect(look).toEqual([
      [true, 22],
      [undefined, 22],
      [undefined, 10.5],
    ]);
  });

  it("ends pages at breaks that are set and where Word ended them, once for both", () => {
    const rendered = "<w:lastRenderedPageBreak/>";
    const body =
      `<w:p><w:r><w:t>一</w:t><w:br w:type="page"/></w:r></w:p><w:p><w:r>${rendered}<w:t>二</w:t></w:r></w:p>` +
      `<w:p><w:r><w:t>二续</w:t>${rendered}<w:t>三</w:t></w:r></w:p>` +
      p("四", "<w:pageBreakBefore/>") +
      p("四续", "<w:sectPr/>") +
      p("五", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>') +
      p("五续");
    expect(textsOf(docx(body))).toEqual([
      ["一"],
      ["二", "二续"],
      ["三"],
      ["四", "四续"],
      ["五", "五续"],
    ]);
  });

  it("tells nested tables apart, and counts tables by page", () => {
    const cell = (content: string): string => `<w:tc>${content}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(p("内"))}</w:tr></w:tbl>`;
    const table = `<w:tbl><w:tr>${cell(p("外") + inner + p("后"))}${cell(p("右"))}</w:tr></w:tbl>`;
    const [one, two] = docx(table + p("页", "<w:pageBreakBefore/>") + table);
    const expected = [
      ["外", 0, 0, 0, 1],
      ["内", 1, 0, 0, 1],
      ["后", 0, 0, 0, 1],
      ["右", 0, 0, 1, 1],
    ];
    expect(places(one!.lines)).toEqual(expected);
    expect(places(two!.lines)).toEqual(expected);
  });

  it("shows ticked boxes and breaks of lines", () => {
    const sym = (char: string): string => `<w:sym w:font="Wingdings" w:char="${char}"/>`;
    const body = `<w:p><w:r>${sym("F0FE")}<w:t>是</w:t><w:tab/>${sym("F0A8")}<w:t>否</w:t><w:br/><w:t>续</w:t></w:r></w:p>`;
    expect(textsOf(docx(body))).toEqual([["☑是\t□否", "续"]]);
  });

  it("of pictures only is to be recognised", () => {
    const picture =
      '<w:p><w:r><w:drawing><wp:extent cx="7560000" cy="10692000"/></w:drawing></w:r></w:p>';
    expect(docx(picture)).toMatchObject([
      { state: "unreadable", reason: "not-recognised", pictured: 1 },
    ]);
    expect(docx("")).toMatchObject([{ state: "blank" }]);
  });

  it("says that it has a password, or is broken", () => {
    const reasonOf = (bytes: Buffer): string => {
      try {
        readDocx(bytes, documentLimits);
        return "read";
      } catch (error) {
        return error instanceof Unreadable ? error.reason : String(error);
      }
    };
    expect(reasonOf(compoundOf("EncryptedPackage"))).toBe("file-encrypted");
    expect(reasonOf(sample("decision.docx").subarray(0, 3000))).toBe("file-broken");
    expect(reasonOf(zipOf({ a: "b" }))).toBe("file-broken");
  });
});

describe("doc", () => {
  it("has paragraphs, and rows of tables with tabs", async () => {
    const { pages } = await readDoc(sample("decision.doc"), documentLimits);
    const [texts] = textsOf(pages);
    expect(texts).toEqual(expect.arrayContaining([...first, ...last]));
    expect(texts).toContain("案由\t销售超过保质期的食品");
  });

  it("says that it is broken", async () => {
    const cut = sample("decision.doc").subarray(0, 3000);
    await expect(readDoc(cut, documentLimits)).rejects.toMatchObject({ reason: "file-broken" });
    await expect(readDoc(compoundOf("WordDocument"), documentLimits)).rejects.toThrow(Unreadable);
  });
});

describe("rtf", () => {
  const rtf = (text: string | Buffer): Page[] =>
    readRtf(
      Buffer.concat([
        Buffer.from("{\\rtf1\\ansi\\ansicpg936 "),
        Buffer.from(text as string),
        Buffer.from("}"),
      ]),
      documentLimits,
    ).pages;
  const escaped = (text: string): string =>
    [...gb18030(text)].map((byte) => `\\'${byte.toString(16)}`).join("");

  it("of LibreOffice has paragraphs, pages, cells and notes", () => {
    const { pages } = readRtf(sample("decision.rtf"), documentLimits);
    const [one, two] = textsOf(pages);
    expect(one!.slice(0, 3)).toEqual(first);
    expect(two!.slice(0, 2)).toEqual(last);
    expect(two!.at(-1)).toContain("缴款期限为十五日。");
    expect(pages[0]!.lines[0]!.centred).toBe(true);
    expect(places(pages[0]!.lines).slice(0, 4)).toEqual([
      ["案由", 0, 0, 0, 1],
      ["销售超过保质期的食品", 0, 0, 1, 1],
      ["承办人", 0, 1, 0, 1],
      ["崔知白", 0, 1, 1, 1],
    ]);
  });

  it.each([
    ["bytes of the code page", escaped("行政处罚")],
    ["raw bytes of the code page", gb18030("行政处罚")],
    ["units of Unicode", "\\uc1\\u-30644?\\u25919?\\u22788?\\u32602?".replace("-30644", "34892")],
    ["negative units of Unicode", "\\u-30644 ?\\u25919 ?\\u22788 ?\\u32602 ?"],
    [
      "units with bytes for old programs",
      `\\uc2\\u34892${escaped("行")}\\u25919${escaped("政")}${escaped("处罚")}`,
    ],
    [
      "groups and words between",
      `{\\b ${escaped("行")}}{\\i\\fs28 ${escaped("政")}}\\b0 ${escaped("处罚")}`,
    ],
    [
      "a font of another page",
      `{\\fonttbl{\\f1\\fcharset134 Song;}}{\\f1 ${escaped("行政")}}${escaped("处罚")}`,
    ],
  ])("has text in %s", (_, written) => {
    expect(textsOf(rtf(written))).toEqual([["行政处罚"]]);
  });

  it("leaves out what is no text", () => {
    const written =
      "{\\info{\\title T}}{\\*\\generator G;}{\\stylesheet{\\s1 S;}}{\\header H\\par}{\\pict\\bin3 }}}x}" +
      "{\\field{\\*\\fldinst PAGE}{\\fldrslt A}}{\\v hidden}{\\deleted gone}{\\*\\unknown U}B\\'";
    expect(textsOf(rtf(written.slice(0, -2)))).toEqual([["AB"]]);
  });

  it("takes any bytes, and says what is broken", () => {
    expect(() => readRtf(sample("decision.rtf").subarray(0, 4000), documentLimits)).toThrow(
      Unreadable,
    );
    expect(() => readRtf(Buffer.from("text"), documentLimits)).toThrow(Unreadable);
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("{", "}", "\\", "u", "'", "bin9", "-1", " ", "par", "\xff", "cell"),
        ),
        (pieces) => {
          try {
            rtf(pieces.join(""));
          } catch (error) {
            expect(error).toBeInstanceOf(Unreadable);
          }
        },
      ),
    );
  });
});

describe("text", () => {
  it.each([
    ["UTF-8", Buffer.from("一\r\n二\n\n三\f四")],
    ["GB18030", gb18030("一\r\n二\n\n三\f四")],
  ])("in %s has lines, and pages where it is fed", (_, bytes) => {
    expect(textsOf(readText(bytes, documentLimits).pages)).toEqual([["一", "二", "三"], ["四"]]);
  });

  it("has limits", () => {
    const limits = { ...documentLimits, characters: 2 };
    expect(() => readText(Buffer.from("一二三"), limits)).toThrow(Unreadable);
  });
});
