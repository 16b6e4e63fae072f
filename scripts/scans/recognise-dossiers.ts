import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "../../src/model/pages.js";
import { ReaderPool } from "../../src/read/documents/reader-pool.js";
import { findInputs } from "../../src/read/find-inputs.js";
import { ScanPool } from "../../src/read/ocr/scan-pool.js";

/**
 * Writes fixtures/recognised: what recognition reads on the scanned pages of fixtures/dossiers, so that tests of what
 * is made of it need no recognition. Run it when the reader of scans changes: `npm run fixtures:recognised`.
 */
const fixtures = new URL("../../fixtures/", import.meta.url);
const readers = new ReaderPool({ jobs: 1 });
const scans = new ScanPool({ mode: "auto", cacheFolder: null, jobs: 2 });

for (const dossier of ["02-scanned", "03-merged"]) {
  const found: Record<string, readonly Page[]> = {};
  const folder = fileURLToPath(new URL(`dossiers/${dossier}`, fixtures));
  for (const { path, file, content } of await findInputs([folder])) {
    if (!("as" in content) || content.as !== "document") continue;
    const read = await readers.readDocument({ path, file, format: content.format });
    if (read.status === "unread") throw new Error(`${file}: ${read.reason}`);
    const { document } = await scans.recognise(read.document, { path, sha256: read.sha256 });
    const recognised = document.pages.filter((page, at) => page !== read.document.pages[at]);
    if (recognised.length > 0) found[file] = recognised;
    console.log(`${dossier}/${file}: ${recognised.length} of ${document.pages.length} pages`);
  }
  await mkdir(new URL("recognised/", fixtures), { recursive: true });
  const target = new URL(`recognised/${dossier}.json`, fixtures);
  await writeFile(target, `${JSON.stringify(found)}\n`);
}
readers.close();
scans.close();
