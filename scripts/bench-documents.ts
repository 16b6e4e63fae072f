import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { documentLimits } from "../src/read/documents/limits.js";
import { readPdf } from "../src/read/documents/read-pdf.js";

/**
 * Pages a second of the PDF reader beside `pdftotext -layout`, where that is installed:
 * `npx tsx scripts/bench-documents.ts FILE.pdf …`. The first reading, which loads the library, is told apart.
 */
const seconds = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  let pages = 0;
  const read = async (): Promise<void> => {
    pages = (await readPdf(bytes, documentLimits)).pages.length;
  };
  const cold = await seconds(read);
  const warm = await seconds(read);
  const other = await seconds(() => execFileSync("pdftotext", ["-layout", file, "/dev/null"]));
  const rate = (time: number): string => `${Math.round(pages / time)} pages/s`;
  console.log(`${file}: ${pages} pages`);
  console.log(`  first ${rate(cold)}, then ${rate(warm)}`);
  console.log(`  pdftotext -layout ${rate(other)}, ${(warm / other).toFixed(1)} times as fast`);
}
