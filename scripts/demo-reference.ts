/** What the invented bureau has beside its cases: people with certificates, and its discretion benchmark. */

export const agency = "栖霁区市场监督管理局";

export interface Officer {
  name: string;
  certificate: string;
  department: string;
  post: string;
  from: string;
  to: string;
  state: string;
  /** 法律职业资格证书编号. */
  qualification?: string;
  reviewerSince?: string;
  remark?: string;
}

const officer = (
  name: string,
  serial: number,
  department: string,
  post: string,
  more: Partial<Officer> = {},
): Officer => ({
  name,
  certificate: `990106230${String(serial).padStart(2, "0")}`,
  department,
  post,
  from: "2021-03-15",
  to: "2026-03-14",
  state: "有效",
  ...more,
});

export const officers: readonly Officer[] = [
  officer("卓凌川", 1, "霁北市场监督管理所", "所长"),
  officer("崔知白", 2, "霁北市场监督管理所", "四级主任科员"),
  officer("栾明溪", 3, "河埠市场监督管理所", "副所长"),
  officer("阎予安", 4, "河埠市场监督管理所", "一级科员"),
  officer("靳书禾", 5, "云桥市场监督管理所", "所长", { from: "2019-11-08", to: "2024-11-07" }),
  officer("温景行", 6, "云桥市场监督管理所", "一级科员"),
  officer("鲁长庚", 7, "行政执法稽查大队", "大队长", {
    qualification: "A20169901060031",
    reviewerSince: "2019-06-03",
  }),
  officer("邵云归", 8, "行政执法稽查大队", "三级主任科员"),
  officer("宁若谷", 9, "网络交易监督管理科", "科长"),
  officer("褚少衡", 10, "网络交易监督管理科", "一级科员", { from: "2022-06-20", to: "2027-06-19" }),
  officer("凌汀兰", 11, "行政执法稽查大队", "一级科员", {
    from: "2018-09-16",
    to: "2023-09-15",
    state: "过期",
    remark: "换证办理中",
  }),
  officer("盛怀远", 12, "云桥市场监督管理所", "四级主任科员", {
    from: "2023-09-11",
    to: "2028-09-10",
    remark: "到期换发新证",
  }),
  officer("庾清和", 13, "河埠市场监督管理所", "二级主任科员", {
    state: "注销",
    remark: "2023年5月退休",
  }),
  officer("沈知微", 14, "政策法规科", "科长", {
    qualification: "A20159901060012",
    reviewerSince: "2016-05-09",
  }),
  officer("陆怀瑾", 15, "政策法规科", "二级主任科员", { reviewerSince: "2012-03-01" }),
  officer("何宛如", 16, "政策法规科", "一级科员", { reviewerSince: "2022-04-12" }),
  officer("岑望舒", 17, "局领导", "副局长"),
];

export const certificateOf = (name: string): string => {
  const found = officers.find((one) => one.name === name);
  if (!found) throw new RangeError(`Not on the roster: ${name}`);
  return found.certificate;
};

export interface Tier {
  level: string;
  conditions: string;
  standard: string;
}

export interface Item {
  key: string;
  code: string;
  violation: string;
  /** 违反条款. */
  violated: string;
  /** 处罚依据. */
  penalty: string;
  statutory: string;
  tiers: readonly Tier[];
}

const usual = {
  减轻: "主动消除或者减轻违法行为危害后果，或者有立功表现等法定减轻情形的",
  较轻: "违法行为持续时间不足三个月，及时改正，未造成危害后果的",
  一般: "违法行为持续时间三个月以上不足一年，或者造成轻微危害后果的",
  较重: "违法行为持续时间一年以上，或者拒不改正，或者造成较大危害后果的",
} as const;

type Level = keyof typeof usual;

const tiers = (...standards: readonly (readonly [Level, string])[]): Tier[] =>
  standards.map(([level, standard]) => ({ level, conditions: usual[level], standard }));

const item = (
  key: string,
  violation: string,
  violated: string,
  penalty: string,
  statutory: string,
  levels: readonly Tier[],
): Item => {
  const code = `QJSC-${key.slice(0, 2)}-${key.slice(2).padStart(3, "0")}`;
  return { key, code, violation, violated, penalty, statutory, tiers: levels };
};

export const items: readonly Item[] = [
  item(
    "SP1",
    "经营标签不符合规定的预包装食品（货值金额不足一万元）",
    "《中华人民共和国食品安全法》第六十七条第一款",
    "《中华人民共和国食品安全法》第一百二十五条第一款第二项",
    "处5000元以上5万元以下罚款",
    tiers(
      ["减轻", "处500元以上5000元以下罚款"],
      ["较轻", "处5000元以上1.85万元以下罚款"],
      ["一般", "处1.85万元以上3.65万元以下罚款"],
      ["较重", "处3.65万元以上5万元以下罚款"],
    ),
  ),
  item(
    "SP2",
    "食品经营者进货时未查验许可证和相关证明文件（拒不改正）",
    "《中华人民共和国食品安全法》第五十三条第一款",
    "《中华人民共和国食品安全法》第一百二十六条第一款第三项",
    "处五千元以上五万元以下罚款",
    tiers(
      ["较轻", "处五千元以上一万八千五百元以下罚款"],
      ["一般", "处一万八千五百元以上三万六千五百元以下罚款"],
      ["较重", "处三万六千五百元以上五万元以下罚款"],
    ),
  ),
  item(
    "SP3",
    "经营超过保质期的食品（货值金额不足一万元）",
    "《中华人民共和国食品安全法》第三十四条第十项",
    "《中华人民共和国食品安全法》第一百二十四条第一款第五项",
    "处5万元以上10万元以下罚款",
    tiers(
      ["减轻", "处5000元以上5万元以下罚款"],
      ["较轻", "处5万元以上6.5万元以下罚款"],
      ["一般", "处6.5万元以上8.5万元以下罚款"],
      ["较重", "处8.5万元以上10万元以下罚款"],
    ),
  ),
  item(
    "TS1",
    "使用未经检验的特种设备",
    "《中华人民共和国特种设备安全法》第四十条第三款",
    "《中华人民共和国特种设备安全法》第八十四条第一项",
    "处3万元以上30万元以下罚款",
    tiers(
      ["较轻", "处3万元以上11.1万元以下罚款"],
      ["一般", "处11.1万元以上21.9万元以下罚款"],
      ["较重", "处21.9万元以上30万元以下罚款"],
    ),
  ),
  item(
    "TS2",
    "使用特种设备未按照规定办理使用登记（逾期未改正）",
    "《中华人民共和国特种设备安全法》第三十三条",
    "《中华人民共和国特种设备安全法》第八十三条第一项",
    "处1万元以上10万元以下罚款",
    tiers(
      ["较轻", "处1万元以上3.7万元以下罚款"],
      ["一般", "处3.7万元以上7.3万元以下罚款"],
      ["较重", "处7.3万元以上10万元以下罚款"],
    ),
  ),
  item(
    "GG1",
    "对商品作虚假或者引人误解的商业宣传",
    "《中华人民共和国反不正当竞争法》第八条第一款",
    "《中华人民共和国反不正当竞争法》第二十条第一款",
    "处20万元以上100万元以下罚款",
    tiers(
      ["较轻", "处20万元以上44万元以下罚款"],
      ["一般", "处44万元以上76万元以下罚款"],
      ["较重", "处76万元以上100万元以下罚款"],
    ),
  ),
  item(
    "JG1",
    "不按照规定明码标价",
    "《中华人民共和国价格法》第十三条第一款",
    "《中华人民共和国价格法》第四十二条",
    "可以并处5000元以下罚款",
    tiers(
      ["较轻", "处1500元以下罚款"],
      ["一般", "处1500元以上3500元以下罚款"],
      ["较重", "处3500元以上5000元以下罚款"],
    ),
  ),
  item(
    "DS1",
    "未在首页显著位置公示营业执照信息",
    "《中华人民共和国电子商务法》第十五条第一款",
    "《中华人民共和国电子商务法》第七十六条第一款第一项",
    "可以处1万元以下罚款",
    tiers(
      ["较轻", "处3000元以下罚款"],
      ["一般", "处3000元以上7000元以下罚款"],
      ["较重", "处7000元以上1万元以下罚款"],
    ),
  ),
  item(
    "HZ1",
    "未依照规定建立并执行化妆品进货查验记录制度",
    "《化妆品监督管理条例》第三十八条第一款",
    "《化妆品监督管理条例》第六十二条第一款",
    "处1万元以上3万元以下罚款",
    tiers(
      ["较轻", "处1万元以上1.6万元以下罚款"],
      ["一般", "处1.6万元以上2.4万元以下罚款"],
      ["较重", "处2.4万元以上3万元以下罚款"],
    ),
  ),
  item(
    "YX1",
    "未依照规定建立并执行医疗器械进货查验记录制度（拒不改正）",
    "《医疗器械监督管理条例》第四十五条第一款",
    "《医疗器械监督管理条例》第八十九条",
    "处1万元以上10万元以下罚款",
    tiers(
      ["较轻", "处1万元以上3.7万元以下罚款"],
      ["一般", "处3.7万元以上7.3万元以下罚款"],
      ["较重", "处7.3万元以上10万元以下罚款"],
    ),
  ),
  item(
    "SB1",
    "销售侵犯注册商标专用权的商品（违法经营额不足五万元）",
    "《中华人民共和国商标法》第五十七条第三项",
    "《中华人民共和国商标法》第六十条第二款",
    "可以处25万元以下罚款",
    tiers(
      ["较轻", "处7.5万元以下罚款"],
      ["一般", "处7.5万元以上17.5万元以下罚款"],
      ["较重", "处17.5万元以上25万元以下罚款"],
    ),
  ),
  item(
    "DJ1",
    "未将营业执照置于住所或者主要经营场所的醒目位置（拒不改正）",
    "《中华人民共和国市场主体登记管理条例》第三十六条",
    "《中华人民共和国市场主体登记管理条例》第四十八条第一款",
    "处3万元以下罚款",
    tiers(
      ["较轻", "处9000元以下罚款"],
      ["一般", "处9000元以上2.1万元以下罚款"],
      ["较重", "处2.1万元以上3万元以下罚款"],
    ),
  ),
  item(
    "JL1",
    "使用不合格计量器具",
    "《中华人民共和国计量法实施细则》第二十二条",
    "《中华人民共和国计量法实施细则》第四十六条",
    "可以并处2000元以下罚款",
    tiers(
      ["较轻", "处600元以下罚款"],
      ["一般", "处600元以上1400元以下罚款"],
      ["较重", "处1400元以上2000元以下罚款"],
    ),
  ),
];

/** Enforced once, but in no benchmark. */
export const itemWithoutBenchmark: Item = item(
  "ZL9",
  "销售失效、变质的产品",
  "《中华人民共和国产品质量法》第三十五条",
  "《中华人民共和国产品质量法》第五十二条",
  "",
  [],
);
