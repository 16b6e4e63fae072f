import type { CityCase } from "./city-case.js";
import type { Entry } from "./city-entry.js";
import { agencies } from "./city-people.js";
import { bookOf, sheetOf, type Column, type Book } from "./city-sheet.js";
import { shownParty } from "./city-stages.js";
import { writtenDate } from "./city-writing.js";
import type { Days } from "./demo-values.js";

/** 双公示: penalties as published, in the templates of 2018 (market bureau) and of 2016 (streets). */

type Of = (entry: Entry) => string | number | undefined;

const cell = (header: string, code: string, of: Of = () => undefined): Column<Entry> => ({
  header,
  code,
  of,
});

const day = (
  header: string,
  code: string,
  hand: number,
  of: (entry: Entry) => string | undefined,
): Column<Entry> => ({
  header,
  code,
  of: (entry) => {
    const iso = of(entry);
    return iso === undefined ? null : writtenDate(iso, hand);
  },
});

const isPerson = ({ partyKind }: Entry): boolean => partyKind === "自然人";

const inWan = (yuan: number | undefined): number | undefined =>
  yuan === undefined ? undefined : Number((yuan / 10_000).toFixed(6));

const required = /名称$|类别$|文号|违法|依据|内容|日期|有效期|机关|来源/;

const columnsOf2018 = (days: Days): Column<Entry>[] =>
  [
    cell("行政相对人名称", "CF_XDR_MC", shownParty),
    cell("行政相对人类别", "CF_XDR_LB", ({ partyKind }) => partyKind),
    cell("行政相对人代码_1（统一社会信用代码）", "CF_XDR_SHXYM", ({ creditCode }) => creditCode),
    cell("行政相对人代码_2（工商注册号）", "CF_XDR_GSZC"),
    cell("行政相对人代码_3（组织机构代码）", "CF_XDR_ZZJG"),
    cell("行政相对人代码_4（税务登记号）", "CF_XDR_SWDJ"),
    cell("行政相对人代码_5（事业单位证书号）", "CF_XDR_SYDW"),
    cell("行政相对人代码_6（社会组织登记证号）", "CF_XDR_SHZZ"),
    cell("法定代表人", "CF_FRDB", (entry) => entry.legalRepresentative),
    cell("法定代表人证件类型", "CF_FR_ZJLX"),
    cell("法定代表人证件号码", "CF_FR_ZJHM"),
    cell("证件类型", "CF_XDR_ZJLX", (entry) => (isPerson(entry) ? "身份证" : undefined)),
    cell("证件号码", "CF_XDR_ZJHM"),
    cell("行政处罚决定书文号", "CF_WSH", ({ number }) => number),
    cell("违法行为类型", "CF_WFXW", ({ violated = "", item = "" }) => `违反了${violated}，${item}`),
    cell("违法事实", "CF_SY", ({ facts }) => facts),
    cell("处罚依据", "CF_YJ", ({ penaltyLaw }) => penaltyLaw),
    cell("处罚类别", "CF_CFLB", ({ kinds }) => kinds?.replaceAll("、", ";")),
    cell("处罚内容", "CF_NR", ({ content }) => content),
    cell("罚款金额（万元）", "CF_NR_FK", ({ fine }) => inWan(fine)),
    cell("没收违法所得、没收非法财物的金额（万元）", "CF_NR_WFFF", ({ confiscated }) =>
      inWan(confiscated),
    ),
    cell("暂扣或吊销证照名称及编号", "CF_NR_ZKDX"),
    day("处罚决定日期", "CF_JDRQ", 4, ({ decided }) => decided),
    day("处罚有效期", "CF_YXQ", 4, () => "2099-12-31"),
    day("公示截止期", "CF_GSJZQ", 4, ({ decided }) => decided && days.plain(decided, 1096)),
    cell("处罚机关", "CF_CFJG", ({ agency }) => agency),
    cell("处罚机关统一社会信用代码", "CF_CFJGDM", () => agencies.market.creditCode),
    cell("数据来源单位", "CF_SJLY", () => agencies.market.name),
    cell("数据来源单位统一社会信用代码", "CF_SJLYDM", () => agencies.market.creditCode),
    cell("备注", "BZ"),
  ].map((one) => ({ ...one, required: required.test(one.header) ? "必填" : "选填" }));

const columnsOf2016 = (): Column<Entry>[] => [
  cell("行政处罚决定书文号", "CF_WSH", ({ number }) => number),
  cell("处罚名称", "CF_CFMC", ({ name }) => name),
  cell("处罚类别1", "CF_CFLB1", ({ kinds }) => kinds?.split("、")[0]),
  cell("处罚类别2", "CF_CFLB2", ({ kinds }) => kinds?.split("、")[1]),
  cell("处罚事由", "CF_SY", ({ facts }) => facts),
  cell("处罚依据", "CF_YJ", ({ penaltyLaw }) => penaltyLaw),
  cell("行政相对人名称", "CF_XDR_MC", shownParty),
  cell("行政相对人代码_1(统一社会信用代码)", "CF_XDR_SHXYM", ({ creditCode }) => creditCode),
  cell("行政相对人代码_2(组织机构代码)", "CF_XDR_ZDM"),
  cell("行政相对人代码_3(工商登记码)", "CF_XDR_GSDJ"),
  cell("行政相对人代码_4(税务登记号)", "CF_XDR_SWDJ"),
  cell("行政相对人代码_5(居民身份证号)", "CF_XDR_SFZ"),
  cell("法定代表人姓名", "CF_FR", (entry) => entry.legalRepresentative),
  cell("处罚结果", "CF_JG", ({ content }) => content),
  day("处罚决定日期", "CF_JDRQ", 5, ({ decided }) => decided),
  cell("处罚机关", "CF_XZJG", ({ agency }) => agency),
  cell("当前状态", "CF_ZT", () => 0),
  cell("地方编码", "DFBM", () => "990106"),
  day("数据更新时间戳", "SJC", 5, ({ published, decided }) => published ?? decided),
  cell("备注", "BZ"),
];

/** What the publication says otherwise than the ledger, by the key of the case. */
export type Misprints = ReadonlyMap<string, Partial<Entry>>;

export const publishedPenalties = (
  cases: readonly CityCase[],
  misprints: Misprints,
  days: Days,
): Book => {
  const shown = (agency: string): Entry[] =>
    cases
      .filter(({ spec }) => spec.agency === agency && spec.series === "ordinary")
      .flatMap(({ spec, entries }) =>
        entries.map((entry) => ({ ...entry, ...misprints.get(spec.key) })),
      );
  return bookOf(
    "砚溪市发展和改革局",
    sheetOf({
      name: "行政处罚（2018）",
      columns: columnsOf2018(days),
      rows: shown("market"),
    }),
    sheetOf({
      name: "行政处罚（2016）",
      title: "行政处罚信息公示表",
      columns: columnsOf2016(),
      remark: "表格说明：一份决定书填写一行",
      rows: shown("streets"),
    }),
  );
};
