import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { stampZip } from "../../src/report/stamp-zip.js";

const run = promisify(execFile);

/** Calls back with a folder that is gone afterwards. */
export const inTemporaryFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(path.join(tmpdir(), "dossiers-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** A page of HTML as a PDF with its fonts embedded as subsets. Needs `chromium` and Noto CJK. */
export const printPdf = (html: string): Promise<Uint8Array> =>
  inTemporaryFolder(async (folder) => {
    const source = path.join(folder, "page.html");
    const target = path.join(folder, "page.pdf");
    await writeFile(source, html);
    await run("chromium", [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-pdf-tagging",
      "--no-pdf-header-footer",
      `--user-data-dir=${path.join(folder, "profile")}`,
      `--print-to-pdf=${target}`,
      source,
    ]);
    return readFile(target);
  });

/** The pages of a PDF as PNG pictures. Needs `pdftoppm`. */
export const picturesOf = (pdf: Uint8Array, dpi: number): Promise<Buffer[]> =>
  inTemporaryFolder(async (folder) => {
    const source = path.join(folder, "page.pdf");
    await writeFile(source, pdf);
    await run("pdftoppm", ["-r", String(dpi), "-png", source, path.join(folder, "p")]);
    const { stdout } = await run("ls", [folder]);
    const names = stdout.split("\n").filter((name) => name.endsWith(".png"));
    return Promise.all(names.sort().map((name) => readFile(path.join(folder, name))));
  });

/** What LibreOffice makes of a page of HTML: `docx`, `doc` or `rtf`. Needs `soffice`. */
export const convertHtml = (html: string, extension: "docx" | "doc" | "rtf"): Promise<Uint8Array> =>
  inTemporaryFolder(async (folder) => {
    const filters = {
      docx: "docx:MS Word 2007 XML",
      doc: "doc:MS Word 97",
      rtf: "rtf:Rich Text Format",
    };
    const source = path.join(folder, "page.html");
    // LibreOffice draws the rules of a table by its attribute, not by its style.
    await writeFile(source, html.replaceAll("<table", '<table border="1" cellspacing="0"'));
    await run("soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--infilter=HTML (StarWriter)",
      "--convert-to",
      filters[extension],
      "--outdir",
      folder,
      source,
    ]);
    const made = await readFile(path.join(folder, `page.${extension}`));
    return extension === "docx" ? stampZip(made, new Date(Date.UTC(2024, 5, 1, 8, 0, 0))) : made;
  });
