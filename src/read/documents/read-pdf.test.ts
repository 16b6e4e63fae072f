import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import type { Page } from "../../model/pages.js";
import { Unreadable } from "../errors.js";
import { documentLimits } from "./limits.js";
import { pagesPdf, show } from "./pdf.fixture.js";
import { readPdf } from "./read-pdf.js";

const read = async (bytes: Buffer): Promise<Page[]> => (await readPdf(bytes, documentLimits)).pages;
const pageOf = async (content: string, more?: string): Promise<Page> =>
  (await read(pagesPdf([{ content, ...(more !== undefined && { more }) }])))[0]!;
const textsOf = ({ lines }: Page): string[] => lines.map(({ text }) => text);
const reasonOf = async (bytes: Buffer): Promise<string> => {
  const error: unknown = await read(bytes).then(
    () => undefined,
    (error: unknown) => error,
  );
  return error instanceof Unreadable ? error.reason : String(error);
};

describe("lines", () => {
  it("have the text of Chinese fonts that are not embedded, and their place", async () => {
    const page = await pageOf(show("栖市监处罚〔2023〕188号", { x: 100, y: 60, size: 20 }));
    expect(page).toMatchObject({ number: 1, width: 600, height: 800, state: "text" });
    const [line] = page.lines;
    expect(line).toMatchObject({ text: "栖市监处罚〔2023〕188号", size: 20, confidence: null });
    expect(line!.box!.left).toBeCloseTo(100);
    expect(line!.box!.top).toBeCloseTo(60 - 0.86 * 20);
    expect(line!.box!.width).toBeCloseTo(20 * 8 + 10 * 7, 0);
    expect(line!.box!.height).toBeCloseTo(20);
  });

  it("stand in reading order, whatever order they were drawn in", async () => {
    const page = await pageOf(
      show("三", { x: 100, y: 120 }) +
        show("右", { x: 300, y: 100 }) +
        show("一", { x: 100, y: 80 }) +
        show("左", { x: 100, y: 100.5 }),
    );
    expect(textsOf(page)).toEqual(["一", "左", "右", "三"]);
  });

  it("end at the gap between two cells, and go on over the space between words", async () => {
    const page = await pageOf(
      show("案由", { x: 100, y: 100 }) +
        show("销售", { x: 136, y: 100 }) +
        show("2023年", { x: 100, y: 120 }) +
        show("5月", { x: 136, y: 120 }),
    );
    expect(textsOf(page)).toEqual(["案由", "销售", "2023年 5月"]);
  });

  it.each([
    ["spacing of letters", show("行政处罚决定书", { x: 100, y: 100, set: "4 Tc" })],
    ["wide spacing of letters", show("行政处罚决定书", { x: 100, y: 100, set: "12 Tc" })],
    [
      "letters shown one by one",
      [..."行政处罚决定书"].map((text, i) => show(text, { x: 100 + 25 * i, y: 100 })).join(""),
    ],
    [
      "a text drawn twice",
      show("行政处罚决定书", { x: 100, y: 100 }) + show("行政处罚决定书", { x: 100.4, y: 100 }),
    ],
    [
      "each letter drawn twice",
      [..."行政处罚决定书"]
        .map((text, i) =>
          [0, 0.3].map((by) => show(text, { x: 100 + 10 * i + by, y: 100 })).join(""),
        )
        .join(""),
    ],
    [
      "a shift within the line",
      show("行政处罚", { x: 100, y: 100 }) + show("决定书", { x: 140, y: 101.5 }),
    ],
  ])("are whole in spite of %s", async (_, content) => {
    expect(textsOf(await pageOf(content))).toEqual(["行政处罚决定书"]);
  });

  it("keep letters that really stand twice", async () => {
    const page = await pageOf(show("人人", { x: 100, y: 100 }) + show("人人", { x: 120, y: 100 }));
    expect(textsOf(page)).toEqual(["人人人人"]);
  });

  it("leave the blanks of an empty date", async () => {
    const page = await pageOf(
      ["年", "月", "日"].map((text, i) => show(text, { x: 100 + 24 * i, y: 100 })).join(""),
    );
    expect(textsOf(page)).toEqual(["年 月 日"]);
  });

  it("hold superscripts, and not the line above", async () => {
    const page = await pageOf(
      show("面积20", { x: 100, y: 100 }) +
        show("2", { x: 130, y: 96, size: 6 }) +
        show("上一行", { x: 100, y: 88 }) +
        show("下一行", { x: 100, y: 112 }),
    );
    expect(textsOf(page)).toEqual(["上一行", "面积202", "下一行"]);
  });

  it("beside large letters are not mixed", async () => {
    const page = await pageOf(
      show("大", { x: 100, y: 120, size: 30 }) +
        show("上面", { x: 140, y: 105 }) +
        show("下面", { x: 140, y: 119 }),
    );
    expect(textsOf(page)).toEqual(["大 下面", "上面"]);
  });
});

describe("turned", () => {
  it.each([90, 180, 270])("pages by /Rotate %i are as they are shown", async (turn) => {
    const matrix = { 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0" }[turn]!;
    const place = { 90: [60, 100], 180: [500, 60], 270: [540, 700] }[turn]!;
    const content = `BT /H 10 Tf ${matrix} ${place[0]} ${place[1]} Tm <4e004e8c4e09> Tj ET`;
    const page = await pageOf(content, `/Rotate ${turn}`);
    expect([page.width, page.height]).toEqual(turn === 180 ? [600, 800] : [800, 600]);
    const { left, top } = page.lines[0]!.box!;
    expect([left, top + 8.6]).toEqual([expect.closeTo(100), expect.closeTo(60)]);
    expect(textsOf(page)).toEqual(["一二三"]);
  });

  it("text turns its page where most of it is turned", async () => {
    const sideways = { matrix: "0 1 -1 0" };
    const page = await pageOf(
      show("第二行", { x: 120, y: 700, ...sideways }) +
        show("第一行很长很长", { x: 100, y: 700, ...sideways }) +
        show("1", { x: 300, y: 780 }),
    );
    expect([page.width, page.height]).toEqual([800, 600]);
    expect(textsOf(page)).toEqual(["第一行很长很长", "第二行", "1"]);
    expect(page.lines[0]!.box).toMatchObject({ left: 100, top: 91.4 });
  });

  it("text beside upright text comes last", async () => {
    const page = await pageOf(
      show("装订线", { x: 30, y: 300, matrix: "0 1 -1 0" }) +
        show("正文在这里", { x: 100, y: 500 }),
    );
    expect(textsOf(page)).toEqual(["正文在这里", "装订线"]);
    const box = page.lines[1]!.box!;
    expect(box.height).toBeCloseTo(30);
    expect(box.width).toBeCloseTo(10);
    expect(box.top).toBeCloseTo(270);
  });

  it("text that leans is a watermark, behind the rest", async () => {
    const page = await pageOf(
      show("内部资料", { x: 200, y: 400, size: 40, matrix: "0.7 0.7 -0.7 0.7" }) +
        show("正文第一行", { x: 100, y: 300 }) +
        show("正文第二行", { x: 100, y: 500 }),
    );
    expect(textsOf(page)).toEqual(["正文第一行", "正文第二行", "内部资料"]);
  });

  it("columns of vertical writing go from right to left", async () => {
    const page = await pageOf(
      show("左列", { x: 200, y: 100, font: "V" }) + show("右列文字", { x: 300, y: 100, font: "V" }),
    );
    expect(textsOf(page)).toEqual(["右列文字", "左列"]);
    expect([page.width, page.height]).toEqual([600, 800]);
    const { left, top, width, height } = page.lines[0]!.box!;
    expect([left, top, width, height].map(Math.round)).toEqual([295, 100, 10, 40]);
  });
});

describe("pages without lines", () => {
  it("are blank only if nothing is drawn", async () => {
    expect(await pageOf("")).toMatchObject({ state: "blank", pictured: 0 });
    expect(await pageOf("q 1 0 0 1 5 5 cm Q")).toMatchObject({ state: "blank" });
    expect(await pageOf("100 100 m 200 200 l S")).toMatchObject({
      state: "unreadable",
      reason: "not-recognised",
      pictured: 0,
    });
  });

  it("are pictures, and say how much of the page they cover", async () => {
    expect(await pageOf("q 600 0 0 800 0 0 cm /Im Do Q")).toMatchObject({
      state: "unreadable",
      reason: "not-recognised",
      pictured: 1,
    });
    expect((await pageOf("q 300 0 0 400 0 0 cm /Im Do Q")).pictured).toBe(0.25);
    expect((await pageOf("q 2 0 0 2 0 0 cm 300 0 0 200 0 0 cm /Im Do Q")).pictured).toBe(0.5);
  });

  it("may carry a line of text beside the picture", async () => {
    const page = await pageOf("q 600 0 0 800 0 0 cm /Im Do Q " + show("第3页", { x: 280, y: 780 }));
    expect(page).toMatchObject({ state: "text", pictured: 1 });
  });

  it("have letters without text, which are never shown as if they were", async () => {
    const glyphs = "\u0003\u0011\u0123\u0142\u0177\u0201\u0e12\u1402";
    expect(await pageOf(show(glyphs, { x: 100, y: 100, font: "N" }))).toMatchObject({
      state: "unreadable",
      reason: "no-text-in-font",
      lines: [],
    });
    const mostly = await pageOf(
      show(`${"正文".repeat(30)}`, { x: 10, y: 100 }) + show(glyphs, { x: 100, y: 120, font: "N" }),
    );
    expect(textsOf(mostly)[1]).toBe("\ufffd".repeat(8));
  });
});

it("reads what was typed into a form", async () => {
  const document = await PDFDocument.create();
  const page = document.addPage([600, 800]);
  page.drawText("Name:", {
    x: 50,
    y: 700,
    size: 12,
    font: await document.embedFont(StandardFonts.Helvetica),
  });
  const field = document.getForm().createTextField("name");
  field.setText("Zhang San");
  field.addToPage(page, { x: 100, y: 695, width: 200, height: 20, borderWidth: 0 });
  const [read1] = await read(Buffer.from(await document.save()));
  expect(textsOf(read1!)).toEqual(["Name: Zhang San"]);
});

describe("files of real writers", () => {
  const fixture = (name: string): Buffer =>
    readFileSync(fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url)));

  it("have their text in lines and cells", async () => {
    const [one, two] = (await read(fixture("documents/decision.pdf"))).map(textsOf);
    // What stands in scripts/make-documents.ts; a note's number is set apart, raised and smaller.
    expect(one).toEqual([
      "澜汀市栖霁区市场监督管理局",
      "行政处罚决定书",
      "栖市监处罚〔2023〕188 号",
      "当事人：栖霁区云岭副食店",
      ...["案由", "销售超过保质期的食品", "承办人", "崔知白", "证号 99010600123"],
      ...["阎予安", "证号 99010600124", "（协办）"],
      ...["1", "罚款人民币伍仟元整（¥5,000.00）。", "1 缴款期限为十五日。", "第1页"],
    ]);
    expect(two!.slice(1, 3)).toEqual([
      "如不服本决定，可以自收到之日起六十日内申请行政复议。",
      "2023年9月28日",
    ]);
    expect(await reasonOf(fixture("documents/locked.pdf"))).toBe("file-encrypted");
  });

  it("have the words of blank forms where they stand", async () => {
    const pages = await read(fixture("forms/anjian-2016-forms.pdf"));
    expect(pages).toHaveLength(56);
    expect(new Set(pages.map(({ state }) => state))).toEqual(new Set(["text"]));
    const form = pages[2]!;
    expect(textsOf(form).slice(0, 6)).toEqual([
      "1 立案审批表",
      "安全生产行政执法文书",
      "立案审批表",
      "（",
      "）安监立〔",
      "〕 号",
    ]);
    const boxOf = (text: string): [left: number, top: number] => {
      const { left, top } = form.lines.find((line) => line.text === text)!.box!;
      return [Math.round(left), Math.round(top)];
    };
    expect(boxOf("案件来源")).toEqual([90, 267]);
    expect(boxOf("时间")).toEqual([311, 267]);
  });
});

describe("files", () => {
  const whole = pagesPdf([{ content: show("全文", { x: 100, y: 100 }) }]);

  it.each([
    ["truncated", whole.subarray(0, whole.length - 200)],
    ["with objects behind their end", Buffer.concat([whole, Buffer.from("99 0 obj\n<< /A ")])],
    ["of another kind", Buffer.from("<html>找不到文件</html>")],
    ["that only begin like one", Buffer.from("%PDF-1.4\n%%EOF\n")],
  ])("are broken: %s", async (_, bytes) => {
    expect(["file-broken", "InvalidPDFException"]).toContain(
      (await reasonOf(Buffer.from(bytes))).split(":")[0],
    );
  });

  it("are read up to the limit of pages, the rest is listed", async () => {
    const pages = Array.from({ length: 5 }, (_, i) => ({
      content: show(`第${i + 1}页`, { x: 100, y: 100 }),
    }));
    const limits = { ...documentLimits, pages: 3 };
    const given = (await readPdf(pagesPdf(pages), limits)).pages;
    expect(given.map(({ number, state, reason }) => [number, state, reason])).toEqual([
      [1, "text", undefined],
      [2, "text", undefined],
      [3, "text", undefined],
      [4, "unreadable", "past-limit"],
      [5, "unreadable", "past-limit"],
    ]);
  });

  it("of thousands of pages are read as far as the limit, and refused past all sense", async () => {
    const document = await PDFDocument.create();
    for (let i = 0; i < 5000; i++) document.addPage();
    const bytes = Buffer.from(await document.save());
    const { pages } = await readPdf(bytes, { ...documentLimits, pages: 20 });
    expect(pages).toHaveLength(5000);
    expect(pages.filter(({ reason }) => reason === "past-limit")).toHaveLength(4980);
    await expect(readPdf(bytes, { ...documentLimits, pagesListed: 4999 })).rejects.toMatchObject({
      reason: "too-many-pages",
    });
  });

  it("with one broken page keep the others", async () => {
    const bytes = pagesPdf([
      { content: show("第一页", { x: 100, y: 100 }) },
      { content: "", more: "/MediaBox [0 0 0]" },
    ]);
    const given = await read(bytes);
    expect(given[0]!.state).toBe("text");
    expect(given).toHaveLength(2);
  });
});
