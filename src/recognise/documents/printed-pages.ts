import type { Line, Page } from "../../model/pages.js";
import { foldWidth, withoutSpace } from "../../values/fold-width.js";

/** How near to the edge a page number stands, as a part of the page's height. */
const EDGE = 0.1;
/** A number is that of the dossier if pages bear it one after the other. */
const FEWEST = 5;

/** A number that stands alone at an edge of a page, and in which corner. */
interface Mark {
  page: number;
  corner: string;
  number: number;
}

const numberIn = ({ text }: Line): number | undefined => {
  const [, digits] =
    /^(?:[-—–·]*|第)(\d{1,4})(?:[-—–·]*|页)$/.exec(withoutSpace(foldWidth(text))) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

const marksOn = ({ number: page, width, height, lines }: Page): Mark[] => {
  if (width === null || height === null) return [];
  return lines.flatMap((line) => {
    const number = numberIn(line);
    if (number === undefined || !line.box) return [];
    const [x, y] = [line.box.left + line.box.width / 2, line.box.top + line.box.height / 2];
    if (y > EDGE * height && y < (1 - EDGE) * height) return [];
    const side = x < width / 3 ? "left" : x < (2 * width) / 3 ? "middle" : "right";
    return [{ page, corner: `${y < height / 2 ? "top" : "bottom"} ${side}`, number }];
  });
};

/** Whether numbers grow from page to page, by no more than the pages do. */
const isRunning = (marks: readonly Mark[]): boolean =>
  marks.every(({ page, number }, at) => {
    const before = marks[at - 1];
    return !before || (number > before.number && number - before.number <= page - before.page);
  });

/**
 * The numbers that the pages of a dossier bear, by page of the file. Documents count their own pages as well:
 * what runs on through at least five pages of one corner, and through the most pages, is the dossier's.
 */
export const printedPages = (pages: readonly Page[]): ReadonlyMap<number, number> => {
  const byCorner = new Map<string, Mark[]>();
  for (const mark of pages.flatMap(marksOn)) {
    const same = byCorner.get(mark.corner) ?? [];
    byCorner.set(mark.corner, [...same, mark]);
  }
  const [longest, ...others] = [...byCorner.values()]
    .filter((marks) => marks.length >= FEWEST && isRunning(marks))
    .sort((a, b) => b.length - a.length);
  const isCertain = longest && longest.length > (others[0]?.length ?? 0);
  return new Map(isCertain ? longest.map(({ page, number }) => [page, number]) : []);
};
