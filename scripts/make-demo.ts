import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { loadCalendar } from "../src/rules/calendar.js";
import {
  benchmarkBook,
  registerBook,
  rosterBook,
  simpleList,
  type WrittenEntry,
} from "./demo-books.js";
import { buildCases, type DemoCase } from "./demo-case.js";
import { specs } from "./demo-cases.js";
import { readme } from "./demo-readme.js";
import { Days } from "./demo-values.js";

/** Writes fixtures/demo and fixtures/README.md. No clock and no chance: the same bytes every time. */

const rowsOf = (cases: readonly DemoCase[]): WrittenEntry[] =>
  cases.flatMap(({ spec, entries }) => entries.map((entry) => ({ entry, team: spec.team })));

const cases = buildCases(specs, new Days(await loadCalendar()));
const simple = cases.filter(({ spec }) => spec.series === "simple");
const others = cases.filter(({ spec }) => spec.series !== "simple");

const folder = new URL("../fixtures/demo/", import.meta.url);
await mkdir(folder, { recursive: true });
const files = {
  "行政处罚案件台账（2023年8-11月）.xlsx": await registerBook(rowsOf(others)),
  "当场处罚案件登记表.csv": simpleList(rowsOf(simple)),
  "行政执法人员名册（2023年）.xlsx": await rosterBook(),
  "行政处罚裁量权基准.xlsx": await benchmarkBook(),
};
for (const [name, bytes] of Object.entries(files)) {
  await writeFile(new URL(encodeURIComponent(name), folder), bytes);
}
const text = await format(readme(cases), { parser: "markdown", printWidth: 100 });
await writeFile(new URL("../README.md", folder), text);
console.log(`${cases.length} cases → ${fileURLToPath(folder)}`);
