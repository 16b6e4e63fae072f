import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PDFDocument } from "pdf-lib";

/** Text of PDFs: pages a second beside poppler's `pdftotext`, and memory over many files. */

const root = fileURLToPath(new URL("..", import.meta.url));
const dossier = path.join(root, "fixtures", "dossiers", "01-clean");
const pdfs = readdirSync(dossier).filter((name) => name.endsWith(".pdf"));

/** A PDF of the dossier's papers, again and again: about 400 pages. */
const longPdf = async (file: string): Promise<void> => {
  const whole = await PDFDocument.create();
  const parts = await Promise.all(
    pdfs.map((name) => PDFDocument.load(readFileSync(path.join(dossier, name)))),
  );
  while (whole.getPageCount() < 400) {
    for (const part of parts) {
      for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page);
    }
  }
  writeFileSync(file, await whole.save());
};

const secondsOf = (file: string, ...options: string[]): number => {
  const start = performance.now();
  execFileSync("pdftotext", [...options, file, "/dev/null"]);
  return (performance.now() - start) / 1000;
};

const run = <T>(...args: string[]): T => {
  const script = path.join(root, "scripts", "bench-documents-run.js");
  const done = spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as T;
};

const speed = (file: string): void => {
  const { first, warm, pages } = run<{ first: number; warm: number; pages: number }>("speed", file);
  const rate = (seconds: number) => `${Math.round(pages / seconds)} pages/s`;
  console.log(`\n${pages} pages of text with places`);
  console.log(`  first file ${rate(first)}, then ${rate(warm)}`);
  if (spawnSync("pdftotext", ["-v"]).error) return console.log("  pdftotext is not installed");
  for (const options of [["-layout"], ["-bbox"], []]) {
    const other = secondsOf(file, ...options);
    const name = ["pdftotext", ...options].join(" ");
    console.log(`  ${name} ${rate(other)}: takes ${(warm / other).toFixed(1)} times as long`);
  }
};

/** Whether memory is flat: that of the program and its readers after so many files. */
const memory = (folder: string): void => {
  mkdirSync(folder);
  for (let count = 0; count < 1000; count++) {
    const name = pdfs[count % pdfs.length] ?? "";
    copyFileSync(path.join(dossier, name), path.join(folder, `${count}.pdf`));
  }
  const found = run<{ files: number; megabytes: number }[]>("memory", folder);
  console.log("\nmemory of the program and its readers of PDFs");
  for (const { files, megabytes } of found) {
    console.log(`  after ${files} files ${megabytes.toFixed(0)} MB`);
  }
};

export const benchDocuments = async (within: string): Promise<void> => {
  const file = path.join(within, "long.pdf");
  await longPdf(file);
  speed(file);
  memory(path.join(within, "pdfs"));
};
