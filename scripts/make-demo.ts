import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { loadCalendar } from "../src/rules/calendar.js";
import { demoFolder } from "./demo-folder.js";
import { readme } from "./demo-readme.js";
import { Days } from "./demo-values.js";
import { bytesOf } from "./write-book.js";

/** Writes fixtures/demo and fixtures/README.md. No clock and no chance: the same bytes every time. */

const { cases, files } = demoFolder(new Days(await loadCalendar()));
const folder = new URL("../fixtures/demo/", import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, content] of Object.entries(files)) {
  const bytes = content instanceof Uint8Array ? content : await bytesOf(content);
  await writeFile(new URL(encodeURIComponent(name), folder), bytes);
}
const text = await format(readme(cases), { parser: "markdown", printWidth: 100 });
await writeFile(new URL("../README.md", folder), text);
console.log(`${cases.length} cases → ${fileURLToPath(folder)}`);
