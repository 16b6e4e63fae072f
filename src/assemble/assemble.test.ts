import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { CivilDate } from "../values/civil-date.js";
import type { Cell, Sheet } from "../model/cells.js";
import type { CaseFile } from "../model/origin.js";
import { sourcesOf, statusOf } from "../model/provenance.js";
import type { Vocabulary } from "../model/vocabulary.js";
import { recogniseSheet } from "../recognise/recognise-sheet.js";
import { loadVocabulary } from "../rules/load-vocabulary.js";
import { assemble } from "./assemble.js";

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await loadVocabulary();
});

const sheet = (name: string, rows: readonly (readonly Cell[])[]): Sheet => ({
  file: `${name}.xlsx`,
  name,
  hidden: false,
  rows: rows.map((cells, i) => ({ number: i + 1, cells })),
  merges: [],
});

const sectors = [{ id: "market-supervision", agencies: ["市场监督管理局"] }];

const casesFrom = (...sheets: Sheet[]): CaseFile[] => {
  const tables = sheets.flatMap((one) => recogniseSheet(one, vocabulary).table ?? []);
  expect(tables).toHaveLength(sheets.length);
  return [...assemble(tables, vocabulary, sectors).cases];
};

const only = (cases: CaseFile[]): CaseFile => {
  expect(cases).toHaveLength(1);
  return cases[0]!;
};

const agency = "甲市市场监督管理局";
const headers = [
  "案号",
  "处罚决定书文号",
  "当事人",
  "案由",
  "处罚决定日期",
  "处罚机关",
  "罚款金额",
  "执法人员",
  "执法证号",
  "公示日期",
];
const row = (change: Partial<Record<string, Cell>> = {}): Cell[] =>
  Object.entries({
    案号: "甲市监立〔2023〕9号",
    处罚决定书文号: "甲市监罚〔2023〕12号",
    当事人: "某商店",
    案由: "销售过期食品",
    处罚决定日期: "2023-09-28",
    处罚机关: agency,
    罚款金额: 5000,
    执法人员: "周某某、吴某某",
    执法证号: "13059900001,13059900002",
    公示日期: null,
    ...change,
  }).map(([, value]) => value ?? null);

const ledger = (...rows: Cell[][]): Sheet => sheet("台账", [headers, ...rows]);

describe("one row", () => {
  it("becomes a case whose every value knows its cell", () => {
    const file = only(casesFrom(ledger(row())));
    expect(file.id).toBe("甲市监罚〔2023〕12号");
    expect(file.numbers).toEqual(["甲市监罚〔2023〕12号", "甲市监立〔2023〕9号"]);
    expect(file.values).toMatchObject({
      kind: "penalty",
      sector: "market-supervision",
      decision: { date: "2023-09-28", fine: 500000, noPenalty: false },
      officers: [{ name: "周某某" }, { name: "吴某某" }],
    });
    expect(sourcesOf(file, "decision.date")).toEqual([
      { field: "decision.date", file: "台账.xlsx", sheet: "台账", cell: "E2", text: "2023-09-28" },
    ]);
    expect(sourcesOf(file, "officers[1].name")).toMatchObject([{ cell: "H2" }]);
    expect(sourcesOf(file, "decision.noPenalty")).toMatchObject([{ cell: "G2" }]);
  });

  it("keeps absent, blank and unreadable apart", () => {
    const file = only(casesFrom(ledger(row({ 罚款金额: "叁佰万兀" }))));
    expect(statusOf(file, "publicity.publishedOn")).toBe("blank");
    expect(statusOf(file, "notice.date")).toBe("absent");
    expect(statusOf(file, "decision.fine")).toBe("unreadable");
    expect(statusOf(file, "decision.date")).toBe("known");
    expect(file.values.decision?.fine).toBeUndefined();
  });
});

describe("columns that no field is found for", () => {
  const file = () =>
    only(
      casesFrom(
        sheet("台账", [
          [...headers, "备注", "呈批经过", "内部代号"],
          [...row(), "已归档", "延期三十日已报批", "X-17"],
        ]),
      ),
    );

  it("are read beside the remark, in their own words", () => {
    expect(file().values.remarks).toBe("已归档；呈批经过：延期三十日已报批");
    expect(file().values.remark).toBe("已归档");
  });

  it("show where they stand", () => {
    expect(sourcesOf(file(), "remarks")).toMatchObject([{ cell: "K2" }]);
  });
});

describe("a ledger that names its agency in the title alone", () => {
  const own = (change: Partial<Record<string, Cell>> = {}) =>
    row(change).filter((_, at) => at !== 5);
  const ownHeaders = headers.filter((header) => header !== "处罚机关");
  const titled = (title: string, name = "台账") => sheet(name, [[title], ownHeaders, own()]);

  it("gives its cases that agency, from the title's cell", () => {
    const file = only(casesFrom(titled(`${agency}行政处罚台账（2023年）`)));
    expect(file.values.decision?.agency).toBe(agency);
    expect(file.values.sector).toBe("market-supervision");
    expect(sourcesOf(file, "decision.agency")).toEqual([
      {
        field: "decision.agency",
        file: "台账.xlsx",
        sheet: "台账",
        cell: "A1",
        text: `${agency}行政处罚台账（2023年）`,
      },
    ]);
  });

  it("names none where the title speaks of several, or of nobody", () => {
    const ofOthers = "甲市司法局行政处罚案卷评查汇总表";
    for (const title of ["全市市场监督管理局行政处罚台账", "行政处罚台账", ofOthers]) {
      expect(only(casesFrom(titled(title))).values.decision?.agency).toBeUndefined();
    }
  });

  it("gives way to a column, even an empty one, and to another ledger's title", () => {
    const withColumn = sheet("台账", [
      ["乙市公安局行政处罚台账"],
      headers,
      row({ 处罚机关: null }),
    ]);
    expect(only(casesFrom(withColumn)).values.decision?.agency).toBeUndefined();
    const two = casesFrom(
      titled(`${agency}行政处罚台账`),
      titled("乙市公安局行政处罚台账", "移送台账"),
    );
    expect(only(two).values.decision?.agency).toBeUndefined();
  });
});

describe("several rows", () => {
  it("of one decision on two parties are one case with two parties", () => {
    const file = only(casesFrom(ledger(row({ 当事人: "乙商店" }), row({ 当事人: "甲商店" }))));
    expect(file.values.parties?.map(({ name }) => name)).toEqual(["乙商店", "甲商店"]);
    expect(sourcesOf(file, "parties[1].name")).toMatchObject([{ cell: "C3" }]);
  });

  it("with another fine for each party leave the fine open", () => {
    const file = only(
      casesFrom(ledger(row({ 当事人: "乙商店", 罚款金额: 1000 }), row({ 当事人: "甲商店" }))),
    );
    expect(statusOf(file, "decision.fine")).toBe("conflicting");
    expect(file.values.decision?.fine).toBeUndefined();
  });

  it.each([
    ["another day", { 处罚决定日期: "2023-10-08" }],
    ["another act of another party", { 案由: "无照经营", 当事人: "另一饭馆" }],
    ["another agency", { 处罚机关: "乙市市场监督管理局" }],
  ])("with one decision number and %s are two cases", (_, change) => {
    const cases = casesFrom(ledger(row(), row(change)));
    expect(cases.map(({ id }) => id).sort()).toEqual([
      "甲市监罚〔2023〕12号",
      "甲市监罚〔2023〕12号#2",
    ]);
  });

  it("on one party and day are one decision, whatever the words for the act", () => {
    const file = only(casesFrom(ledger(row(), row({ 案由: "经营超过保质期的食品" }))));
    expect(statusOf(file, "cause")).toBe("conflicting");
  });

  it("that leave out what others say are the same case", () => {
    const file = only(
      casesFrom(ledger(row(), row({ 处罚决定日期: null, 案由: null, 案号: null }))),
    );
    expect(file.values.decision?.date).toBe("2023-09-28");
  });

  it("written with other brackets have the same number", () => {
    only(casesFrom(ledger(row(), row({ 处罚决定书文号: "甲市监罚[2023]012号" }))));
  });

  it("with a placeholder for a number, in their thousands, do not take long", () => {
    const rows = Array.from({ length: 5_000 }, (_, i) =>
      row({ 当事人: `商店${i}`, 案由: `案由${i}` }),
    );
    expect(casesFrom(ledger(...rows))).toHaveLength(5_000);
  });

  it("in another order give the same cases", () => {
    const rows = [
      row(),
      row({ 案由: "无照经营", 当事人: "另一商店" }),
      row({ 当事人: "丙商店" }),
      row({ 处罚决定书文号: "甲市监罚〔2023〕13号" }),
      row({ 处罚决定书文号: null, 案号: null, 处罚决定日期: null }),
    ];
    const ids = (cells: Cell[][]) =>
      casesFrom(ledger(...cells))
        .map(({ values, id }) => JSON.stringify([id.replace(/!\d+$/, ""), values]))
        .sort();
    const expected = ids(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(ids(shuffled)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});

describe("several ledgers", () => {
  it("are joined by the case number where one does not give the decision's", () => {
    const review = sheet("法制审核", [
      ["案号", "当事人", "案由", "法制审核日期", "法制审核意见"],
      ["甲市监立〔2023〕9号", "某商店", "销售过期食品", "2023-09-20", "同意"],
    ]);
    const file = only(casesFrom(ledger(row()), review));
    expect(file.values.legalReview?.date).toBe("2023-09-20");
    expect(sourcesOf(file, "legalReview.date")).toMatchObject([
      { file: "法制审核.xlsx", cell: "D2" },
    ]);
  });

  it("with short numbers are not joined, nor other parties with one short number", () => {
    const head = ["案号", "当事人", "案由", "立案日期", "罚款金额"];
    const january = sheet("一月", [head, ["1", "甲店", "无照经营", "2023-01-05", 500]]);
    const february = sheet("二月", [
      head,
      ["1", "乙店", "无照经营", "2023-02-06", 600],
      ["1", "丙店", "无照经营", "2023-02-07", 700],
    ]);
    const files = casesFrom(january, february);
    expect(files.map(({ values }) => values.party?.name).sort()).toEqual(["丙店", "乙店", "甲店"]);
  });
});

describe("ledgers of one stage", () => {
  const review = (...rows: Cell[][]): Sheet =>
    sheet("法制审核台账", [
      ["案件名称", "承办机构", "送审日期", "审核人", "审核意见", "审核日期", "采纳情况"],
      ...rows,
    ]);
  const main = (...rows: [Cell[], string][]): Sheet =>
    sheet("处罚台账", [[...headers, "案件名称"], ...rows.map(([cells, name]) => [...cells, name])]);
  const opinion = ["稽查队", "2023-09-20", "郑某某", "同意", "2023-09-22", "采纳"];
  const name = "某商店销售过期食品案";

  it("say what they say of the case that their row names", () => {
    const file = only(casesFrom(main([row(), name]), review([name, ...opinion])));
    expect(file.values.legalReview).toMatchObject({ date: "2023-09-22", conclusion: "agree" });
    expect(file.values.kind).toBe("penalty");
    expect(sourcesOf(file, "legalReview.date")).toMatchObject([
      { file: "法制审核台账.xlsx", cell: "F2" },
    ]);
  });

  it("are no cases of their own where no case is found, and the row is named", () => {
    const tables = [main([row(), name]), review(["乙公司无照经营案", ...opinion])].flatMap(
      (one) => recogniseSheet(one, vocabulary).table ?? [],
    );
    const { cases, diagnostics } = assemble(tables, vocabulary, sectors);
    expect(only([...cases]).values.legalReview).toBeUndefined();
    expect(diagnostics()).toMatchObject([{ code: "row-not-linked", cell: "A2" }]);
  });

  it("belong to neither of two cases that their row can mean", () => {
    const other = row({ 处罚决定书文号: "甲市监罚〔2023〕13号", 案号: "甲市监立〔2023〕10号" });
    const cases = casesFrom(main([row(), name], [other, name]), review([name, ...opinion]));
    expect(cases.map(({ values }) => values.legalReview)).toEqual([undefined, undefined]);
  });

  it("of publication find the number in what was published", () => {
    const published = sheet("公示台账", [
      ["公示内容", "公示阶段", "公示载体", "公示日期", "网址", "责任人"],
      ["某商店行政处罚决定书（甲市监罚〔2023〕12号）", "事后", "门户网站", "2023-10-09", "", "某"],
    ]);
    const file = only(casesFrom(ledger(row()), published));
    expect(file.values.publicity).toMatchObject({ publishedOn: "2023-10-09" });
  });

  it("of recordings give one recording a row", () => {
    const recorded = sheet("音像记录台账", [
      ["案号", "执法环节", "记录开始时间", "时长", "记录人", "文件名"],
      ["甲市监立〔2023〕9号", "现场检查", "2023-08-01", 12, "周某某", "a.mp4"],
      ["甲市监立〔2023〕9号", "留置送达", "2023-09-29", 3, "周某某", "b.mp4"],
    ]);
    const file = only(casesFrom(ledger(row()), recorded));
    expect(file.values.recordings).toMatchObject([
      { stage: "现场检查", from: "2023-08-01", minutes: 12 },
      { stage: "留置送达", from: "2023-09-29", minutes: 3 },
    ]);
    expect(sourcesOf(file, "recordings[1].stage")).toMatchObject([{ cell: "B3" }]);
    expect(statusOf(file, "recordings")).toBe("known");
  });

  it("with another agency's short number or another year's case name say nothing of the case", () => {
    const short = row({ 处罚决定书文号: null, 案号: "2024-001", 当事人: "诚信商行" });
    const numbered = sheet("法制审核台账", [
      ["案号", "案件名称", "审核人", "审核意见", "审核日期"],
      ["2024-001", "大地建筑公司占道堆物案", "郑某某", "不同意", "2023-09-22"],
    ]);
    expect(only(casesFrom(ledger(short), numbered)).values.legalReview).toBeUndefined();
    const of = (day: string, called: string) =>
      only(
        casesFrom(
          main([row(), called]),
          review([called, "稽查队", day, "郑某某", "同意", day, "采纳"]),
        ),
      ).values.legalReview;
    expect(of("2022-05-04", name)).toBeUndefined();
    expect(of("2023-09-22", "销售过期食品案")).toBeUndefined();
    expect(of("2023-09-22", name)).toBeDefined();
  });

  it("with the case number of two decisions speak of the party that they name", () => {
    const decided = (number: string, party: string) =>
      row({ 处罚决定书文号: number, 当事人: party });
    const reviewed = sheet("法制审核台账", [
      ["案号", "当事人", "审核人", "审核意见", "审核日期"],
      ["甲市监立〔2023〕9号", "李大明", "郑某某", "同意", "2023-09-30"],
    ]);
    const cases = casesFrom(
      ledger(
        decided("甲市监罚〔2023〕1号", "甲商贸有限公司"),
        decided("甲市监罚〔2023〕2号", "李大明"),
      ),
      reviewed,
    );
    const dates = Object.fromEntries(cases.map(({ id, values }) => [id, values.legalReview?.date]));
    expect(dates).toEqual({
      "甲市监罚〔2023〕1号": undefined,
      "甲市监罚〔2023〕2号": "2023-09-30",
    });
  });

  it("of service tell the notice's from the decision's", () => {
    const served = (...documents: [string, string][]) =>
      sheet("送达台账", [
        ["案号", "当事人", "送达文书名称", "送达日期", "送达方式"],
        ...documents.map(([document, day]) => [
          "甲市监立〔2023〕9号",
          "某商店",
          document,
          day,
          "直接送达",
        ]),
      ]);
    const notice: [string, string] = ["行政处罚告知书", "2023-09-10"];
    const decision: [string, string] = ["行政处罚决定书", "2023-09-29"];
    expect(statusOf(only(casesFrom(ledger(row()), served(notice))), "service.date")).toBe(
      "unreadable",
    );
    const both = only(casesFrom(ledger(row()), served(notice, decision)));
    expect(both.values.service?.date).toBe("2023-09-29");
  });

  it("by party and day where neither gives a number", () => {
    const nameless = sheet("公示台账", [
      ["当事人", "处罚决定日期", "公示载体", "公示日期"],
      ["某商店", "2023-09-28", "门户网站", "2023-10-09"],
    ]);
    const file = only(casesFrom(ledger(row()), nameless));
    expect(file.values.publicity?.publishedOn).toBe("2023-10-09");
  });
});

describe("one decision public on two channels", () => {
  const public_ = (...rows: Cell[][]): Sheet =>
    sheet("公示台账", [["处罚决定书文号", "公示内容", "公示载体", "公示日期"], ...rows]);
  const number = "甲市监罚〔2023〕12号";
  const credit = [number, "处罚决定", "国家企业信用信息公示系统", "2023-10-20"];
  const website = [number, "处罚决定", "政府网站", "2023-10-10"];
  const unpublished = row({ 公示日期: null });

  it.each([
    ["the agency's own counts", [credit, website], "2023-10-10", "own-platform"],
    ["in any order", [website, credit], "2023-10-10", "own-platform"],
    [
      "also where it is the later one",
      [[...credit.slice(0, 3), "2023-10-01"], website],
      "2023-10-10",
      "own-platform",
    ],
    [
      "of others the earliest counts",
      [credit, [number, "处罚决定", "某市信用平台", "2023-10-25"]],
      "2023-10-20",
      "enterprise-credit-system",
    ],
  ])("%s", (_, rows, day, channel) => {
    const file = only(casesFrom(ledger(unpublished), public_(...rows)));
    expect(file.values.publicity).toMatchObject({ publishedOn: day, channel });
    expect(file.values.publications?.map(({ publishedOn }) => publishedOn)[0]).toBe(day);
    expect(file.values.publications).toHaveLength(2);
    expect(file.contradicted).toEqual(new Set());
    const filled = sourcesOf(file, "publicity.publishedOn").filter(({ text }) => text);
    expect(filled.map(({ text }) => text)).toEqual([day]);
    expect(sourcesOf(file, "publications[1].publishedOn")).toHaveLength(1);
  });

  it("a day without a channel counts where it is the first", () => {
    const file = only(casesFrom(ledger(row({ 公示日期: "2023-10-12" })), public_(credit)));
    expect(file.values.publicity?.publishedOn).toBe("2023-10-12");
    expect(file.values.publicity?.channel).toBeUndefined();
  });

  it("a later day without a channel accuses nobody who was in time on a channel that is named", () => {
    const file = only(casesFrom(ledger(row({ 公示日期: "2023-11-20" })), public_(credit)));
    expect(statusOf(file, "publicity.publishedOn")).toBe("conflicting");
  });

  it("two days on one channel are a contradiction still", () => {
    const file = only(casesFrom(ledger(row({ 公示日期: "2023-10-12" })), public_(website)));
    expect(statusOf(file, "publicity.publishedOn")).toBe("conflicting");
    expect(file.contradicted).toContain("publicity.publishedOn");
  });
});

it("the day on which a filing was registered is not the day of filing", () => {
  const file = only(
    casesFrom(
      sheet("台账", [
        [...headers, "立案登记日期"],
        [...row(), "2023-05-08"],
      ]),
    ),
  );
  expect(file.values.filing?.registeredOn).toBe("2023-05-08");
  expect(statusOf(file, "filing.date")).toBe("absent");
});

describe("an agency's own lists", () => {
  const one = (...sheets: Sheet[]) => only(casesFrom(...sheets)).values;
  const withItem = (
    code: string,
    item: string,
    change: Partial<Record<string, Cell>> = {},
  ): Sheet =>
    sheet("台账", [
      [...headers, "事项编码", "执法事项"],
      [...row({ 案由: null, ...change }), code, item],
    ]);
  const catalogue = (owner: string): Sheet =>
    sheet("行政执法事项清单", [
      [`${agency}行政执法事项清单`],
      ["事项编码", "事项名称", "职权类型", "设定依据", "实施主体"],
      ["SP001", "对经营过期食品的处罚", "行政处罚", "食品安全法", owner],
    ]);

  it("of items: the item is in the catalogue, and whose it is", () => {
    expect(one(withItem("SP001", "过期食品"), catalogue(agency)).catalogue).toEqual({
      found: true,
      name: "对经营过期食品的处罚",
      agency,
      agencyMatches: true,
    });
    const other = one(withItem("SP001", "过期食品"), catalogue("甲市城市管理局"));
    expect(other.catalogue?.agencyMatches).toBe(false);
    const kindOfAgency = one(withItem("SP001", "过期食品"), catalogue("市场监督管理部门"));
    expect(kindOfAgency.catalogue?.agencyMatches).toBeUndefined();
  });

  it("of items: only its own catalogue can lack an agency's item", () => {
    expect(one(withItem("SP999", "无照经营"), catalogue(agency)).catalogue).toEqual({
      found: false,
    });
    const others = { 处罚机关: "甲市城市管理局" };
    expect(one(withItem("SP999", "无照经营", others), catalogue(agency)).catalogue).toBeUndefined();
  });

  it.each([
    ["甲县市场监督管理局", "县市场监管局"],
    ["甲县市场监督管理局", "县市场监督管理局"],
    ["甲市生态环境局甲县分局", "市生态环境局甲县分局"],
    ["市场监管局", "甲市城市管理局"],
    ["甲县卫健局", "甲县卫生健康局"],
    ["甲县卫生健康局", "甲县卫生健康委员会"],
    ["甲县综合行政执法局", "甲县住建局"],
  ])("of items: whether %s is %s is left open", (own, owner) => {
    const item = withItem("SP001", "过期食品", { 处罚机关: own });
    expect(one(item, catalogue(owner)).catalogue?.agencyMatches).not.toBe(false);
  });

  it("of powers granted to townships: granted, and since when", () => {
    const grants = sheet("赋权清单", [
      ["甲县赋予安和镇人民政府行政处罚事项清单"],
      ["事项编码", "赋权事项", "原实施主体", "赋权日期"],
      ["CG001", "占道经营的处罚", "县城管局", "2023-06-01"],
    ]);
    const granted = (code: string, day: string) =>
      one(withItem(code, "占道经营", { 处罚机关: "甲县安和镇人民政府", 处罚决定日期: day }), grants)
        .grant;
    expect(granted("CG001", "2023-06-01")).toMatchObject({ isGrantee: true, found: true });
    expect(granted("CG001", "2023-05-31")).toMatchObject({ found: false, from: "2023-06-01" });
    expect(granted("CG009", "2023-06-01")).toMatchObject({ isGrantee: true });
    expect(one(withItem("CG001", "占道经营"), grants).grant).toBeUndefined();
  });

  const toRecord = sheet("音像记录事项清单", [
    ["执法环节", "记录事项", "记录方式", "记录要求"],
    ["送达", "留置送达", "录像", "应当"],
    ["送达", "公告送达", "拍照", "可以"],
    ["内部", "值班巡查", "拍照", "应当"],
  ]);
  const served = (mode: string, ...recording: Cell[]): Sheet =>
    sheet("台账", [
      [...headers, "送达方式", "记录环节", "文件名"],
      [...row(), mode, ...recording],
    ]);

  it("of recordings: an act that must be recorded, and whether it is", () => {
    expect(one(served("留置送达", null, null), toRecord).duties).toEqual([
      { act: "留置送达", required: true, recorded: false },
    ]);
    expect(one(served("留置送达", "留置送达", "a.mp4"), toRecord).duties).toMatchObject([
      { recorded: true },
    ]);
    expect(one(served("留置送达", "录像", "a.mp4"), toRecord).duties).toEqual([
      { act: "留置送达", required: true },
    ]);
    expect(one(served("公告送达", null, null), toRecord).duties).toMatchObject([
      { required: false },
    ]);
    expect(one(served("直接送达", null, null), toRecord).duties).toBeUndefined();
  });

  it("of recordings: another agency's list asks nothing, a city's asks all", () => {
    const listOf = (title: string) => ({ ...toRecord, file: `${title}.xlsx` });
    const duties = (title: string) =>
      one(served("留置送达", null, null), listOf(title)).duties?.length;
    expect(duties("甲市城市管理局音像记录事项清单")).toBeUndefined();
    expect(duties("甲市市场监督管理局音像记录事项清单")).toBe(1);
    expect(duties("甲市行政执法音像记录事项清单")).toBe(1);
  });

  it("of recordings: duties in writing, under a condition or at choice accuse nobody", () => {
    const asked = (act: string, mode: string, duty: string) =>
      one(
        served("留置送达", null, null),
        sheet("音像记录事项清单", [
          ["执法环节", "记录事项", "记录方式", "记录要求"],
          ["送达", act, mode, duty],
          ["内部", "值班巡查", "拍照", "应当"],
          ["内部", "接待来访", "拍照", "应当"],
        ]),
      ).duties?.[0]?.required;
    expect(asked("留置送达", "录像", "应当")).toBe(true);
    expect(asked("留置送达", "文字记录", "应当制作送达回证")).toBeUndefined();
    expect(asked("拒绝签字的留置送达", "录像", "应当")).toBeUndefined();
    expect(asked("留置送达", "录像", "可进行音像记录")).toBe(false);
  });

  it("of recordings: a ledger of another agency or year does not say that there is none", () => {
    const delivered = (change: Partial<Record<string, Cell>>, rest: Cell[][] = []) =>
      sheet("处罚台账", [[...headers, "送达方式"], [...row(change), "留置送达"], ...rest]);
    const recorded = sheet("音像记录台账", [
      ["决定书文号", "执法环节", "记录开始时间", "时长", "记录人", "文件名"],
      ["甲市监罚〔2023〕12号", "现场检查", "2023-08-01", 12, "周某某", "a.mp4"],
    ]);
    const other = (change: Partial<Record<string, Cell>>) => {
      const [first] = casesFrom(
        delivered(
          { 处罚决定书文号: "乙市管罚〔2023〕5号", 案号: "乙市管立〔2023〕5号", ...change },
          [[...row(), "直接送达"]],
        ),
        recorded,
        toRecord,
      ).filter(({ id }) => id.startsWith("乙"));
      return first?.values.duties?.[0]?.recorded;
    };
    expect(other({})).toBe(false);
    expect(other({ 处罚机关: "甲市城市管理局" })).toBeUndefined();
    expect(other({ 处罚决定日期: "2022-09-28" })).toBeUndefined();
  });

  it("of recordings: without a place for recordings nobody can say that there is none", () => {
    const plain = sheet("台账", [
      [...headers, "送达方式"],
      [...row(), "留置送达"],
    ]);
    expect(one(plain, toRecord).duties).toEqual([{ act: "留置送达", required: true }]);
  });

  it("of recordings: an entry that means no act that ledgers show is named", () => {
    const tables = [served("直接送达", null, null), toRecord].flatMap(
      (each) => recogniseSheet(each, vocabulary).table ?? [],
    );
    const { diagnostics } = assemble(tables, vocabulary, sectors);
    expect(diagnostics()).toMatchObject([{ code: "list-row-not-matched", cell: "A4" }]);
  });

  it("of legal reviews: the entry that names the case", () => {
    const reviewed = sheet("重大执法决定法制审核目录清单", [
      ["执法类别", "审核事项", "提交材料", "审核重点"],
      ["行政处罚", "对公民处以五千元以上、对法人或者其他组织处以5万元以上罚款", "案卷", "事实"],
      ["行政处罚", "经过听证程序的案件", "案卷", "程序"],
    ]);
    const duty = (kind: string, fine: number) =>
      one(
        sheet("台账", [
          [...headers, "当事人类型"],
          [...row({ 罚款金额: fine }), kind],
        ]),
        reviewed,
      ).reviewDuty?.found;
    expect(duty("自然人", 5000)).toBe(true);
    expect(duty("自然人", 4999)).toBeUndefined();
    expect(duty("法人", 5000)).toBeUndefined();
    expect(duty("法人", 50_000)).toBe(true);
  });

  it("of acts not punished: the act, and whether the first time only", () => {
    const list = sheet("首违不罚清单", [
      ["违法行为", "适用条件", "法律依据"],
      ["未亮照经营", "初次违法、危害后果轻微并及时改正", "行政处罚法第三十三条"],
    ]);
    expect(one(withItem("X", "未亮照经营"), list).noPenaltyList).toMatchObject({
      found: true,
      first: true,
    });
    expect(one(withItem("X", "虚假宣传"), list).noPenaltyList).toBeUndefined();
  });
});

describe("two ledgers that say the same in other ways", () => {
  const published = (party: string, fine: Cell): Sheet =>
    sheet("双公示", [
      ["行政处罚决定书文号", "行政相对人名称", "处罚决定日期", "罚款金额（万元）", "处罚内容"],
      ["甲市监罚〔2023〕12号", party, "2023-09-28", fine, "罚款"],
    ]);
  const values = (party: string, fine: Cell) => {
    const detailed = row({ 当事人: "王大锋", 罚款金额: 5340 });
    return only(casesFrom(ledger(detailed), published(party, fine)));
  };

  it("masked names and amounts rounded to 万元 are the same", () => {
    const file = values("王*锋", 0.53);
    expect(file.values.party?.name).toBe("王大锋");
    expect(file.values.parties).toHaveLength(1);
    expect(file.values.decision?.fine).toBe(534_000);
  });

  it("contradict each other only about one party and in two sheets", () => {
    const contradicted = (fine: Cell) => values("王*锋", fine).contradicted;
    expect([...(contradicted(0.6) ?? [])]).toEqual(["decision.fine"]);
    expect([...(contradicted(0.53) ?? [])]).toEqual([]);
    const twoActs = casesFrom(ledger(row({ 罚款金额: 5000 }), row({ 罚款金额: 800 })));
    expect([...(only(twoActs).contradicted ?? [])]).toEqual([]);
  });

  it("the trusted one's word stands, and the contradiction stays on record", () => {
    const tables = [ledger(row({ 当事人: "王大锋" })), published("王大锋", 0.6)].flatMap(
      (one) => recogniseSheet(one, vocabulary).table ?? [],
    );
    const trusting = (...trust: string[]) =>
      only([...assemble(tables, vocabulary, sectors, { trust }).cases]);
    expect(trusting("台账").values.decision?.fine).toBe(500_000);
    expect(trusting("双公示").values.decision?.fine).toBe(600_000);
    expect([...(trusting("双公示").contradicted ?? [])]).toEqual(["decision.fine"]);
    expect(statusOf(trusting(), "decision.fine")).toBe("conflicting");
  });

  it("a masked identity number and words of a ledger's own are no contradiction", () => {
    const book = (name: string, id: string, law: string): Sheet =>
      sheet(name, [
        ["处罚决定书文号", "当事人", "证件号码", "处罚决定日期", "处罚依据", "罚款金额"],
        ["甲市监罚〔2023〕12号", "王大锋", id, "2023-09-28", law, 500],
      ]);
    const plain = book("台账", "990106196802021124", "《某法》第四十二条");
    const published = book("双公示", "990106********1124", "依据《某法》第四十二条的规定");
    const file = only(casesFrom(plain, published));
    expect([...(file.contradicted ?? [])]).toEqual([]);
    expect(file.values.party?.idNumber).toBe("990106196802021124");
    expect(file.values.law?.penalty).toBe("依据《某法》第四十二条的规定");
  });

  it("one full number is one decision, whatever each sheet calls the act and the owner", () => {
    const own = sheet("台账", [
      ["处罚决定书文号", "当事人", "执法事项", "处罚决定日期"],
      ["甲市监罚〔2023〕12号", "甲商店", "销售过期食品的处罚", "2023-09-28"],
    ]);
    const published = sheet("双公示", [
      ["行政处罚决定书文号", "行政相对人名称", "违法行为类型", "处罚决定日期"],
      ["甲市监罚〔2023〕12号", "甲商店（经营者王大锋）", "违反食品安全法", "2023-09-28"],
    ]);
    expect(only(casesFrom(own, published)).values.parties).toHaveLength(1);
  });

  it("amounts that rounding or what was confiscated explains are not used and no contradiction", () => {
    const file = values("王大锋", 0.5);
    expect(statusOf(file, "decision.fine")).toBe("conflicting");
    expect([...(file.contradicted ?? [])]).toEqual([]);
  });

  it("a masked name that fits two parties is neither's", () => {
    const two = ledger(
      row({ 当事人: "王大锋", 罚款金额: 5000 }),
      row({ 当事人: "王小锋", 罚款金额: 3000 }),
    );
    const file = only(casesFrom(two, published("王*锋", 0.3)));
    expect([...(file.contradicted ?? [])]).toEqual([]);
  });

  it("a row whose party is masked finds the one case of its day", () => {
    const published = sheet("公示台账", [
      ["当事人", "处罚决定日期", "公示载体", "公示日期"],
      ["王某某", "2023-09-28", "门户网站", "2023-10-09"],
    ]);
    const file = only(casesFrom(ledger(row({ 当事人: "王大锋" })), published));
    expect(file.values.publicity?.publishedOn).toBe("2023-10-09");
  });

  it("other names and amounts are not", () => {
    expect(values("王小锋", 0.53).values.parties).toHaveLength(2);
    expect(statusOf(values("王*锋", 0.6), "decision.fine")).toBe("conflicting");
  });
});

describe("officers", () => {
  const rosterHeaders = ["姓名", "执法证号", "工作单位", "发证日期", "有效期至", "证件状态"];
  const roster = (...rows: Cell[][]): Sheet => sheet("名册", [rosterHeaders, ...rows]);
  const entry = (
    name: string,
    certificate: string,
    change: Partial<Record<string, Cell>> = {},
  ): Cell[] => [
    name,
    certificate,
    change["unit"] ?? agency,
    change["from"] ?? "2022-01-01",
    change["to"] ?? "2026-12-31",
    change["state"] ?? "有效",
  ];
  const zhou = entry("周某某", "13059900001");
  const wu = entry("吴某某", "13059900002");
  const zheng = entry("郑某某", "13059900003");

  it("are joined to the roster by name, with the roster's cells", () => {
    const file = only(casesFrom(ledger(row()), roster(zhou, wu)));
    expect(file.values.officers?.[1]?.registration).toMatchObject({
      onRoster: true,
      certificate: "13059900002",
      validTo: "2026-12-31",
      state: "valid",
    });
    expect(sourcesOf(file, "officers[1].registration.validTo")).toMatchObject([
      { file: "名册.xlsx", cell: "E3" },
    ]);
  });

  it("who are not in a roster of their agency that covers the day are not on it", () => {
    const file = only(casesFrom(ledger(row()), roster(zhou, zheng)));
    expect(file.values.officers?.[1]?.registration).toEqual({ onRoster: false });
  });

  it.each([
    ["of another agency", { unit: "乙县交通运输局" }],
    ["of one station of the agency", { unit: `${agency}南塘所` }],
    ["of a later time", { from: "2024-01-01" }],
  ])("who are not in a roster %s may be on another", (_, change) => {
    const others = [entry("周某某", "13059900001", change), entry("郑某某", "13059900003", change)];
    const file = only(casesFrom(ledger(row()), roster(...others)));
    expect(file.values.officers?.[1]?.registration).toBeUndefined();
  });

  it("are not taken for a namesake of another agency", () => {
    const namesake = entry("周某某", "13059900001", { unit: "乙县交通运输局" });
    const file = only(casesFrom(ledger(row()), roster(namesake, wu)));
    expect(file.values.officers?.[0]?.registration).toBeUndefined();
  });

  it("of one name are not told apart without a certificate", () => {
    const file = only(casesFrom(ledger(row()), roster(zhou, entry("周某某", "13059900009"), wu)));
    expect(file.values.officers?.[0]?.registration).toBeUndefined();
  });

  it("and certificate numbers in two cells are two sets", () => {
    const file = only(casesFrom(ledger(row()), roster(zhou, wu)));
    expect(file.values.officers?.map(({ certificate }) => certificate)).toEqual([
      undefined,
      undefined,
    ]);
    expect(file.values.certificates).toEqual([
      { number: "13059900001", owner: "周某某" },
      { number: "13059900002", owner: "吴某某" },
    ]);
  });

  it("and certificate numbers in one cell are pairs", () => {
    const cells = { 执法人员: "周某某（13059900001）、吴某某（13059900002）", 执法证号: null };
    const file = only(casesFrom(ledger(row(cells)), roster(zhou, wu)));
    expect(file.values.officers?.map(({ certificate }) => certificate)).toEqual([
      "13059900001",
      "13059900002",
    ]);
  });

  it("whose cell may hold several names in its own way are not counted", () => {
    for (const names of [
      "周某 13050012001 吴某 13050012002",
      "1.周某 2.吴某",
      "周某·吴某",
      "周某—吴某",
    ]) {
      const file = only(casesFrom(ledger(row({ 执法人员: names, 执法证号: null }))));
      expect(file.values.allOfficersListed, names).toBeUndefined();
    }
  });

  it("in a filled column for one beside an empty one for all are not all", () => {
    const file = only(
      casesFrom(
        sheet("台账", [
          ["处罚决定书文号", "当事人", "处罚决定日期", "承办人", "执法人员"],
          ["甲市监罚〔2023〕1号", "某商店", "2023-09-28", "周某某", null],
        ]),
      ),
    );
    expect(file.values.allOfficersListed).toBeUndefined();
  });

  it.each([
    ["执法人员", ["周某某"], true],
    ["承办人", ["周某某"], undefined],
    ["承办人", ["周某某", "周某某、吴某某"], true],
  ])("in a column %s with %j: listed in full %s", (header, cells, wanted) => {
    const rows = cells.map((names, i) => [
      `甲市监罚〔2023〕${i + 1}号`,
      "某商店",
      "2023-09-28",
      names,
    ]);
    const files = casesFrom(
      sheet("台账", [["处罚决定书文号", "当事人", "处罚决定日期", header], ...rows]),
    );
    const first = files.find(({ id }) => id === "甲市监罚〔2023〕1号");
    expect(first?.values.allOfficersListed).toBe(wanted);
  });
});

describe("benchmarks", () => {
  const head = ["事项编码", "违法行为", "法定幅度", "裁量阶次", "裁量标准"];
  const item = ["SP001", "销售过期食品", "处五万元以上十万元以下罚款"];
  const table = (...tiers: [string, string][]): Sheet =>
    sheet("裁量基准", [
      ["行政处罚裁量权基准（自2023年8月1日起施行）"],
      head,
      ...tiers.map((tier) => [...item, ...tier]),
    ]);
  const tiers = table(
    ["较轻", "处五万元以上六万元以下罚款"],
    ["较重", "处六万元以上十万元以下罚款"],
  );
  const withTier = (tier: string, change: Partial<Record<string, Cell>> = {}): Sheet =>
    sheet("台账", [
      [...headers, "事项编码", "裁量阶次"],
      [...row({ 罚款金额: 60000, ...change }), "SP001", tier],
    ]);

  it("give the range of the tier that the case claims, with the benchmark's cells", () => {
    const file = only(casesFrom(withTier("情节较轻"), tiers));
    expect(file.values.benchmark).toMatchObject({
      found: true,
      tierFound: true,
      tierMinimum: 5_000_000,
      tierMaximum: 6_000_000,
      statutoryMinimum: 5_000_000,
      statutoryMaximum: 10_000_000,
      effectiveFrom: "2023-08-01",
    });
    expect(sourcesOf(file, "benchmark.tierMaximum")).toMatchObject([
      { file: "裁量基准.xlsx", cell: "E3" },
    ]);
  });

  it("say that a tier or an item is not in the table", () => {
    expect(only(casesFrom(withTier("特别严重"), tiers)).values.benchmark?.tierFound).toBe(false);
    const other = sheet("台账", [
      [...headers, "事项编码"],
      [...row(), "SP999"],
    ]);
    expect(only(casesFrom(other, tiers)).values.benchmark?.found).toBe(false);
  });

  it("that name items in words cannot say that a code is missing", () => {
    const words = sheet("裁量基准", [
      ["违法行为", "裁量阶次", "裁量标准"],
      ["无照经营", "较轻", "处一千元以下罚款"],
      ["无照经营", "较重", "处一千元以上五千元以下罚款"],
    ]);
    const other = sheet("台账", [
      [...headers, "事项编码"],
      [...row({ 案由: null }), "SP999"],
    ]);
    expect(only(casesFrom(other, words)).values.benchmark).toBeUndefined();
  });

  it("whose codes are of another kind, or that word an act much like it, cannot say that it is missing", () => {
    const found = (name: string, code: string) =>
      only(
        casesFrom(
          sheet("台账", [
            [...headers, "事项编码", "执法事项"],
            [...row({ 案由: null }), code, name],
          ]),
          tiers,
        ),
      ).values.benchmark?.found;
    expect(found("无照经营", "SP999")).toBe(false);
    expect(found("无照经营", "130521001000")).toBeUndefined();
    expect(found("经营销售过期食品", "SP999")).toBeUndefined();
    expect(found("销售已过期的食品", "SP999")).toBeUndefined();
  });

  it("say whether the ends belong to a tier, in a cell or for the whole table", () => {
    const ends = (title: string, standard: string) => {
      const book = sheet("裁量基准", [[title], head, [...item, "较轻", standard]]);
      const { lowerIncluded, upperIncluded } =
        only(casesFrom(withTier("较轻"), book)).values.benchmark ?? {};
      return [lowerIncluded, upperIncluded];
    };
    const plain = "处五万元以上六万元以下罚款";
    expect(ends("裁量权基准", plain)).toEqual([true, true]);
    expect(ends("裁量权基准（以上包括本数，以下不包括本数）", plain)).toEqual([true, false]);
    expect(ends("裁量权基准", "处五万元以上（含本数）六万元以下（不含本数）罚款")).toEqual([
      true,
      false,
    ]);
    expect(ends("裁量权基准（“以上”“以下”均含本数）", plain)).toEqual([true, true]);
  });

  it("not yet in force on the day of the decision are no yardstick", () => {
    const file = only(casesFrom(withTier("较轻", { 处罚决定日期: "2023-07-31" }), tiers));
    expect(file.values.benchmark).toEqual({ tier: "较轻" });
  });

  it("whose amounts are not one range in yuan leave the tier's ends open", () => {
    const multiple = table(["较轻", "处货值金额十倍以上十五倍以下罚款"]);
    const file = only(casesFrom(withTier("较轻"), multiple));
    expect(file.values.benchmark?.tierFound).toBe(true);
    expect(statusOf(file, "benchmark.tierMaximum")).not.toBe("known");
  });
});

describe("what follows with certainty", () => {
  it("a ground in the answer to 是否公示 is the ground for not publishing", () => {
    const answered = (answer: string) =>
      only(
        casesFrom(
          sheet("台账", [
            [...headers, "是否公示"],
            [...row(), answer],
          ]),
        ),
      ).values.publicity;
    expect(answered("不予公示（涉及商业秘密）")?.exemption).toBe("涉及商业秘密");
    expect(answered("依法不予公开：未成年人")?.exemption).toBe("未成年人");
    expect(answered("不予公示")?.exemption).toBeUndefined();
    expect(answered("否")?.exemption).toBeUndefined();
  });

  const worked = (columns: Record<string, Cell>): CaseFile =>
    only(
      casesFrom(
        sheet("台账", [
          ["处罚决定书文号", "当事人", "处罚决定日期", ...Object.keys(columns)],
          ["甲市监罚〔2023〕12号", "某商店", CivilDate.of(2023, 9, 28)!, ...Object.values(columns)],
        ]),
      ),
    );

  it.each([
    [{ 处罚内容: "不予行政处罚" }, true],
    [{ 处罚种类: "不予处罚" }, true],
    [{ 罚款金额: 100 }, false],
    [{ 处罚种类: "警告" }, false],
    [{ 处罚内容: "责令改正" }, undefined],
    [{ 处罚内容: "免罚" }, true],
    [{ 处罚内容: "罚款人民币5000元" }, false],
    [{}, undefined],
  ])("%j: no penalty %s", (columns, wanted) => {
    expect(worked(columns).values.decision?.noPenalty).toBe(wanted);
  });

  it.each([
    [{ 立案日期: "2023-08-01" }, "ordinary"],
    [{ 适用程序: "简易程序", 立案日期: "2023-08-01" }, "simple"],
    [{}, undefined],
  ])("%j: procedure %s", (columns, wanted) => {
    expect(worked(columns).values.procedure).toBe(wanted);
  });

  it("a kind that cannot be read leaves open whether there is a penalty", () => {
    expect(statusOf(worked({ 处罚种类: "某种说法" }), "decision.noPenalty")).toBe("unreadable");
  });

  it("a ledger of simple cases is not taken for one of ordinary ones", () => {
    const of = (title: string) =>
      only(
        casesFrom(
          sheet("台账", [
            [title],
            ["处罚决定书文号", "当事人", "立案日期", "处罚决定日期"],
            ["甲市监罚〔2023〕1号", "某商店", "2023-09-28", "2023-09-28"],
          ]),
        ),
      ).values.procedure;
    expect(of("2023年简易程序案件台账")).toBe("simple");
    expect(of("2023年简易程序、普通程序案件台账")).toBeUndefined();
    expect(of("2023年案件台账")).toBe("ordinary");
  });

  it.each([
    ["否（书面放弃）", "known", true],
    ["放弃陈述申辩", "unreadable", undefined],
    ["放弃", "unreadable", undefined],
    ["未放弃", "absent", undefined],
    ["否", "absent", undefined],
  ])("defence %s: waiver %s", (cell, status, waived) => {
    const file = worked({ 是否陈述申辩: cell });
    expect(file.values.defence?.waived).toBe(waived);
    if (status !== "absent") expect(statusOf(file, "defence.waived")).toBe(status);
    else expect(statusOf(file, "defence.waived")).not.toBe("unreadable");
  });

  it.each([
    ["约5000元", "罚款金额"],
    ["1.5万余元", "罚款金额"],
    ["1.5", "罚款金额"],
    ["15000", "罚款金额（万元）"],
  ])("a fine of %s in %s is not certain enough to judge by", (cell, header) => {
    const file = worked({ [header]: cell });
    expect(file.values.decision?.fine).toBeUndefined();
    expect(statusOf(file, "decision.fine")).toBe("unreadable");
  });

  it.each([
    ["符合减轻处罚情形：主动消除违法行为危害后果", "mitigated"],
    ["主动消除或者减轻违法行为危害后果，从轻处罚", "lighter"],
    ["从轻或者减轻处罚", undefined],
    ["无从轻、减轻情节", "none"],
    ["从重处罚", "heavier"],
    ["较轻", undefined],
  ])("%s: %s", (factors, wanted) => {
    expect(worked({ 从轻从重情节: factors }).values.benchmark?.leniency).toBe(wanted);
  });
});
