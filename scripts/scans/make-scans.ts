import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { typeset, type SetLine } from "./chromium.js";
import { degrade } from "./degrade.js";
import { scanDocuments } from "./documents.js";

/**
 * Writes scans of invented documents with their truth: `npx tsx scripts/scans/make-scans.ts <folder>`.
 * Needs Chromium and the Noto CJK fonts. Tilt goes from -1.5 to 1.5 degrees over the pages.
 */

/** What is known of a scan. Places are in pixels of the scan, already tilted. */
export interface Truth {
  name: string;
  fields: readonly string[];
  lines: { text: string; x: number; y: number }[];
}

const scale = 200 / 96;

const tilted = (line: SetLine, tilt: number) => {
  const [middleX, middleY] = [(794 * scale) / 2, (1123 * scale) / 2];
  const [x, y] = [((line.left + line.right) / 2) * scale, ((line.top + line.bottom) / 2) * scale];
  const angle = (tilt * Math.PI) / 180;
  const [dx, dy] = [x - middleX, y - middleY];
  return {
    text: line.text,
    x: middleX + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: middleY + dx * Math.sin(angle) + dy * Math.cos(angle),
  };
};

const folder = process.argv[2] ?? "scans";
await mkdir(folder, { recursive: true });
for (const [index, document] of scanDocuments.entries()) {
  const page = await typeset(document.html);
  const tilt = Number((-1.5 + (3 * index) / (scanDocuments.length - 1)).toFixed(2));
  const centre = page.seal ? { x: page.seal.left + 60, y: page.seal.top + 5 } : null;
  const jpeg = await degrade(page.png, {
    tilt,
    noise: 6 + (index % 3) * 3,
    quality: 70 + (index % 3) * 8,
    blur: 0.5 + (index % 2) * 0.3,
    seal:
      document.sealed && centre
        ? { x: centre.x * scale, y: centre.y * scale, text: "澜汀市栖霁区市场监督管理局" }
        : null,
    seed: index + 1,
  });
  const truth: Truth = {
    name: document.name,
    fields: document.fields,
    lines: page.lines.map((line) => tilted(line, tilt)),
  };
  await writeFile(join(folder, `${document.name}.jpg`), jpeg);
  await writeFile(join(folder, `${document.name}.json`), JSON.stringify(truth));
  console.log(document.name, jpeg.length, "bytes, tilt", tilt);
}
