import type { AgencyKey } from "./city-people.js";
import { items as usualItems, type Tier } from "./demo-reference.js";

/** What the city's agencies enforce, with the tiers of its discretion benchmarks. */

export interface CityItem {
  code: string;
  /** The agency whose catalogue and benchmark it is in. */
  agency: AgencyKey;
  violation: string;
  violated: string;
  penalty: string;
  statutory: string;
  /** The article applied, quoted whole, where the benchmark has it. */
  lawText?: string;
  tiers: readonly Tier[];
}

export type Level = "减轻" | "较轻" | "一般" | "较重";

/** The same conditions for all items, and how cases that meet them are described. */
export const levels: Record<Level, { conditions: string; factors: string }> = {
  减轻: {
    conditions: "具有行政处罚法第三十二条规定情形的",
    factors: "主动消除违法行为危害后果（行政处罚法第三十二条第一项）",
  },
  较轻: {
    conditions: "初次违法，及时改正，未造成危害后果的",
    factors: "初次违法，已及时改正，未造成危害后果",
  },
  一般: { conditions: "不具有其他阶次情形的", factors: "不具有法定从轻或者从重情形" },
  较重: {
    conditions: "两年内再次实施同类违法行为的",
    factors: "两年内再次实施同类违法行为",
  },
};

const isLevel = (level: string): level is Level => level in levels;

const conditionsOf = (level: string): string => (isLevel(level) ? levels[level].conditions : "");

const marketCodes: Record<string, string> = {
  SP1: "SC001",
  SP2: "SC002",
  SP3: "SC003",
  TS1: "SC004",
  TS2: "SC005",
  GG1: "SC006",
  JG1: "SC007",
  DS1: "SC008",
  HZ1: "SC009",
  YX1: "SC010",
  SB1: "SC011",
  DJ1: "SC012",
  JL1: "SC013",
};

const marketItems = usualItems.map((item): CityItem => ({
  code: marketCodes[item.key] ?? "",
  agency: "market",
  violation: item.violation,
  violated: item.violated,
  penalty: item.penalty,
  statutory: item.statutory,
  tiers: item.tiers.map((tier) => ({ ...tier, conditions: conditionsOf(tier.level) })),
}));

const streetsItem = (
  code: string,
  violation: string,
  violated: string,
  penalty: string,
  lawText: string,
  statutory: string,
  standards: readonly (readonly [Level, string])[],
): CityItem => ({
  code,
  agency: "streets",
  violation,
  violated,
  penalty,
  lawText,
  statutory,
  tiers: standards.map(([level, standard]) => ({
    level,
    standard,
    conditions: conditionsOf(level),
  })),
});

const streetsItems: readonly CityItem[] = [
  streetsItem(
    "CG001",
    "擅自占用城市道路",
    "《城市道路管理条例》第二十七条第一项",
    "《城市道路管理条例》第四十二条",
    "第四十二条 违反本条例第二十七条规定的，由市政工程行政主管部门或者其他有关部门责令限期改正，可以处以2万元以下的罚款；造成损失的，应当依法承担赔偿责任。",
    "可以处以2万元以下罚款",
    [
      ["较轻", "处6000元以下罚款"],
      ["一般", "处6000元以上1.4万元以下罚款"],
      ["较重", "处1.4万元以上2万元以下罚款"],
    ],
  ),
  streetsItem(
    "CG002",
    "在禁止的时段和区域内露天烧烤食品",
    "《中华人民共和国大气污染防治法》第八十一条第三款",
    "《中华人民共和国大气污染防治法》第一百一十八条第三款",
    "第一百一十八条第三款 违反本法规定，在当地人民政府禁止的时段和区域内露天烧烤食品或者为露天烧烤食品提供场地的，由县级以上地方人民政府确定的监督管理部门责令改正，没收烧烤工具和违法所得，并处五百元以上二万元以下的罚款。",
    "并处五百元以上二万元以下的罚款",
    [
      ["较轻", "处五百元以上六千元以下罚款"],
      ["一般", "处六千元以上一万四千元以下罚款"],
      ["较重", "处一万四千元以上二万元以下罚款"],
    ],
  ),
  streetsItem(
    "CG003",
    "排放油烟的餐饮服务业经营者未安装油烟净化设施",
    "《中华人民共和国大气污染防治法》第八十一条第一款",
    "《中华人民共和国大气污染防治法》第一百一十八条第一款",
    "第一百一十八条第一款 违反本法规定，排放油烟的餐饮服务业经营者未安装油烟净化设施、不正常使用油烟净化设施或者未采取其他油烟净化措施，超过排放标准排放油烟的，由县级以上地方人民政府确定的监督管理部门责令改正，处五千元以上五万元以下的罚款；拒不改正的，责令停业整治。",
    "处五千元以上五万元以下的罚款",
    [
      ["较轻", "处5000元以上1.85万元以下罚款"],
      ["一般", "处1.85万元以上3.65万元以下罚款"],
      ["较重", "处3.65万元以上5万元以下罚款"],
    ],
  ),
  streetsItem(
    "CG004",
    "施工工地未设置硬质围挡，或者未采取防尘降尘措施",
    "《中华人民共和国大气污染防治法》第六十九条第三款",
    "《中华人民共和国大气污染防治法》第一百一十五条第一款第一项",
    "第一百一十五条第一款 违反本法规定，施工单位有下列行为之一的，由县级以上人民政府住房城乡建设等主管部门按照职责责令改正，处一万元以上十万元以下的罚款；拒不改正的，责令停工整治。",
    "处一万元以上十万元以下的罚款",
    [
      ["较轻", "处1万元以上3.7万元以下罚款"],
      ["一般", "处3.7万元以上7.3万元以下罚款"],
      ["较重", "处7.3万元以上10万元以下罚款"],
    ],
  ),
  streetsItem(
    "CG005",
    "处置建筑垃圾的单位在运输建筑垃圾过程中沿途丢弃、遗撒建筑垃圾",
    "《城市建筑垃圾管理规定》第十四条",
    "《城市建筑垃圾管理规定》第二十三条",
    "第二十三条 处置建筑垃圾的单位在运输建筑垃圾过程中沿途丢弃、遗撒建筑垃圾的，由城市人民政府市容环境卫生主管部门责令限期改正，给予警告，处5000元以上5万元以下罚款。",
    "处5000元以上5万元以下罚款",
    [
      ["较轻", "处5000元以上1.85万元以下罚款"],
      ["一般", "处1.85万元以上3.65万元以下罚款"],
      ["较重", "处3.65万元以上5万元以下罚款"],
    ],
  ),
  streetsItem(
    "CG006",
    "个人将建筑垃圾混入生活垃圾",
    "《城市建筑垃圾管理规定》第九条",
    "《城市建筑垃圾管理规定》第二十条第二款",
    "第二十条第二款 个人有前款第一项、第二项行为之一的，由城市人民政府市容环境卫生主管部门责令限期改正，给予警告，处200元以下罚款。",
    "处200元以下罚款",
    [
      ["较轻", "处60元以下罚款"],
      ["一般", "处60元以上140元以下罚款"],
      ["较重", "处140元以上200元以下罚款"],
    ],
  ),
  streetsItem(
    "CG007",
    "个人随意倾倒、抛撒、堆放或者焚烧生活垃圾",
    "《中华人民共和国固体废物污染环境防治法》第四十九条第二款",
    "《中华人民共和国固体废物污染环境防治法》第一百一十一条第二款",
    "第一百一十一条第二款 个人有前款第一项、第五项、第七项行为之一的，处一百元以上五百元以下的罚款。",
    "处一百元以上五百元以下的罚款",
    [
      ["较轻", "处一百元以上二百二十元以下罚款"],
      ["一般", "处二百二十元以上三百八十元以下罚款"],
      ["较重", "处三百八十元以上五百元以下罚款"],
    ],
  ),
];

/** In the benchmark, and not in the catalogue. */
export const itemOutsideCatalogue = streetsItem(
  "CG009",
  "建设单位将建筑垃圾交给个人运输",
  "《城市建筑垃圾管理规定》第十三条",
  "《城市建筑垃圾管理规定》第二十二条第一款",
  "第二十二条第一款 施工单位将建筑垃圾交给个人或者未经核准从事建筑垃圾运输的单位处置的，由城市人民政府市容环境卫生主管部门责令限期改正，给予警告，处1万元以上10万元以下罚款。",
  "处1万元以上10万元以下罚款",
  [
    ["较轻", "处1万元以上3.7万元以下罚款"],
    ["一般", "处3.7万元以上7.3万元以下罚款"],
    ["较重", "处7.3万元以上10万元以下罚款"],
  ],
);

export const cityItems: readonly CityItem[] = [
  ...marketItems,
  ...streetsItems,
  itemOutsideCatalogue,
];

/** In the catalogue, and in no benchmark. */
export const itemWithoutBenchmark = {
  code: "SC019",
  violation: "销售失效、变质的产品",
  law: "《中华人民共和国产品质量法》第五十二条",
};

/** Powers of the county's departments that the town has been granted since then. */
export const granted: readonly string[] = ["CG001", "CG002", "CG007"];
export const grantedSince = "2024-04-01";

export const cityItem = (code: string): CityItem => {
  const found = cityItems.find((item) => item.code === code);
  if (!found) throw new RangeError(`No such item: ${code}`);
  return found;
};
