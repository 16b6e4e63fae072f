import { noneMended, type Mended } from "./fault.js";
import {
  cityItems,
  granted,
  grantedSince,
  itemOutsideCatalogue,
  itemWithoutBenchmark,
  type CityItem,
} from "./city-items.js";
import { licenceItems } from "./city-licences.js";
import { agencies, officers, reviewers, type AgencyKey, type Official } from "./city-people.js";
import {
  bookOf,
  csvInUtf8,
  emptySheet,
  sheetOf,
  type Column,
  type Part,
  type Book,
} from "./city-sheet.js";
import { inspectionItems } from "./city-visits.js";
import { sequence, writtenDate } from "./city-writing.js";

/** What the city's agencies have published and are held to, and who serves in them. */

const keys: readonly AgencyKey[] = ["market", "streets", "town"];
const justice = "砚溪市司法局";

type Line = readonly (string | number | null)[];

/** A list written out row by row. */
const plainSheet = (
  name: string,
  title: string,
  headers: readonly string[],
  rows: readonly Line[],
  more: { notes?: readonly string[]; footers?: readonly string[] } = {},
): Part =>
  sheetOf({
    name,
    title,
    ...more,
    columns: headers.map((header, at): Column<Line> => ({
      header,
      width: 20,
      of: (row) => row[at],
    })),
    rows,
  });

// ── people ─────────────────────────────────────────────────────────────────────────────────────────

const rosterColumns: readonly Column<Official>[] = [
  sequence,
  { header: "姓 名", of: ({ name }) => name },
  { header: "工作单位", width: 24, of: ({ agency }) => agencies[agency].name },
  { header: "所属部门", width: 20, of: ({ department }) => department },
  { header: "执法类别", of: ({ agency }) => agencies[agency].field },
  { header: "执法区域", of: () => "砚溪市" },
  { header: "执法证号", width: 16, of: ({ certificate }) => certificate },
  { header: "发证机关", of: () => "云汐省人民政府" },
  { header: "发证日期", of: ({ from }, at) => writtenDate(from, at) },
  { header: "有效期至", of: ({ to }, at) => writtenDate(to, at) },
  { header: "证件状态", of: () => "有效" },
];

const qualificationColumns: readonly Column<Official>[] = [
  { header: "法律职业资格证书编号", width: 20, of: ({ qualification }) => qualification ?? "/" },
  {
    header: "从事法制审核日期",
    of: ({ reviewerSince }, at) =>
      reviewerSince === undefined ? null : writtenDate(reviewerSince, at),
  },
];

/** A colleague of the only reviewer of the streets. */
const secondReviewer: Official = {
  ...(reviewers.find(({ agency }) => agency === "streets") as Official),
  name: "明澈之",
  certificate: "99010624999",
};

/** One sheet an agency, and one of all reviewers. */
export const rosterBook = (mended: Mended = noneMended): Book =>
  bookOf(
    justice,
    ...keys.map((key) =>
      sheetOf({
        name: agencies[key].name,
        title: `${agencies[key].name}行政执法人员名册（2024年）`,
        notes: ["填报日期：2024年12月30日"],
        columns: rosterColumns,
        rows: officers.filter(({ agency }) => agency === key),
      }),
    ),
    sheetOf({
      name: "法制审核人员",
      title: "砚溪市法制审核人员名册（2024年）",
      columns: [...rosterColumns, ...qualificationColumns],
      rows: mended.has("one-reviewer") ? [...reviewers, secondReviewer] : reviewers,
      footers: ["备注：2018年以前从事法制审核的，不要求法律职业资格。"],
    }),
  );

// ── items ──────────────────────────────────────────────────────────────────────────────────────────

type ItemRow = readonly [section: string, code: string, name: string, kind: string, law: string];

const penaltyRow = ({ code, violation, penalty }: CityItem): ItemRow => [
  "（一）行政处罚类",
  code,
  violation,
  "行政处罚",
  penalty,
];

const catalogueRows = (agency: "market" | "streets", mended: Mended = noneMended): ItemRow[] => {
  const [code, name] = licenceItems[agency];
  const penalties = cityItems.filter(
    (item) =>
      item.agency === agency &&
      (item !== itemOutsideCatalogue || mended.has("benchmark-without-item")),
  );
  return [
    ...penalties.map(penaltyRow),
    ...(agency === "market" && !mended.has("item-without-benchmark")
      ? [
          penaltyRow({
            ...itemWithoutBenchmark,
            agency,
            violated: "",
            penalty: itemWithoutBenchmark.law,
            statutory: "",
            tiers: [],
          }),
        ]
      : []),
    ...inspectionItems[agency].map(([itemCode, item]): ItemRow => [
      "（二）行政检查类",
      itemCode,
      item,
      "行政检查",
      "部门规章",
    ]),
    ["（三）行政许可类", code, name, "行政许可", "《中华人民共和国行政许可法》"],
  ];
};

const catalogueSheet = (key: "market" | "streets", mended: Mended = noneMended): Part =>
  sheetOf({
    name: agencies[key].word,
    title: `${agencies[key].name}行政执法事项清单（2024年版）`,
    columns: [
      sequence,
      { header: "事项编码", of: ([, code]: ItemRow) => code },
      { header: "事项名称", width: 40, of: ([, , name]: ItemRow) => name },
      { header: "职权类型", of: ([, , , kind]: ItemRow) => kind },
      { header: "设定依据", width: 40, of: ([, , , , law]: ItemRow) => law },
      { header: "实施主体", width: 24, of: () => agencies[key].name },
      { header: "备注", of: () => null },
    ],
    section: ([section]) => section,
    rows: catalogueRows(key, mended),
  });

export const catalogueBook = (mended: Mended = noneMended): Book =>
  bookOf(
    justice,
    catalogueSheet("market", mended),
    catalogueSheet("streets", mended),
    emptySheet("Sheet4"),
  );

/** A system's export. */
export const grantList = (mended: Mended = noneMended): Uint8Array =>
  csvInUtf8({
    columns: [
      sequence,
      { header: "事项编码", of: (code: string) => code },
      {
        header: "赋权事项",
        of: (code) => cityItems.find((item) => item.code === code)?.violation,
      },
      { header: "原实施主体", of: () => agencies.streets.name },
      { header: "承接乡镇", of: () => "泊云镇" },
      { header: "赋权方式", of: () => "省政府决定下放" },
      { header: "赋权日期", of: () => (mended.has("before-grant") ? "2024-03-01" : grantedSince) },
    ],
    rows: granted,
  });

// ── benchmarks ─────────────────────────────────────────────────────────────────────────────────────

interface TierRow {
  item: CityItem;
  at: number;
  level: string;
  conditions: string;
  standard: string;
}

const tierRows = (items: readonly CityItem[]): TierRow[] =>
  items.flatMap((item, at) => item.tiers.map((tier) => ({ item, at: at + 1, ...tier })));

const marketBenchmark = (name: string, items: readonly CityItem[]): Part =>
  sheetOf({
    name,
    title: `${agencies.market.name}行政处罚裁量权基准（自2023年1月1日起施行）`,
    columns: [
      { header: "序号", of: ({ at }: TierRow) => at },
      { header: "事项编码", of: ({ item }) => item.code },
      { header: "违法行为", width: 30, of: ({ item }) => item.violation },
      { header: "法定依据", width: 30, of: ({ item }) => item.penalty },
      { header: "法定处罚幅度", width: 24, of: ({ item }) => item.statutory },
      { header: "裁量阶次", of: ({ level }) => level },
      { header: "适用条件", width: 36, of: ({ conditions }) => conditions },
      { header: "裁量权基准", width: 30, of: ({ standard }) => standard },
    ],
    rows: tierRows(items),
    merged: 5,
    footers: ["注：本基准所称“以上”“以下”均含本数。"],
  });

/** The article in full, behind the name of its law. */
const quotedLaw = ({ item }: { item: CityItem }): string =>
  item.lawText === undefined
    ? item.penalty
    : `${/《[^》]+》/.exec(item.penalty)?.[0] ?? ""}${item.lawText}`;

/** 裁量幅度 is what the tier carries here, and 法律依据 quotes the article. */
const streetsBenchmark = (items: readonly CityItem[]): Part =>
  sheetOf({
    name: "城市管理",
    title: `${agencies.streets.name}行政处罚裁量基准（自2023年7月1日起施行）`,
    columns: [
      { header: "序号", of: ({ at }: TierRow) => at },
      { header: "职权编码", of: ({ item }) => item.code },
      { header: "违法行为", width: 30, of: ({ item }) => item.violation },
      { header: "法律依据", width: 50, of: quotedLaw },
      { header: "处罚种类及幅度", width: 24, of: ({ item }) => item.statutory },
      { header: "违法程度", of: ({ level }) => level },
      { header: "适用条件", width: 36, of: ({ conditions }) => conditions },
      { header: "处罚标准", width: 30, of: ({ standard }) => standard },
    ],
    rows: tierRows(items),
    merged: 5,
  });

/** Between 一般 and 较重 nothing is said of a fine from 6.3 to 7.3 万元. */
const withGap = (item: CityItem): CityItem =>
  item === itemOutsideCatalogue
    ? {
        ...item,
        tiers: item.tiers.map((tier) => ({
          ...tier,
          standard: tier.level === "一般" ? "处3.7万元以上6.3万元以下罚款" : tier.standard,
        })),
      }
    : item;

/** The market bureau's table has a sheet for food and one for the rest. */
export const benchmarkBook = (mended: Mended = noneMended): Book => {
  const items = mended.has("tier-gap") ? cityItems : cityItems.map(withGap);
  const own = (key: AgencyKey): CityItem[] => items.filter(({ agency }) => agency === key);
  const isFood = ({ penalty }: CityItem): boolean => penalty.includes("食品安全法");
  return bookOf(
    justice,
    marketBenchmark("食品", own("market").filter(isFood)),
    marketBenchmark(
      "其他",
      own("market").filter((item) => !isFood(item)),
    ),
    streetsBenchmark(own("streets")),
  );
};

// ── lists that rules hold cases to ─────────────────────────────────────────────────────────────────

export const recordingListBook = (): Book =>
  bookOf(
    justice,
    plainSheet(
      "清单",
      "砚溪市行政执法音像记录事项清单",
      ["序号", "执法类别", "记录环节", "记录事项", "记录要求", "记录方式"],
      [
        [1, "行政强制", "实施", "查封、扣押现场", "应当全程记录", "录像"],
        [2, "行政处罚", "听证", "举行听证", "应当全程记录", "录音录像"],
        [3, "行政处罚", "送达", "留置送达", "应当记录", "录像"],
        [4, "行政处罚", "取证", "先行登记保存", "应当记录", "录像"],
        [5, "行政检查", "检查", "现场检查", "可以视情记录", "照片、录像"],
      ],
    ),
  );

export const reviewCatalogueBook = (): Book =>
  bookOf(
    justice,
    plainSheet(
      "目录",
      "砚溪市重大行政执法决定法制审核目录清单",
      ["序号", "执法类别", "审核事项", "应提交的审核资料", "审核重点", "法制审核机构"],
      [
        [1, "行政处罚", "对公民处以五千元以上罚款", "案卷", "事实、程序", "法制机构"],
        [2, "行政处罚", "对法人或者其他组织处以五万元以上罚款", "案卷", "事实、程序", "法制机构"],
        [3, "行政处罚", "责令停产停业、吊销许可证件", "案卷", "事实、程序", "法制机构"],
        [4, "行政处罚", "经过听证程序的案件", "案卷、听证笔录", "事实、程序", "法制机构"],
      ],
    ),
  );

const lenientHeaders = ["序号", "事项编码", "违法行为", "适用条件", "不予处罚依据", "配套监管措施"];
const article33 = "《中华人民共和国行政处罚法》第三十三条第一款";

export const noPenaltyBook = (): Book => {
  const conditions = "初次违法，危害后果轻微并及时改正";
  const row = (at: number, code: string): Line => {
    const item = cityItems.find((one) => one.code === code);
    return [at, code, item?.violation ?? "", conditions, article33, "责令改正、教育"];
  };
  return bookOf(
    justice,
    plainSheet("首违不罚", "砚溪市首违不罚事项清单", lenientHeaders, [
      row(1, "SC012"),
      row(2, "CG007"),
    ]),
  );
};

export const randomListBook = (): Book =>
  bookOf(
    justice,
    plainSheet(
      "随机抽查",
      "砚溪市“双随机、一公开”抽查事项清单",
      ["事项编号", "抽查事项名称", "抽查依据", "抽查主体", "抽查对象", "抽查比例", "抽查频次"],
      [...inspectionItems.market, ...inspectionItems.streets].map(([code, name], at) => [
        code,
        name,
        "部门规章",
        at < inspectionItems.market.length ? agencies.market.name : agencies.streets.name,
        "经营者",
        "5%",
        "每年不超过2次",
      ]),
    ),
  );

// ── training and rectification ─────────────────────────────────────────────────────────────────────

export const tooLittleTraining = "乐正扬";
const examined: Record<AgencyKey, number> = { market: 12, streets: 20, town: 2 };

const everybody = (key: AgencyKey): Official[] =>
  [...officers, ...reviewers].filter(({ agency }) => agency === key);

/** Two courses a year, and the examination. */
export const trainingBook = (mended: Mended = noneMended): Book => {
  const isShort = (name: string) =>
    name === tooLittleTraining && !mended.has("too-little-training");
  const hours = (name: string): Line[] => [
    ["执法人员轮训", isShort(name) ? 12 : 24],
    ["行政处罚法专题", "16学时"],
  ];
  const courses = keys
    .flatMap(everybody)
    .flatMap(({ name, certificate, agency }) =>
      hours(name).map(([topic = null, length = null]): Line => [
        name,
        certificate,
        agencies[agency].name,
        2024,
        topic,
        length,
      ]),
    );
  const exam = keys.flatMap((key) =>
    everybody(key).map(({ name }, at): Line => {
      const took = at < examined[key] + (mended.has("too-few-examined") ? 1 : 0);
      return [name, agencies[key].name, "2024年", took ? "是" : "否", took ? 76 + (at % 20) : null];
    }),
  );
  return bookOf(
    justice,
    plainSheet(
      "培训",
      "砚溪市行政执法人员2024年培训台账",
      ["参训人员", "执法证号", "所属单位", "年度", "培训内容", "培训学时"],
      courses,
    ),
    plainSheet(
      "考试",
      "砚溪市行政执法人员2024年考试台账",
      ["参考人员", "所属单位", "年度", "是否参加考试", "考试成绩"],
      exam,
    ),
  );
};

export const openProblem = {
  about: "砚城管罚决字〔2024〕3号",
  problem: "案卷目录页码错误",
  deadline: "2025-06-30",
} as const;

export const rectificationBook = (mended: Mended = noneMended): Book =>
  bookOf(
    justice,
    plainSheet(
      "整改台账",
      "2025年上半年案卷评查问题整改台账",
      [
        "序号",
        "责任单位",
        "决定书文号",
        "存在问题",
        "整改措施",
        "整改期限",
        "整改情况",
        "完成时间",
      ],
      [
        [
          1,
          agencies.market.name,
          "砚市监处罚〔2024〕2号",
          "送达回证填写不规范",
          "规范填写",
          "2025年6月30日",
          "已整改",
          "2025.6.18",
        ],
        [
          2,
          agencies.streets.name,
          openProblem.about,
          openProblem.problem,
          "重新编页",
          "2025年6月30日",
          ...(mended.has("open-problem") ? ["已整改", "2025-06-20"] : ["整改中", null]),
        ],
        [
          3,
          agencies.town.name,
          "砚泊政罚〔2024〕4号",
          "照片没有说明",
          "补充说明",
          "2025-12-31",
          "未整改",
          null,
        ],
      ],
      { footers: ["填表人：贝清江"] },
    ),
  );
