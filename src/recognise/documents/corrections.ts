import type { Correction } from "../../model/correction.js";
import type { Page, PagedFile } from "../../model/pages.js";
import { cutDossier, isSealedOn, type CutDocument } from "./cut-dossier.js";
import type { TitleBook } from "./document-titles.js";

/** A document with what a person said of it, if anybody did. */
export interface CorrectedDocument extends CutDocument {
  correction?: Correction;
}

const isOn =
  ({ number }: Page) =>
  ({ pages }: Correction): boolean =>
    pages === null || (pages[0] <= number && number <= pages[1]);

/** Pages that follow each other and of which the same is said, or nothing. */
const stretchesOf = (
  { pages }: PagedFile,
  corrections: readonly Correction[],
): { pages: Page[]; correction: Correction | undefined }[] => {
  const stretches: { pages: Page[]; correction: Correction | undefined }[] = [];
  for (const page of pages) {
    const correction = corrections.find(isOn(page));
    const last = stretches.at(-1);
    if (last && last.correction === correction) last.pages.push(page);
    else stretches.push({ pages: [page], correction });
  }
  return stretches;
};

/** Cuts a file where a person said, and the rest of it by its titles. */
export const cutWithCorrections = (
  file: PagedFile,
  book: TitleBook,
  corrections: readonly Correction[],
): CorrectedDocument[] =>
  stretchesOf(file, corrections).flatMap(({ pages, correction }): CorrectedDocument[] => {
    if (!correction) return cutDossier({ ...file, pages }, book);
    const [first] = pages;
    const title = (first && book.titleOn(first)) ?? null;
    const isSealed = isSealedOn(file, pages);
    const { type } = correction;
    return [{ file: file.file, pages, type, title, confidence: 1, isSealed, correction }];
  });
