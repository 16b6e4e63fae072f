import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Page } from "../../model/pages.js";
import { zipOf } from "../files.fixture.js";
import { documentLimits } from "./limits.js";
import { deltas } from "./ofd/objects.js";
import { dayOf } from "./ofd/seals.js";
import type { Pages } from "./reader.js";
import { readOfd } from "./read-ofd.js";

const read = (bytes: Buffer): Pages => readOfd(bytes, documentLimits);
const textsOf = ({ lines }: Page): string[] => lines.map(({ text }) => text);

describe("files of real writers", () => {
  const folder = fileURLToPath(new URL("../../../fixtures/ofd/", import.meta.url));
  const sample = (name: string): Pages => read(readFileSync(`${folder}${name}.ofd`));

  it("open, all pages with text", () => {
    const names = readdirSync(folder).filter((name) => name.endsWith(".ofd"));
    expect(names).toHaveLength(5);
    for (const name of names) {
      const { pages } = read(readFileSync(folder + name));
      expect(new Set(pages.map(({ state }) => state))).toEqual(new Set(["text"]));
    }
  });

  it("have their lines in place, and the name of their seal", () => {
    const { pages, seals } = sample("ofdrw-converter__n");
    expect(textsOf(pages[0]!).slice(0, 5)).toEqual([
      "测试符路桥区卫生局文件",
      "路卫发〔2011〕76号",
      "关于同意张阿三同志辞职的批复",
      "区中医院：",
      "你院《关于给张阿三同志辞职的请示》（路中医发",
    ]);
    expect(textsOf(pages[1]!)).toContain("2011年3月10日");
    expect(pages[0]).toMatchObject({ width: 595.28, height: 841.89 });
    expect(seals.map(({ page, name, date }) => [page, name, date?.iso])).toEqual([
      [2, "某某省人力资源和社会测试章", "2020-01-25"],
    ]);
  });

  it("have text in templates, behind pictures, and one seal on each page", () => {
    const { pages, seals } = sample("ofdrw-converter__zsbk");
    expect(textsOf(pages[0]!)).toContain("建筑工程施工许可证");
    expect(textsOf(pages[1]!)).toContain("1、本附件随《建筑工程施工许可证》一并核发");
    expect(pages.map(({ pictured }) => pictured > 0.8)).toEqual([true, true]);
    expect(seals.map(({ page, name }) => [page, name])).toEqual([
      [2, "云南省住房和城乡建设厅"],
      [1, "云南省住房和城乡建设厅"],
    ]);
  });

  it("have notes, and paths that the standard does not know", () => {
    expect(textsOf(sample("ofdrw-converter__signout").pages[0]!)).toContain("测试文本注释");
    const odd = sample("ofdrw-reader__path_unstd").pages.map(textsOf);
    expect(odd[0]).toContain("根据《中华人民共和国刑事诉讼法》第");
    expect(odd[1]).toContain("（存根）");
  });
});

interface Given {
  content?: string;
  page?: string;
  document?: string;
  parts?: Record<string, string | Buffer>;
}

const ofd = ({ content = "", page = "", document = "", parts = {} }: Given): Buffer =>
  zipOf({
    "OFD.xml": `<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `<Document><CommonData><PageArea><PhysicalBox>0 0 100 200</PhysicalBox></PageArea>${document}</CommonData><Pages><Page ID="7" BaseLoc="Pages\\P0\\Content.xml"/></Pages></Document>`,
    "Doc_0/Pages/P0/Content.xml": `<Page>${page}<Content><Layer>${content}</Layer></Content></Page>`,
    ...parts,
  });

const text = (code: string, attributes = 'Boundary="10 20 50 10" Size="5"'): string =>
  `<ofd:TextObject ${attributes} Font="1">${code}</ofd:TextObject>`;
const pageOf = (given: Given): Page => read(ofd(given)).pages[0]!;
const MM = 72 / 25.4;

describe("text", () => {
  it("stands where boundary, code and distances put it", () => {
    const code = '<TextCode X="1" Y="4" DeltaX="g 2 5 5">案由&amp;号</TextCode>';
    const [line] = pageOf({ content: text(code) }).lines;
    expect(line!.text).toBe("案由&号");
    expect(line!.box!.left).toBeCloseTo(11 * MM, 1);
    expect(line!.box!.top).toBeCloseTo((24 - 0.86 * 5) * MM, 1);
    expect(line!.box!.width).toBeCloseTo(20 * MM, 1);
    expect(line!.size).toBeCloseTo(5 * MM, 1);
  });

  it("is turned and scaled by its matrix", () => {
    const code = '<TextCode X="0" Y="0" DeltaX="5">左右</TextCode>';
    const scaled = text(code, 'Boundary="10 20 50 10" Size="5" CTM="2 0 0 2 1 3"');
    expect(pageOf({ content: scaled }).lines[0]!.size).toBeCloseTo(10 * MM, 1);
    const turned = text(code, 'Boundary="10 20 50 10" Size="5" CTM="0 1 -1 0 0 0"');
    expect(pageOf({ content: turned })).toMatchObject({ width: 566.93, height: 283.46 });
  });

  it("goes downwards by its distances", () => {
    const code = '<TextCode X="0" Y="5" DeltaY="5 5">装订线</TextCode>';
    const page = pageOf({ content: text(code) });
    expect(textsOf(page)).toEqual(["装订线"]);
    expect(page.lines[0]!.box!.height).toBeCloseTo(15 * MM, 0);
  });

  it("in cells of one code is parted, letters that are spaced are not", () => {
    const code = '<TextCode X="0" Y="4" DeltaX="5 30 7 7 7">甲乙行政处罚</TextCode>';
    expect(textsOf(pageOf({ content: text(code) }))).toEqual(["甲乙", "行政处罚"]);
  });

  it("that is not visible is not read", () => {
    const hidden = text("<TextCode>隐</TextCode>", 'Boundary="0 0 9 9" Size="5" Visible="false"');
    expect(pageOf({ content: hidden })).toMatchObject({ state: "blank", lines: [] });
  });

  it("comes from templates and drawings that pages refer to", () => {
    const layer = (code: string): string =>
      `<Page><Content><Layer>${code}</Layer></Content></Page>`;
    const page = pageOf({
      page: '<Template TemplateID="3"/>',
      content: '<CompositeObject Boundary="0 100 50 10" ResourceID="9"/>',
      document: '<TemplatePage ID="3" BaseLoc="T.xml"/><PublicRes>Res.xml</PublicRes>',
      parts: {
        "Doc_0/T.xml": layer(text("<TextCode X='0' Y='5'>底版</TextCode>")),
        "Doc_0/Res.xml": `<Res><CompositeGraphicUnit ID="9"><Content>${text("<TextCode X='0' Y='5'>图元</TextCode>")}</Content></CompositeGraphicUnit></Res>`,
      },
    });
    expect(textsOf(page)).toEqual(["底版", "图元"]);
  });
});

it("says how much of a page pictures cover", () => {
  const content = '<ImageObject Boundary="0 0 100 100" ResourceID="1"/>';
  expect(pageOf({ content })).toMatchObject({
    state: "unreadable",
    reason: "not-recognised",
    pictured: 0.5,
  });
});

it("counts a repeat only as far as there are letters", () => {
  expect(deltas("1 g 3 2.5 4", 10)).toEqual([1, 2.5, 2.5, 2.5, 4]);
  expect(deltas("g 999999999 1", 3)).toEqual([1, 1, 1]);
  expect(deltas("g x y 1 g", 3)).toEqual([1]);
});

it("knows the day of a seal only where its clock is clear", () => {
  expect(dayOf("20200723130907.763Z")?.iso).toBe("2020-07-23");
  expect(dayOf("2020-01-25 23:31:56")?.iso).toBe("2020-01-25");
  expect(dayOf("2020-01-25T08:31:56+08:00")?.iso).toBe("2020-01-25");
  expect(dayOf("20200723163000Z")).toBeNull();
  expect(dayOf("昨天")).toBeNull();
});

it("lists a seal that it cannot name, and a page that is gone", () => {
  const parts = {
    "Doc_0/Signs/Signatures.xml": '<S><Signature ID="1" BaseLoc="S0/Signature.xml"/></S>',
    "Doc_0/Signs/S0/Signature.xml":
      '<S><SignatureDateTime>2023-09-28</SignatureDateTime><StampAnnot PageRef="7"/><SignedValue>v.dat</SignedValue></S>',
    "Doc_0/Signs/S0/v.dat": "不是",
    "Doc_0/Pages/P0/Content.xml": "<Page><Content",
  };
  const { pages, seals } = read(ofd({ parts }));
  expect(pages[0]).toMatchObject({ state: "unreadable", reason: "page-broken" });
  expect(seals).toMatchObject([{ page: 1, name: null, date: { iso: "2023-09-28" } }]);
});
