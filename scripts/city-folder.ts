import { groupBy } from "../src/values/group-by.js";
import { buildCases, mendedSpecs, type CityCase, type Planted } from "./city-case.js";
import { usualCases } from "./city-cases.js";
import { disclosureBook } from "./city-disclosures.js";
import { lawfulCases } from "./city-lawful.js";
import { marketLedger, marketSimpleList, streetsLedger, townLedger } from "./city-ledgers.js";
import { buildLicences, licenceLedger, publishedLicences, type Licence } from "./city-licences.js";
import {
  benchmarkBook,
  catalogueBook,
  grantList,
  noPenaltyBook,
  randomListBook,
  recordingListBook,
  rectificationBook,
  reviewCatalogueBook,
  rosterBook,
  trainingBook,
} from "./city-lists.js";
import { Names } from "./city-names.js";
import { groups, misprints, plantedCases } from "./city-planted.js";
import { publishedPenalties } from "./city-published.js";
import { Chance } from "./city-random.js";
import { ofAgencies } from "./city-readme.js";
import type { Book } from "./city-sheet.js";
import { coercionLedger, publicityLedger, recordingLedger, reviewLedger } from "./city-stages.js";
import { buildVisits, enterpriseVisits, inspectionLedger, type Visit } from "./city-visits.js";
import type { Days } from "./demo-values.js";
import { noneMended, type Mended, type Fault } from "./fault.js";

/** A folder before it is written. */
export interface CityFolder {
  cases: readonly CityCase[];
  visits: readonly Visit[];
  licences: readonly Licence[];
  /** By name below the folder: workbooks, and the bytes of CSV files. */
  files: Readonly<Record<string, Book | Uint8Array>>;
}

const isOf =
  (agency: string, ...series: string[]) =>
  ({ spec }: CityCase): boolean =>
    spec.agency === agency && series.includes(spec.series);

/** The folder with all its problems, or with the one of that name mended. */
export const cityFolder = (days: Days, mended: Mended = noneMended): CityFolder => {
  const chance = new Chance(2024);
  const names = new Names();
  const usual = usualCases(names, days, chance);
  const specs = [...usual, ...lawfulCases, ...plantedCases, ...groups(names, days)];
  const cases = buildCases(mendedSpecs(specs, mended), days);
  const visits = buildVisits(days, chance, mended);
  const licences = buildLicences(days, mended);
  const misprinted = new Map([...misprints].filter(([key]) => !mended.has(key)));
  const files = {
    "市场监督管理局/行政处罚案件台账（2024年）.xlsx": marketLedger(
      cases.filter(isOf("market", "ordinary", "no-penalty")),
    ),
    "市场监督管理局/当场处罚案件登记表.csv": marketSimpleList(
      cases.filter(isOf("market", "simple")),
    ),
    "市场监督管理局/涉企检查台账（2025年7-9月）.csv": enterpriseVisits(visits),
    "城市管理局/行政处罚台账（2024年）.xlsx": streetsLedger(
      cases.filter(isOf("streets", "ordinary", "no-penalty", "simple")),
    ),
    "泊云镇/行政处罚台账.xlsx": townLedger(cases.filter(isOf("town", "ordinary", "no-penalty"))),
    "全市/法制审核台账.xlsx": reviewLedger(cases),
    "全市/行政执法公示台账.xlsx": publicityLedger(cases),
    "全市/音像记录台账.xlsx": recordingLedger(cases),
    "全市/行政强制措施台账.csv": coercionLedger(cases),
    "全市/行政检查台账（2024年）.xlsx": inspectionLedger(visits),
    "全市/行政许可办理台账.xlsx": licenceLedger(licences),
    "全市/双公示_行政处罚.xlsx": publishedPenalties(cases, misprinted, days),
    "全市/双公示_行政许可.xlsx": publishedLicences(licences),
    "清单/行政执法人员名册（2024年）.xlsx": rosterBook(mended),
    "清单/行政执法事项清单.xlsx": catalogueBook(mended),
    "清单/乡镇赋权事项清单.csv": grantList(mended),
    "清单/行政处罚裁量权基准.xlsx": benchmarkBook(mended),
    "清单/音像记录事项清单.xlsx": recordingListBook(),
    "清单/重大执法决定法制审核目录清单.xlsx": reviewCatalogueBook(),
    "清单/首违不罚事项清单.xlsx": noPenaltyBook(),
    "清单/随机抽查事项清单.xlsx": randomListBook(),
    "清单/执法人员培训考试台账（2024年）.xlsx": trainingBook(mended),
    "清单/执法信息事前公开台账.xlsx": disclosureBook(mended),
    "清单/案卷评查整改台账.xlsx": rectificationBook(mended),
  };
  return { cases, visits, licences, files };
};

type Noted = readonly [name: string, id: string, planted: readonly Planted[] | undefined];

/** The problems of the folder, by the names under which they can be mended: several may have one cause. */
export const cityFaults = ({ cases, visits, licences }: CityFolder): Fault[] => {
  const noted: Noted[] = [
    ...cases.map(({ spec, id }): Noted => [spec.key, id, spec.planted]),
    ...[...visits, ...licences].map(({ key, number, planted }): Noted => [key, number, planted]),
    ["", "", ofAgencies],
  ];
  const all = noted.flatMap(([key, id, planted = []]) =>
    planted.map(({ mend = key, rule, subject = id }) => ({ mend, finding: `${rule} ${subject}` })),
  );
  return [...groupBy(all, ({ mend }) => mend)].map(([name, ofName]) => ({
    name,
    findings: ofName.map(({ finding }) => finding),
  }));
};
