import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { loadCalendar } from "../src/rules/calendar.js";
import { cityFolder } from "./city-folder.js";
import { cityReadme } from "./city-readme.js";
import { Days } from "./demo-values.js";
import { bytesOf } from "./write-book.js";

/** Writes fixtures/city. No clock, and chance from a seed: the same bytes every time. */

const { cases, visits, licences, files } = cityFolder(new Days(await loadCalendar()));

const folder = new URL("../fixtures/city/", import.meta.url);
await rm(folder, { recursive: true, force: true });
for (const [name, content] of Object.entries(files)) {
  const file = new URL(name.split("/").map(encodeURIComponent).join("/"), folder);
  await mkdir(new URL(".", file), { recursive: true });
  await writeFile(file, content instanceof Uint8Array ? content : await bytesOf(content));
}
const text = await format(cityReadme(cases, visits, licences), {
  parser: "markdown",
  printWidth: 100,
});
await writeFile(new URL("README.md", folder), text);
const count = cases.length + visits.length + licences.length;
console.log(`${count} cases → ${fileURLToPath(folder)}`);
