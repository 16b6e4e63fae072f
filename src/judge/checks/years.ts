import { CivilDate } from "../../values/civil-date.js";
import { textKey } from "../../values/text-key.js";
import { textOf, type RegisterRow } from "../../model/registers.js";

const inText = (text: string | undefined): number | undefined => {
  const year = /(20\d{2})/.exec(textKey(text ?? ""))?.[1];
  return year === undefined ? undefined : Number(year);
};

/** The year that a row of a register is of: its own, that of its day, else that of its sheet's title. */
export const yearOf = (row: RegisterRow): number | undefined =>
  inText(textOf(row, "year")) ??
  inText(textOf(row, "date")) ??
  [row.title, row.sheet, row.file].map(inText).find((year) => year !== undefined);

/** The last day of a year. */
export const endOf = (year: number): CivilDate | undefined => CivilDate.of(year, 12, 31);
