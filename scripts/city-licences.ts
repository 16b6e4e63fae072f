import { noneMended, type Mended } from "./fault.js";
import type { Planted } from "./city-case.js";
import { agencies, type AgencyKey } from "./city-people.js";
import { bookOf, sheetOf, type Column, type Part, type Book } from "./city-sheet.js";
import { sequence, writtenDate } from "./city-writing.js";
import { creditCode, type Days } from "./demo-values.js";

/** Licences: how they were handled, and what was published of them in both templates. */

export interface Licence {
  key: string;
  agency: "market" | "streets";
  itemCode: string;
  item: string;
  kind: string;
  certificate: string;
  applicant: string;
  creditCode: string;
  representative: string;
  appliedOn: string;
  supplementToldOn?: string;
  supplementTimes: number;
  acceptedOn: string;
  acceptanceNumber: string;
  promised: number;
  extended: string;
  extensionToldOn?: string;
  excludedDays?: number;
  number: string;
  decidedOn: string;
  granted: string;
  refusalReason?: string;
  remediesTold: string;
  content: string;
  licenceNumber?: string;
  issuedOn?: string;
  deliveredOn: string;
  publishedOn: string;
  from: string;
  to: string;
  planted?: readonly Planted[];
  lawful?: string;
}

export const licenceItems = {
  market: ["XK001", "食品经营许可", "食品经营许可证", "普通"],
  streets: ["XK011", "城市建筑垃圾处置核准", "建筑垃圾处置核准文件", "核准"],
} as const;

const applicants: readonly (readonly [name: string, representative: string])[] = [
  ["砚溪市临池餐饮有限公司", "湛云开"],
  ["砚溪市玉版餐饮有限公司", "幸安歌"],
  ["砚溪市澄心酒店有限公司", "暴雪舟"],
  ["砚溪市宣毫食品有限公司", "厉新柔"],
  ["砚溪市薛涛小吃有限公司", "束广陵"],
  ["砚溪市笔架面馆有限公司", "戎照晚"],
  ["砚溪市镇纸渣土运输有限公司", "闾丘禾"],
  ["砚溪市砚山建设有限公司", "巫马川"],
  ["砚溪市墨池渣土运输有限公司", "呼延岫"],
  ["砚溪市水丞建设有限公司", "即墨澜"],
];

const usualLicence = (
  agency: "market" | "streets",
  serial: number,
  appliedOn: string,
  days: Days,
): Licence => {
  const [itemCode, item, certificate, kind] = licenceItems[agency];
  const at = agency === "market" ? (serial - 1) % 6 : 6 + ((serial - 1) % 4);
  const [applicant = "", representative = ""] = applicants[at] ?? [];
  const { word } = agencies[agency];
  const acceptedOn = days.working(appliedOn, 1 + (serial % 3));
  const decidedOn = days.working(acceptedOn, 6 + (serial % 9));
  const issuedOn = days.working(decidedOn, 1 + (serial % 3));
  return {
    key: `${agency}-${serial}`,
    ...{ agency, itemCode, item, kind, certificate, applicant, representative, appliedOn },
    creditCode: creditCode("91", 121 + at),
    supplementTimes: 0,
    acceptedOn,
    acceptanceNumber: `${word}受〔2024〕${serial}号`,
    promised: 15,
    extended: "否",
    number: `${word}许〔2024〕${serial}号`,
    decidedOn,
    granted: "是",
    remediesTold: "是",
    content: `准予${item}`,
    licenceNumber: `JY2990106${String(serial).padStart(7, "0")}`,
    issuedOn,
    deliveredOn: days.working(issuedOn, 1),
    publishedOn: days.working(decidedOn, 3 + (serial % 4)),
    from: decidedOn,
    to: days.plain(decidedOn, 1824),
  };
};

const where = "行政许可办理台账";

/** The usual course from acceptance on. */
const handledSince = (acceptedOn: string, days: Days): Partial<Licence> => ({
  acceptedOn,
  decidedOn: days.working(acceptedOn, 10),
  issuedOn: days.working(acceptedOn, 12),
  deliveredOn: days.working(acceptedOn, 13),
  publishedOn: days.working(acceptedOn, 14),
});

const changes: Record<string, (usual: Licence, days: Days) => Partial<Licence>> = {
  "market-2": ({ appliedOn }, days) => ({
    supplementToldOn: days.working(appliedOn, 5),
    supplementTimes: 1,
    ...handledSince(days.working(appliedOn, 8), days),
    lawful: "第五个工作日一次告知补正",
  }),
  "market-4": ({ acceptedOn }, days) => ({
    extended: "是",
    extensionToldOn: days.working(acceptedOn, 18),
    decidedOn: days.working(acceptedOn, 30),
    issuedOn: days.working(acceptedOn, 32),
    deliveredOn: days.working(acceptedOn, 33),
    publishedOn: days.working(acceptedOn, 34),
    lawful: "经批准延长并告知申请人，第30个工作日决定",
  }),
  "market-7": ({ decidedOn }) => ({
    granted: "否",
    content: "不予食品经营许可",
    refusalReason: "经营场所与污染源的距离不符合规定",
    issuedOn: decidedOn,
    lawful: "不予许可，写明理由，告知救济途径",
  }),
  "market-9": ({ appliedOn }, days) => ({
    supplementToldOn: days.working(appliedOn, 6),
    supplementTimes: 1,
    ...handledSince(days.working(appliedOn, 9), days),
    planted: [
      {
        rule: "licence/accepted-in-time",
        severity: "warning",
        where,
        what: "申请后第6个工作日才告知补正",
      },
    ],
  }),
  "market-11": ({ acceptedOn }, days) => ({
    decidedOn: days.working(acceptedOn, 21),
    issuedOn: days.working(acceptedOn, 22),
    deliveredOn: days.working(acceptedOn, 23),
    publishedOn: days.working(acceptedOn, 24),
    planted: [
      {
        rule: "licence/decided-in-time",
        severity: "error",
        where,
        what: "受理后第21个工作日才决定，没有延长",
      },
    ],
  }),
  "market-13": ({ decidedOn }, days) => ({
    issuedOn: days.working(decidedOn, 11),
    deliveredOn: days.working(decidedOn, 12),
    planted: [
      {
        rule: "licence/delivered-in-time",
        severity: "warning",
        where,
        what: "决定后第11个工作日才颁发许可证",
      },
    ],
  }),
  "streets-5": () => ({
    granted: "否",
    content: "不予城市建筑垃圾处置核准",
    planted: [
      {
        rule: "licence/refusal-reasoned",
        severity: "error",
        where,
        what: "不予许可，理由一栏为空",
      },
    ],
  }),
  "streets-3": ({ decidedOn }, days) => ({
    publishedOn: days.working(decidedOn, 8),
    planted: [
      {
        rule: "publicity/decision-published-in-time",
        severity: "error",
        where,
        what: "许可决定后第8个工作日才公示",
      },
    ],
  }),
};

/** A licence with a problem is as usual where it is mended. */
export const buildLicences = (days: Days, mended: Mended = noneMended): Licence[] => {
  const all = [
    ...Array.from({ length: 18 }, (_, at) =>
      usualLicence("market", at + 1, days.working("2024-01-15", at * 12), days),
    ),
    ...Array.from({ length: 8 }, (_, at) =>
      usualLicence("streets", at + 1, days.working("2024-02-26", at * 24), days),
    ),
  ];
  return all.map((usual) =>
    mended.has(usual.key) ? usual : { ...usual, ...changes[usual.key]?.(usual, days) },
  );
};

type Text = (licence: Licence) => string | number | undefined;

const cell = (header: string, of: Text, more: Partial<Column<Licence>> = {}): Column<Licence> => ({
  header,
  of,
  ...more,
});

const day =
  (hand: number) =>
  (
    header: string,
    of: (licence: Licence) => string | undefined,
    more: Partial<Column<Licence>> = {},
  ): Column<Licence> => ({
    header,
    of: (licence) => {
      const iso = of(licence);
      return iso === undefined ? null : writtenDate(iso, hand);
    },
    ...more,
  });

const handlingColumns = (hand: number): Column<Licence>[] => {
  const on = day(hand);
  return [
    sequence,
    cell("申请人名称", ({ applicant }) => applicant),
    cell("统一社会信用代码", (licence) => licence.creditCode),
    cell("事项编码", ({ itemCode }) => itemCode),
    cell("许可事项", ({ item }) => item),
    cell("许可类别", ({ kind }) => kind),
    on("申请日期", ({ appliedOn }) => appliedOn),
    on("补正告知日期", ({ supplementToldOn }) => supplementToldOn),
    cell("补正次数", ({ supplementTimes }) => supplementTimes),
    on("受理日期", ({ acceptedOn }) => acceptedOn),
    cell("受理通知书文号", ({ acceptanceNumber }) => acceptanceNumber),
    cell("承诺办结时限", ({ promised }) => `${promised}个工作日`),
    cell("是否延长审查期限", ({ extended }) => extended),
    on("延长告知日期", ({ extensionToldOn }) => extensionToldOn),
    cell("扣除天数", ({ excludedDays }) => excludedDays),
    cell("行政许可决定书文号", ({ number }) => number),
    on("许可决定日期", ({ decidedOn }) => decidedOn),
    cell("是否准予许可", ({ granted }) => granted),
    cell("不予许可理由", ({ refusalReason }) => refusalReason),
    cell("是否告知救济途径", ({ remediesTold }) => remediesTold),
    cell("许可机关", ({ agency }) => agencies[agency].name),
    on("颁证日期", ({ issuedOn }) => issuedOn),
    on("送达日期", ({ deliveredOn }) => deliveredOn),
    on("公示日期", ({ publishedOn }) => publishedOn),
    cell("公示平台", () => "行政执法公示平台"),
    cell("公示文号", ({ number }) => number),
  ];
};

const isOf = (agency: AgencyKey) => (licence: Licence) => licence.agency === agency;

export const licenceLedger = (licences: readonly Licence[]): Book => {
  const sheet = (agency: "market" | "streets", hand: number): Part =>
    sheetOf({
      name: agencies[agency].word,
      title: `${agencies[agency].name}行政许可办理台账`,
      notes: ["填报日期：2025年10月28日"],
      columns: handlingColumns(hand),
      rows: licences.filter(isOf(agency)),
      footers: ["制表："],
    });
  return bookOf("砚溪市司法局", sheet("market", 0), sheet("streets", 3));
};

/** The template of 2018: codes and 必填 under the header. */
const columnsOf2018 = (): Column<Licence>[] => {
  const on = day(4);
  const must = (code: string) => ({ code, required: "必填" });
  const may = (code: string) => ({ code, required: "选填" });
  return [
    cell("行政相对人名称", ({ applicant }) => applicant, must("XK_XDR_MC")),
    cell("行政相对人类别", () => "法人及非法人组织", must("XK_XDR_LB")),
    cell(
      "行政相对人代码_1（统一社会信用代码）",
      (licence) => licence.creditCode,
      must("XK_XDR_SHXYM"),
    ),
    cell("行政相对人代码_2（工商注册号）", () => undefined, may("XK_XDR_GSZC")),
    cell("行政相对人代码_3（组织机构代码）", () => undefined, may("XK_XDR_ZZJG")),
    cell("法定代表人", ({ representative }) => representative, must("XK_FRDB")),
    cell("行政许可决定文书名称", ({ item }) => `${item}决定书`, must("XK_XKWS")),
    cell("行政许可决定文书号", ({ number }) => number, must("XK_WSH")),
    cell("许可类别", ({ kind }) => kind, must("XK_XKLB")),
    cell("许可证书名称", ({ certificate }) => certificate, may("XK_XKZS")),
    cell("许可编号", ({ licenceNumber }) => licenceNumber, may("XK_XKBH")),
    cell("许可内容", ({ content }) => content, must("XK_NR")),
    on("许可决定日期", ({ decidedOn }) => decidedOn, must("XK_JDRQ")),
    on("有效期自", ({ from }) => from, must("XK_YXQZ")),
    on("有效期至", ({ to }) => to, must("XK_YXQZI")),
    cell("许可机关", ({ agency }) => agencies[agency].name, must("XK_XKJG")),
    cell(
      "许可机关统一社会信用代码",
      ({ agency }) => agencies[agency].creditCode,
      must("XK_XKJGDM"),
    ),
    cell("当前状态", () => "有效", must("XK_ZT")),
    cell("数据来源单位", ({ agency }) => agencies[agency].name, must("XK_LYDW")),
    cell(
      "数据来源单位统一社会信用代码",
      ({ agency }) => agencies[agency].creditCode,
      must("XK_LYDWDM"),
    ),
    cell("备注", () => undefined, may("BZ")),
  ];
};

/** The template of 2016: a note in the first column, where the number belongs. */
const columnsOf2016 = (): Column<Licence>[] => {
  const on = day(5);
  return [
    cell("行政许可决定书文号", ({ number }) => number, { code: "XK_WSH" }),
    cell("项目名称", ({ item }) => item, { code: "XK_XMMC" }),
    cell("审批类别", ({ kind }) => kind, { code: "XK_SPLB" }),
    cell("许可内容", ({ content }) => content, { code: "XK_NR" }),
    cell("行政相对人名称", ({ applicant }) => applicant, { code: "XK_XDR_MC" }),
    cell("行政相对人代码_1(统一社会信用代码)", (licence) => licence.creditCode, {
      code: "XK_XDR_SHXYM",
    }),
    cell("行政相对人代码_2(组织机构代码)", () => undefined, { code: "XK_XDR_ZDM" }),
    cell("行政相对人代码_3(工商登记码)", () => undefined, { code: "XK_XDR_GSDJ" }),
    cell("法定代表人姓名", ({ representative }) => representative, { code: "XK_FR" }),
    on("许可决定日期", ({ decidedOn }) => decidedOn, { code: "XK_JDRQ" }),
    on("许可截止期", ({ to }) => to, { code: "XK_JZQ" }),
    cell("许可机关", ({ agency }) => agencies[agency].name, { code: "XK_XZJG" }),
    cell("当前状态", () => 0, { code: "XK_ZT" }),
    cell("地方编码", () => "990106", { code: "DFBM" }),
    cell("备注", () => undefined, { code: "BZ" }),
  ];
};

/** Licences as published: the market bureau in the template of 2018, the other in that of 2016. */
export const publishedLicences = (licences: readonly Licence[]): Book =>
  bookOf(
    "砚溪市司法局",
    sheetOf({
      name: "行政许可（2018）",
      columns: columnsOf2018(),
      rows: licences.filter(isOf("market")),
    }),
    sheetOf({
      name: "行政许可（2016）",
      title: "行政许可信息公示表",
      columns: columnsOf2016(),
      rows: licences.filter(isOf("streets")),
      remark: "填表说明：文号按许可决定书填写",
    }),
  );
