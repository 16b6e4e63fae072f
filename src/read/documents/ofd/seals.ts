import type { Seal } from "../../../model/pages.js";
import { CivilDate } from "../../../values/civil-date.js";
import { Unreadable } from "../../errors.js";
import type { OfdPackage } from "./package.js";
import { sealNameIn } from "./seal-name.js";

/**
 * The seals and signatures that a document says it carries, one for each place where one is shown.
 *
 * @param list the part that lists the signatures.
 * @param pageOf number of a page by its id.
 */
export const sealsIn = (
  archive: OfdPackage,
  list: string,
  pageOf: ReadonlyMap<string, number>,
): Seal[] => {
  const scanner = archive.scan(list);
  const seals: Seal[] = [];
  while (scanner.next()) {
    if (!scanner.opens("Signature")) continue;
    const part = archive.find(scanner.attribute("BaseLoc") ?? "", list);
    seals.push(...(part === undefined ? [unnamed] : sealsOf(archive, part, pageOf)));
  }
  return seals;
};

const unnamed: Seal = { page: null, name: null, date: null };

const sealsOf = (
  archive: OfdPackage,
  part: string,
  pageOf: ReadonlyMap<string, number>,
): Seal[] => {
  const scanner = archive.scan(part);
  const pages: (number | null)[] = [];
  let date: CivilDate | null = null;
  let name: string | null = null;
  const nameFrom = (reference: string): void => {
    const found = archive.find(reference, part);
    if (found !== undefined) name ??= namedBy(archive, found);
  };
  while (scanner.next()) {
    if (scanner.opens("SignatureDateTime")) date = dayOf(scanner.text());
    else if (scanner.opens("StampAnnot")) {
      pages.push(pageOf.get(scanner.attribute("PageRef") ?? "") ?? null);
    } else if (scanner.opens("Seal")) {
      while (scanner.nextInside("Seal")) if (scanner.opens("BaseLoc")) nameFrom(scanner.text());
    } else if (scanner.opens("SignedValue")) nameFrom(scanner.text());
  }
  return (pages.length > 0 ? pages : [null]).map((page) => ({ page, name, date }));
};

/** A seal that cannot be taken apart is still there. */
const namedBy = (archive: OfdPackage, part: string): string | null => {
  try {
    return sealNameIn(archive.bytes(part)) ?? null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
};

const TIME = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]?(\d{2}):?\d{2}.*?(Z)?)?\s*$/;
/** From this hour of universal time on, it is the next day in China. */
const NEXT_DAY = 16;

/**
 * The day of `20200723130907.763Z` or `2020-01-25 15:31:56`. Where the time is marked as universal and
 * China may already have the next day, the day is not known: many writers mark local time so.
 */
export const dayOf = (time: string): CivilDate | null => {
  const [, year, month, day, hour, universal] = TIME.exec(time) ?? [];
  if (universal !== undefined && Number(hour) >= NEXT_DAY) return null;
  return CivilDate.of(Number(year), Number(month), Number(day)) ?? null;
};
