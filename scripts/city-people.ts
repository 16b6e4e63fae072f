import { creditCode } from "./demo-values.js";

/** The agencies of the invented city, and who serves in them. */

export type AgencyKey = "market" | "streets" | "town";

export interface Agency {
  key: AgencyKey;
  name: string;
  /** How its document numbers begin. */
  word: string;
  creditCode: string;
  /** 执法类别 in its officers' certificates. */
  field: string;
  /** The head who approves, and the colleague who presides over hearings. */
  head: string;
  host: string;
}

export const agencies: Record<AgencyKey, Agency> = {
  market: {
    key: "market",
    name: "砚溪市市场监督管理局",
    word: "砚市监",
    creditCode: creditCode("11", 901),
    field: "市场监管",
    head: "闻人砚",
    host: "钟离策",
  },
  streets: {
    key: "streets",
    name: "砚溪市城市管理局",
    word: "砚城管",
    creditCode: creditCode("11", 902),
    field: "城市管理",
    head: "宇文澹",
    host: "司马彦",
  },
  town: {
    key: "town",
    name: "砚溪市泊云镇人民政府",
    word: "砚泊政",
    creditCode: creditCode("11", 903),
    field: "综合执法",
    head: "令狐峤",
    host: "夏侯澄",
  },
};

export interface Official {
  agency: AgencyKey;
  name: string;
  certificate: string;
  department: string;
  from: string;
  to: string;
  /** 法律职业资格证书编号. */
  qualification?: string;
  reviewerSince?: string;
}

const agencyDigit: Record<AgencyKey, number> = { market: 1, streets: 2, town: 3 };

const officials = (
  agency: AgencyKey,
  first: number,
  departments: readonly string[],
  names: string,
): Official[] =>
  names.split("、").map((name, at) => ({
    agency,
    name,
    certificate: `990106${agencyDigit[agency]}${String(first + at).padStart(4, "0")}`,
    department: departments[Math.floor(at / 2) % departments.length] ?? "",
    from: "2021-07-05",
    to: "2026-07-04",
  }));

export const officers: readonly Official[] = [
  ...officials(
    "market",
    1,
    ["城关市场监督管理所", "柳埠市场监督管理所", "执法稽查科", "食品监督管理科", "网络监督管理科"],
    "裴清晏、费知秋、薛明烛、贺兰舟、滕书言、罗青岑、毕景初、郝云章、安若溪、常予衡",
  ),
  ...officials(
    "streets",
    1,
    ["直属一中队", "直属二中队", "直属三中队", "渣土管理中队", "广告管理中队", "机动中队"],
    "乐正扬、于秉文、时砚秋、傅明远、皮若愚、卞子衿、齐修远、康乐山、伍思齐、余怀谷、袁稚白、卜清和、" +
      "顾临川、孟亦凡、平如砥、黄照野、和靖宁、穆时雨、萧望舒、尹青禾、姚镜湖、邵长青",
  ),
  ...officials("town", 1, ["综合行政执法队"], "湛溪若、汪伯言、祁承墨、毛予安"),
];

const reviewer = (
  agency: AgencyKey,
  serial: number,
  name: string,
  reviewerSince: string,
  qualification?: string,
): Official => ({
  agency,
  name,
  certificate: `990106${agencyDigit[agency]}${String(serial).padStart(4, "0")}`,
  department: agency === "town" ? "司法所" : "政策法规科",
  from: "2021-07-05",
  to: "2026-07-04",
  reviewerSince,
  ...(qualification !== undefined && { qualification }),
});

export const reviewers: readonly Official[] = [
  reviewer("market", 71, "米听澜", "2016-05-09"),
  reviewer("market", 72, "贝清江", "2019-09-02", "A20189901060021"),
  reviewer("streets", 71, "明允之", "2020-03-16", "A20179901060044"),
  reviewer("town", 71, "臧晚晴", "2022-06-01", "A20209901060013"),
];

export const certificateOf = (name: string): string => {
  const found = [...officers, ...reviewers].find((one) => one.name === name);
  if (!found) throw new RangeError(`Not on the roster: ${name}`);
  return found.certificate;
};

/** The so many-th pair of an agency's officers. */
export const pairOf = (agency: AgencyKey, at: number): string[] => {
  const own = officers.filter((one) => one.agency === agency);
  const first = (at % Math.floor(own.length / 2)) * 2;
  return own.slice(first, first + 2).map((one) => one.name);
};
