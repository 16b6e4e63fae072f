import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { loadCalendar } from "../src/rules/calendar.js";
import { buildCases, type CityCase } from "./city-case.js";
import { usualCases } from "./city-cases.js";
import { disclosureBook } from "./city-disclosures.js";
import { lawfulCases } from "./city-lawful.js";
import { marketLedger, marketSimpleList, streetsLedger, townLedger } from "./city-ledgers.js";
import { buildLicences, licenceLedger, publishedLicences } from "./city-licences.js";
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
import { cityReadme } from "./city-readme.js";
import { groups, misprints, plantedCases } from "./city-planted.js";
import { publishedPenalties } from "./city-published.js";
import { Chance } from "./city-random.js";
import { coercionLedger, publicityLedger, recordingLedger, reviewLedger } from "./city-stages.js";
import { buildVisits, enterpriseVisits, inspectionLedger } from "./city-visits.js";
import { Days } from "./demo-values.js";

/** Writes fixtures/city. No clock, and chance from a seed: the same bytes every time. */

const days = new Days(await loadCalendar());
const chance = new Chance(2024);
const names = new Names();
const cases = buildCases(
  [...usualCases(names, days, chance), ...lawfulCases, ...plantedCases, ...groups(names, days)],
  days,
);
const visits = buildVisits(days, chance);
const licences = buildLicences(days);

const isOf =
  (agency: string, ...series: string[]) =>
  ({ spec }: CityCase): boolean =>
    spec.agency === agency && series.includes(spec.series);

const files: Record<string, Uint8Array> = {
  "市场监督管理局/行政处罚案件台账（2024年）.xlsx": await marketLedger(
    cases.filter(isOf("market", "ordinary", "no-penalty")),
  ),
  "市场监督管理局/当场处罚案件登记表.csv": marketSimpleList(cases.filter(isOf("market", "simple"))),
  "市场监督管理局/涉企检查台账（2025年7-9月）.csv": enterpriseVisits(visits),
  "城市管理局/行政处罚台账（2024年）.xlsx": await streetsLedger(
    cases.filter(isOf("streets", "ordinary", "no-penalty", "simple")),
  ),
  "泊云镇/行政处罚台账.xlsx": await townLedger(
    cases.filter(isOf("town", "ordinary", "no-penalty")),
  ),
  "全市/法制审核台账.xlsx": await reviewLedger(cases),
  "全市/行政执法公示台账.xlsx": await publicityLedger(cases),
  "全市/音像记录台账.xlsx": await recordingLedger(cases),
  "全市/行政强制措施台账.csv": coercionLedger(cases),
  "全市/行政检查台账（2024年）.xlsx": await inspectionLedger(visits),
  "全市/行政许可办理台账.xlsx": await licenceLedger(licences),
  "全市/双公示_行政处罚.xlsx": await publishedPenalties(cases, misprints, days),
  "全市/双公示_行政许可.xlsx": await publishedLicences(licences),
  "清单/行政执法人员名册（2024年）.xlsx": await rosterBook(),
  "清单/行政执法事项清单.xlsx": await catalogueBook(),
  "清单/乡镇赋权事项清单.csv": grantList(),
  "清单/行政处罚裁量权基准.xlsx": await benchmarkBook(),
  "清单/音像记录事项清单.xlsx": await recordingListBook(),
  "清单/重大执法决定法制审核目录清单.xlsx": await reviewCatalogueBook(),
  "清单/首违不罚事项清单.xlsx": await noPenaltyBook(),
  "清单/随机抽查事项清单.xlsx": await randomListBook(),
  "清单/执法人员培训考试台账（2024年）.xlsx": await trainingBook(),
  "清单/执法信息事前公开台账.xlsx": await disclosureBook(),
  "清单/案卷评查整改台账.xlsx": await rectificationBook(),
};

const folder = new URL("../fixtures/city/", import.meta.url);
await rm(folder, { recursive: true, force: true });
for (const [name, bytes] of Object.entries(files)) {
  const file = new URL(name.split("/").map(encodeURIComponent).join("/"), folder);
  await mkdir(new URL(".", file), { recursive: true });
  await writeFile(file, bytes);
}
const text = await format(cityReadme(cases, visits, licences), {
  parser: "markdown",
  printWidth: 100,
});
await writeFile(new URL("README.md", folder), text);
const count = cases.length + visits.length + licences.length;
console.log(`${count} cases → ${fileURLToPath(folder)}`);
