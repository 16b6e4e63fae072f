import { noneMended, type Mended } from "./fault.js";
import type { Planted } from "./city-case.js";
import { agencies, certificateOf, pairOf, type AgencyKey } from "./city-people.js";
import type { Chance } from "./city-random.js";
import { bookOf, csvInUtf8, sheetOf, type Column, type Part, type Book } from "./city-sheet.js";
import { sequence, writtenDate } from "./city-writing.js";
import { creditCode, type Days } from "./demo-values.js";

/** Inspections: a ledger of 2024, and an export of the visits to enterprises of 2025. */

export interface Visit {
  key: string;
  agency: AgencyKey;
  number: string;
  form: string;
  itemCode: string;
  item: string;
  object: string;
  creditCode: string;
  date: string;
  /** From when to when, and where: only in 2024. */
  from: string;
  to: string;
  place: string;
  mode: string;
  officers: readonly string[];
  shown: string;
  result?: string;
  problems: string;
  handling?: string | undefined;
  deadline?: string | undefined;
  filed: string;
  published?: string;
  /** Only in 2025. */
  planned?: string;
  approval?: string;
  noticeNumber?: string;
  noticedOn?: string;
  code?: string;
  remark?: string;
  planted?: readonly Planted[];
  lawful?: string;
}

export const inspectionItems: Record<"market" | "streets", readonly (readonly [string, string])[]> =
  {
    market: [
      ["JC001", "食品销售监督检查"],
      ["JC002", "特种设备使用监督检查"],
      ["JC003", "价格行为监督检查"],
    ],
    streets: [["JC011", "建筑垃圾运输单位监督检查"]],
  };

const objects: readonly (readonly [name: string, kind: "91" | "92"])[] = [
  ["砚溪市松烟食品有限公司", "91"],
  ["砚溪市青琅超市有限公司", "91"],
  ["砚溪市洗墨酒店管理有限公司", "91"],
  ["砚溪市徽纹机械有限公司", "91"],
  ["砚溪市云根物流有限公司", "91"],
  ["砚溪市漱石商贸有限公司", "91"],
  ["砚溪市飞泉药业有限公司", "91"],
  ["砚溪市龙尾建材有限公司", "91"],
];

const streets = ["墨香路", "砚台街", "湖笔巷", "宣纸大道", "澄泥街", "松烟路", "歙石街", "端溪路"];

const forms = ["日常检查", "专项检查", "双随机抽查"];

const usualVisit = (
  agency: "market" | "streets",
  serial: number,
  year: string,
  date: string,
  days: Days,
  chance: Chance,
): Visit => {
  const [itemCode, item] = chance.of(inspectionItems[agency]);
  const at = (serial * 5 + (agency === "market" ? 0 : 3)) % objects.length;
  const [object, kind] = objects[at] ?? ["", "91" as const];
  const hasProblem = serial % 6 === 0;
  return {
    key: `${agency}-${year}-${serial}`,
    agency,
    number: `${agencies[agency].word}检〔${year}〕${serial}号`,
    form: forms[serial % forms.length] ?? "",
    itemCode,
    item,
    object,
    creditCode: creditCode(kind, 101 + at),
    date,
    from: serial % 2 === 0 ? "09:00" : "14:30",
    to: serial % 2 === 0 ? "10:20" : "16:00",
    place: `砚溪市${streets[at] ?? ""}${10 + serial}号`,
    mode: "现场检查",
    officers: pairOf(agency, serial),
    shown: "是",
    result: hasProblem ? "发现台账登记不全的问题" : "未发现问题",
    problems: hasProblem ? "是" : "否",
    ...(hasProblem && { handling: "责令限期改正", deadline: days.working(date, 10) }),
    filed: "否",
    published: days.working(date, 6 + (serial % 9)),
  };
};

const visitOf = (visits: readonly Visit[], key: string): Visit => {
  const found = visits.find((visit) => visit.key === key);
  if (!found) throw new RangeError(`No such visit: ${key}`);
  return found;
};

const withChange = (
  visits: readonly Visit[],
  key: string,
  change: (usual: Visit) => Partial<Visit>,
): Visit[] => {
  const usual = visitOf(visits, key);
  return visits.map((visit) => (visit === usual ? { ...visit, ...change(visit) } : visit));
};

const where2024 = "行政检查台账（2024年）";
const where2025 = "涉企检查台账（2025年7-9月）";

const changes: readonly (readonly [
  key: string,
  change: (usual: Visit, days: Days) => Partial<Visit>,
])[] = [
  [
    "market-2024-5",
    (usual, days) => ({
      published: days.working(usual.date, 21),
      planted: [
        {
          rule: "publicity/result-published-in-time",
          severity: "warning",
          where: where2024,
          what: "检查后第21个工作日才公示检查结果",
        },
      ],
    }),
  ],
  [
    "market-2024-7",
    (usual, days) => ({
      published: days.working(usual.date, 20),
      lawful: "检查后第20个工作日公示检查结果，正好在期限内",
    }),
  ],
  [
    "market-2024-11",
    () => ({
      shown: "否",
      planted: [
        {
          rule: "publicity/identity-shown",
          severity: "warning",
          where: where2024,
          what: "检查时没有出示执法证件",
        },
      ],
    }),
  ],
  [
    "market-2024-18",
    () => ({
      handling: undefined,
      deadline: undefined,
      planted: [
        {
          rule: "inspection/result-recorded",
          severity: "warning",
          where: where2024,
          what: "发现问题，处理意见、整改期限都为空",
        },
      ],
    }),
  ],
  [
    "market-2024-16",
    // On the day and by the officers of the last visit but one.
    ({ date, agency }, days) => ({
      date: days.working(date, -20),
      published: days.working(date, -14),
      ...{ officers: pairOf(agency, 14), from: "09:50", to: "11:00" },
      planted: [
        {
          rule: "recording/officer-in-two-places",
          severity: "warning",
          where: where2024,
          subject: [14, 16].map((at) => `${agencies.market.word}检〔2024〕${at}号`).join(" + "),
          what: "同两名执法人员9时至10时20分在另一处检查，本次9时50分开始",
        },
      ],
    }),
  ],
  [
    "streets-2024-4",
    () => ({
      mode: "非现场检查",
      lawful: "非现场检查",
    }),
  ],
];

/** Every so many working days one, of both agencies. */
const visitsOf = (
  agency: "market" | "streets",
  year: string,
  first: string,
  count: number,
  step: number,
  days: Days,
  chance: Chance,
): Visit[] =>
  Array.from({ length: count }, (_, at) =>
    usualVisit(agency, at + 1, year, days.working(first, at * step), days, chance),
  );

/** Since 2025 a visit to an enterprise is planned, or approved by itself, and notified. */
const withPlan = (visit: Visit, days: Days): Visit => ({
  ...visit,
  planned: "是",
  noticeNumber: `${visit.number.replace("检", "检通")}`,
  noticedOn: days.working(visit.date, -3),
  code: "是",
});

const repeated = "砚溪市青琅超市有限公司";

/** Visits with a problem are as usual where it is mended. */
export const buildVisits = (days: Days, chance: Chance, mended: Mended = noneMended): Visit[] => {
  const of2024 = [
    ...visitsOf("market", "2024", "2024-01-09", 24, 10, days, chance),
    ...visitsOf("streets", "2024", "2024-02-20", 8, 25, days, chance),
  ];
  const changed = changes
    .filter(([key]) => !mended.has(key))
    .reduce<Visit[]>(
      (visits, [key, change]) => withChange(visits, key, (usual) => change(usual, days)),
      of2024,
    );
  const of2025 = visitsOf("market", "2025", "2025-07-03", 12, 5, days, chance).map((visit, at) =>
    withPlan({ ...visit, ...matterOf(at), ...objectOf(at) }, days),
  );
  return [
    ...changed,
    ...of2025.map((visit) => ({
      ...visit,
      ...(mended.has(visit.key) ? {} : changesIn2025[visit.key]),
    })),
  ];
};

const [food, device, price] = inspectionItems.market;

/** In the third quarter of 2025 nobody is visited twice on one matter, but for those named below. */
const matterOf = (at: number): Partial<Visit> => {
  const [itemCode = "", item = ""] = (at % 2 === 0 ? device : price) ?? [];
  return { itemCode, item };
};

const objectOf = (at: number): Partial<Visit> => {
  const index = Math.floor(at / 2) % objects.length;
  const [object = "", kind = "91"] = objects[index] ?? [];
  return { object, creditCode: creditCode(kind, 101 + index) };
};

const foodVisit: Partial<Visit> = {
  itemCode: food?.[0] ?? "",
  item: food?.[1] ?? "",
  object: repeated,
  creditCode: creditCode("91", 102),
  form: "日常检查",
  result: "未发现问题",
  problems: "否",
};

const changesIn2025: Record<string, Partial<Visit>> = {
  "market-2025-2": foodVisit,
  "market-2025-5": foodVisit,
  "market-2025-9": {
    ...foodVisit,
    planted: [
      {
        rule: "inspection/not-repeated",
        severity: "warning",
        where: where2025,
        subject: `${repeated} 食品销售监督检查 2025`,
        what: "同一事项一年日常检查三次，抽查事项清单规定每年不超过2次",
      },
    ],
  },
  "market-2025-7": {
    planned: "否",
    planted: [
      {
        rule: "inspection/planned-and-notified",
        severity: "warning",
        where: where2025,
        what: "计划外检查，审批一栏为空",
      },
    ],
  },
  "market-2025-11": {
    ...foodVisit,
    object: "砚溪市松烟食品有限公司",
    creditCode: creditCode("91", 101),
    form: "投诉举报检查",
    planned: "否",
    approval: "经主要负责人批准",
    lawful: "投诉举报引发的计划外检查，经过批准",
  },
};

const cell = (header: string, of: (visit: Visit) => string | undefined): Column<Visit> => ({
  header,
  of,
});

const day = (header: string, of: (visit: Visit) => string | undefined, hand: number) => ({
  header,
  of: (visit: Visit) => {
    const iso = of(visit);
    return iso === undefined ? "/" : writtenDate(iso, hand);
  },
});

/** 9时30分 or 9:30, as the hand has it. */
const clock = (header: string, of: (visit: Visit) => string, hand: number): Column<Visit> => ({
  header,
  of: (visit) => {
    const [hour = "", minute = ""] = of(visit).split(":");
    return hand === 1 ? `${Number(hour)}时${minute}分` : `${hour}:${minute}`;
  },
});

const columns = (hand: number): Column<Visit>[] => [
  sequence,
  cell("检查编号", ({ number }) => number),
  cell("检查类型", ({ form }) => form),
  cell("事项编码", ({ itemCode }) => itemCode),
  cell("检查事项", ({ item }) => item),
  cell("检查对象", ({ object }) => object),
  cell("统一社会信用代码", (visit) => visit.creditCode),
  day("检查日期", ({ date }) => date, hand),
  cell("检查方式", ({ mode }) => mode),
  cell("检查人员", ({ officers }) => officers.join("、")),
  cell("执法证号", ({ officers }) => officers.map(certificateOf).join("、")),
  cell("是否出示执法证件", ({ shown }) => shown),
  cell("检查结果", ({ result }) => result),
  cell("是否发现问题", ({ problems }) => problems),
  cell("处理意见", ({ handling }) => handling),
  day("整改期限", ({ deadline }) => deadline, hand),
  cell("是否立案", ({ filed }) => filed),
  cell("执法单位", ({ agency }) => agencies[agency].name),
  day("公示日期", ({ published }) => published, hand),
  cell("公示载体", ({ published }) => published && "行政执法公示平台"),
  cell("备注", ({ remark }) => remark),
];

const isOf = (year: string) => (visit: Visit) => visit.key.includes(`-${year}-`);

export const inspectionLedger = (visits: readonly Visit[]): Book => {
  const sheet = (agency: AgencyKey, hand: number): Part =>
    sheetOf({
      name: agencies[agency].name,
      title: `${agencies[agency].name}行政检查台账（2024年）`,
      columns: [
        ...columns(hand),
        clock("检查开始时间", ({ from }) => from, hand),
        clock("检查结束时间", ({ to }) => to, hand),
        cell("检查地点", ({ place }) => place),
      ],
      rows: visits.filter((visit) => visit.agency === agency && isOf("2024")(visit)),
      footers: ["说明：检查结果在检查完毕后二十个工作日内公示。"],
    });
  return bookOf("砚溪市司法局", sheet("market", 1), sheet("streets", 2));
};

export const enterpriseVisits = (visits: readonly Visit[]): Uint8Array =>
  csvInUtf8({
    columns: [
      ...columns(4),
      cell("是否计划内检查", ({ planned }) => planned),
      cell("计划外检查审批", ({ approval }) => approval),
      cell("检查通知书文号", ({ noticeNumber }) => noticeNumber),
      day("检查通知书日期", ({ noticedOn }) => noticedOn, 5),
      cell("是否扫码", ({ code }) => code),
    ],
    rows: visits.filter(isOf("2025")),
  });
