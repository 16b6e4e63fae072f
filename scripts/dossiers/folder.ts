import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { codeOf } from "./document-codes.js";
import type { Draft } from "./draft.js";
import { pageOf, type Look } from "./look.js";
import { appendBlank, appendPdf, appendPicture, newPdf, savePdf, stampPages } from "./pdf.js";
import { linesOf } from "./plain-text.js";
import { picturesOf, printPdf } from "./print.js";
import { scanned } from "./pictures.js";
import { truthSchema, type Remark, type Truth, type TruthDocument } from "./truth.js";

const root = fileURLToPath(new URL("../../fixtures/dossiers/", import.meta.url));

/** One piece of a PDF: a document, printed or scanned, or a page that is none. */
export interface Piece {
  draft: Draft;
  look: Look;
  /** How the page was scanned; without it the page keeps its text. */
  scan?: { jpeg: number; tilt: number; noise: number; grey?: boolean; dpi: number };
  case?: string | null;
}

export const blank = "blank";

/** Every value that is noted of a document stands in it. */
const assertPrinted = (file: string, draft: Draft): void => {
  const text = linesOf(draft.html).join("").replace(/\s/g, "");
  for (const [field, entry] of Object.entries(draft.fields)) {
    for (const { printed } of [entry].flat()) {
      if (text.includes(printed.replace(/\s/g, ""))) continue;
      throw new RangeError(`${file}: ${field} is not printed: ${printed}`);
    }
  }
};

/** A folder of fixtures/dossiers in the making, and what is true of it. */
export class Dossier {
  private readonly truth: Truth;

  constructor(
    name: string,
    /** The case that documents belong to unless they say otherwise. */
    private readonly usualCase: string | null,
  ) {
    this.truth = {
      dossier: name,
      documents: [],
      otherPages: [],
      otherFiles: [],
      planted: [],
      lawful: [],
    };
  }

  private get folder(): string {
    return path.join(root, this.truth.dossier);
  }

  async begin(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
  }

  /** Writes pieces as one PDF and says how many pages it has; page numbers are stamped from the page `stampFrom` on. */
  async pdf(
    file: string,
    pieces: readonly (Piece | typeof blank)[],
    stampFrom?: number,
  ): Promise<number> {
    const pdf = await newPdf();
    const unnumbered = new Set<number>();
    for (const piece of pieces) {
      const first = pdf.getPageCount() + 1;
      if (piece === blank) {
        appendBlank(pdf);
        unnumbered.add(first);
        this.truth.otherPages.push({ file, page: first, what: "空白页" });
        continue;
      }
      const printed = await printPdf(pageOf(piece.look, piece.draft.html));
      if (piece.scan) {
        for (const [i, page] of (await picturesOf(printed, piece.scan.dpi)).entries()) {
          await appendPicture(pdf, await scanned(page, `${file}:${first + i}`, piece.scan));
        }
      } else {
        await appendPdf(pdf, printed);
      }
      this.note(file, piece.draft, {
        pages: [first, pdf.getPageCount()],
        text: piece.scan ? "picture" : "text",
        case: piece.case,
      });
    }
    if (stampFrom !== undefined) await stampPages(pdf, stampFrom, unnumbered);
    await this.write(file, await savePdf(pdf));
    return pdf.getPageCount();
  }

  /** Notes what a document of the folder holds. */
  note(
    file: string,
    draft: Draft,
    where: {
      pages: TruthDocument["pages"];
      text: TruthDocument["text"];
      case?: string | null | undefined;
    },
  ): void {
    assertPrinted(file, draft);
    this.truth.documents.push({
      file,
      pages: where.pages,
      type: draft.type,
      code: codeOf(draft.type),
      title: draft.title,
      text: where.text,
      case: where.case === undefined ? this.usualCase : where.case,
      fields: draft.fields,
      signatures: draft.signatures,
    });
  }

  async write(file: string, bytes: Uint8Array | string): Promise<void> {
    await writeFile(path.join(this.folder, file), bytes);
  }

  async other(file: string, bytes: Uint8Array | string, what: string): Promise<void> {
    await this.write(file, bytes);
    this.truth.otherFiles.push({ file, what });
  }

  /** The pages of a document in its file, the first of its type and, where given, with a text among its values. */
  pagesOf(type: string, holding?: string): { file: string; page: number | null } {
    const found = this.truth.documents.find(
      (one) =>
        one.type === type &&
        (holding === undefined || JSON.stringify([one.fields, one.title]).includes(holding)),
    );
    if (!found)
      throw new RangeError(`${this.truth.dossier}: no ${type} with ${holding ?? "anything"}`);
    return { file: found.file, page: found.pages?.[0] ?? null };
  }

  plant(remark: Omit<Remark, "case"> & { case?: string | null }): void {
    this.truth.planted.push({ case: this.usualCase, ...remark });
  }

  /** Notes what looks wrong and is not. */
  spare(remark: Omit<Remark, "case"> & { case?: string | null }): void {
    this.truth.lawful.push({ case: this.usualCase, ...remark });
  }

  async finish(): Promise<void> {
    const text = `${JSON.stringify(truthSchema.parse(this.truth), null, 1)}\n`;
    await mkdir(path.join(root, "truth"), { recursive: true });
    await writeFile(path.join(root, "truth", `${this.truth.dossier}.json`), text);
    console.log(`${this.truth.dossier}: ${this.truth.documents.length} documents`);
  }
}
