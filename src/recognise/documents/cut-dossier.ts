import type { DocumentType } from "../../model/document-words.js";
import type { Page, PagedFile } from "../../model/pages.js";
import type { FoundTitle, TitleBook } from "./document-titles.js";
import { bodyLines, isUnreadPicture, pageCount } from "./page-text.js";
import { labelKey } from "./plain-text.js";

/** One document of a file: the pages that belong together, and what it is if that is known. */
export interface CutDocument {
  file: string;
  pages: readonly Page[];
  /** Null where no title that is known was found. */
  type: DocumentType | null;
  title: FoundTitle | null;
  /** How sure the type is, from 0 to 1; 0 where it is not known. */
  confidence: number;
  /** Whether the file carries a seal on one of its pages, or says no page of it. */
  isSealed: boolean;
}

const CONTINUED = /续页|\(续\)|接上页/;

/**
 * Cuts a file into its documents. A page with a title begins one, and so does one that counts itself as
 * the first of several; pages behind it belong to it. Pictures that were not recognised may be anything, so
 * they stand apart; blank pages belong to nothing.
 */
export const cutDossier = (file: PagedFile, book: TitleBook): CutDocument[] => {
  const parts: { pages: Page[]; title: FoundTitle | undefined; isPicture: boolean }[] = [];
  for (const page of file.pages) {
    if (page.state === "blank") continue;
    const last = parts.at(-1);
    const isPicture = isUnreadPicture(page);
    const title = isPicture ? undefined : book.titleOn(page);
    const goesOn =
      last && (isPicture ? last.isPicture : !last.isPicture && goesOnWith(page, title, last));
    if (goesOn) last.pages.push(page);
    else parts.push({ pages: [page], title, isPicture });
  }
  return parts.map(({ pages, title }) => ({
    file: file.file,
    pages,
    type: title?.type ?? null,
    title: title ?? null,
    confidence: title?.type ? title.confidence : 0,
    isSealed: isSealedOn(file, pages),
  }));
};

/** Whether the file carries a seal on one of the pages, or says no page of it. */
export const isSealedOn = ({ seals }: PagedFile, pages: readonly Page[]): boolean =>
  seals.some(({ page: at }) => at === null || pages.some(({ number }) => number === at));

/** Whether a page goes on with the document before it. */
const goesOnWith = (
  page: Page,
  title: FoundTitle | undefined,
  before: { pages: readonly Page[]; title: FoundTitle | undefined },
): boolean => {
  const head = bodyLines(page).slice(0, 3);
  if (head.some(({ text }) => CONTINUED.test(labelKey(text)))) return true;
  const count = pageCount(page);
  const previous = before.pages.at(-1);
  const countBefore = previous && pageCount(previous);
  const isNext =
    count !== undefined &&
    count.page > 1 &&
    countBefore?.of === count.of &&
    countBefore.page === count.page - 1;
  if (title) return isNext && title.title === before.title?.title;
  return count === undefined || count.page > 1;
};
