import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "../../src/model/pages.js";
import { documentLimits } from "../../src/read/documents/limits.js";
import { readBytes } from "../../src/read/documents/read-bytes.js";
import { findInputs } from "../../src/read/find-inputs.js";
import { prepareEngine } from "../../src/read/ocr/engine.js";
import { recogniseScans } from "../../src/read/ocr/recognise-scans.js";

/**
 * Writes fixtures/recognised: what recognition reads on the scanned pages of fixtures/dossiers, so that tests of
 * what is made of it need no recognition. Run it when the reader of scans changes: `npm run fixtures:recognised`.
 */
const fixtures = new URL("../../fixtures/", import.meta.url);
const engine = await prepareEngine({ native: false });

for (const dossier of ["02-scanned", "03-merged"]) {
  const found: Record<string, Page[]> = {};
  const folder = fileURLToPath(new URL(`dossiers/${dossier}`, fixtures));
  for (const { path, file, content } of await findInputs([folder])) {
    if (!("as" in content) || content.as !== "document") continue;
    const bytes = await readFile(path);
    const read = await readBytes(bytes, content.format, documentLimits, () => undefined);
    const document = { file, format: content.format, ...read };
    const { pages } = await recogniseScans(document, bytes, "auto", { engine });
    const recognised = pages.filter((page, at) => page !== read.pages[at]);
    if (recognised.length > 0) found[file] = recognised;
    console.log(`${dossier}/${file}: ${recognised.length} of ${pages.length} pages`);
  }
  await mkdir(new URL("recognised/", fixtures), { recursive: true });
  const target = new URL(`recognised/${dossier}.json`, fixtures);
  await writeFile(target, `${JSON.stringify(found)}\n`);
}
