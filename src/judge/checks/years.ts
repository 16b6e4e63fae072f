import { CivilDate } from "../../values/civil-date.js";
import { textKey } from "../../values/text-key.js";
import { textOf, type RegisterRow } from "../../model/registers.js";

/** Undefined for a text of two years: 2023-2024年度. */
const inText = (text: string | undefined): number | undefined => {
  const years = new Set(textKey(text ?? "").match(/20\d{2}/g) ?? []);
  const [year] = years;
  return year === undefined || years.size > 1 ? undefined : Number(year);
};

const partOfYear = /季度|半年|[一二三四]季|\d月|[一二三四五六七八九十]月|第.{1,3}期|培训班|签到/;

/** Whether a sheet by its title holds a part of the year only, so that what it lacks may stand elsewhere. */
export const isPartOfYear = ({ title, sheet, file }: RegisterRow): boolean =>
  [title, sheet, file].some((text) => partOfYear.test(textKey(text ?? "")));

/** The year in the title of a sheet. */
export const yearOfSheet = ({ title, sheet, file }: RegisterRow): number | undefined =>
  [title, sheet, file].map(inText).find((year) => year !== undefined);

/** The year that a row of a register is of: its own, that of its day, else that of its sheet's title. */
export const yearOf = (row: RegisterRow): number | undefined =>
  inText(textOf(row, "year")) ?? inText(textOf(row, "date")) ?? yearOfSheet(row);

/** The last day of a year. */
export const endOf = (year: number): CivilDate | undefined => CivilDate.of(year, 12, 31);
