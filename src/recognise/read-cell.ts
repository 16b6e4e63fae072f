import { isBlankMarker } from "../values/blank.js";
import { CivilDate } from "../values/civil-date.js";
import { timeOfFraction } from "../values/clock-time.js";
import { parseChineseInteger } from "../values/chinese-number.js";
import { DayAndTime } from "../values/day-and-time.js";
import { foldWidth } from "../values/fold-width.js";
import { parseMoment, parseMomentSpan, writtenMoment, type Moment } from "../values/moment.js";
import { splitNames } from "../values/names.js";
import { numberAsAmount, parseAmount } from "../values/parse-amount.js";
import { fromExcelSerial, parseDate } from "../values/parse-date.js";
import { parseYesNo } from "../values/yes-no.js";
import type { FieldKind } from "../model/case-file.js";
import { CellError, type Cell } from "../model/cells.js";
import { isInList } from "../model/vocabulary.js";
import type { SheetUnit } from "./normalise-header.js";
import { parsePeriod } from "./period.js";
import { blank, known, unreadable, type Reading } from "./reading.js";
import { readWord, readWords, valueOfWord, type Words } from "./word-list.js";

export interface CellContext {
  /** Path of the field that the column fills. */
  field: string;
  /** What a bare number in an amount column counts; yuan where nothing says so. */
  unit?: SheetUnit | undefined;
  /** Words of an enumerated or yes-no field. */
  words?: Words | undefined;
  /** 1 is 是 and 2 is 否 in the column. */
  codeList?: boolean | undefined;
}

/** A cell taken as the value of a field of some kind. What is not certain is unreadable, never guessed. */
export const readCell = (
  cell: Cell | undefined,
  kind: FieldKind,
  context: CellContext,
): Reading => {
  if (cell === null || cell === undefined) return blank;
  if (cell instanceof CellError) return unreadable(cell.code, "cell-error");
  if (cell instanceof CivilDate) return readDateCell(cell, kind, context);
  if (typeof cell === "number") return readNumber(cell, kind, context);
  if (typeof cell === "boolean") {
    if (kind === "boolean") return known(cell, cell ? "TRUE" : "FALSE");
    return readText(cell ? "是" : "否", kind, context);
  }
  const text = tidy(cell);
  if (text === "") return blank;
  if (shownError.test(text)) return unreadable(text, "cell-error");
  if (text.length > longestMarker) return readText(text, kind, context);
  const isWord = context.words !== undefined && valueOfWord(text, context.words) !== undefined;
  if (!isWord && isBlankMarker(text, { wuIsContent: isWuContent(kind, context.field) }))
    return blank;
  return readText(text, kind, context);
};

/** No word list and no mark for “nothing” has anything longer: long texts need not be looked at. */
const longestMarker = 60;

/** Without the tab or apostrophe that keep a spreadsheet from changing a long number. */
const tidy = (text: string): string =>
  text
    .trim()
    .replace(/^['‘’`]/, "")
    .trim();

/** An error, or a column too narrow, that was exported as text. */
const shownError = /^#(?:#+|N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

/** 无 answers “was there one?” in these columns; elsewhere it fills an empty cell. */
const isWuContent = (kind: FieldKind, field: string): boolean =>
  kind === "boolean" || (kind === "text" && askingFields.some((group) => field.startsWith(group)));

const askingFields = [
  "defence.",
  "hearing.",
  "row.hearing",
  "remedy.",
  "inspection.result",
  "inspection.handling",
  "enforcement.state",
  "payment.instalments",
];

const readText = (text: string, kind: FieldKind, context: CellContext): Reading => {
  switch (kind) {
    case "text":
      return readPlain(text, context.field);
    case "texts":
      return known(splitNames(text), text);
    case "date":
      return readDate(text, context.field);
    case "time":
      return readTime(parseMoment(text), text);
    case "money":
      return readAmount(text, context.unit ?? "yuan");
    case "number":
      return readCount(text);
    case "boolean":
      return readYesNo(text, context);
    case "enum":
      return inWords(readWord(text, context.words ?? {}), text);
    case "enums":
      return inWords(readWords(text, context.words ?? {}), text);
  }
};

const inWords = (value: string | string[] | undefined, text: string): Reading =>
  value === undefined ? unreadable(text, "word-not-known") : known(value, text);

/** A long number that a spreadsheet has turned into a float and shown as text. */
const float = /^\d(?:\.\d+)?E\+\d{2}$/i;

/** Such a number written out again: behind its fifteenth digit only zeros are left. */
const zeroed = /^[1-9]\d{14}0{3,5}$/;

/** Of fields that a case has several times the column gives a list, one cell its item. */
const readPlain = (text: string, field: string): Reading => {
  const plain = text.length < 25 ? foldWidth(text) : "";
  if (float.test(plain) || (isIdentifier.test(field) && zeroed.test(plain))) {
    return unreadable(text, "damaged-number");
  }
  return known(isInList(field) ? [text] : text, text);
};

const readYesNo = (text: string, { words, codeList = false }: CellContext): Reading => {
  const word = words && valueOfWord(text, words);
  const answer = word === undefined ? parseYesNo(text, { codeList }) : word === "true";
  return answer === undefined ? unreadable(text, "not-yes-or-no") : known(answer, text);
};

/** Fields that name the end of a period, in columns that often hold the whole period. */
const endOfPeriod = new Set([
  "roster.validTo",
  "decision.validUntil",
  "publicity.until",
  "tier.effectiveTo",
]);

/** Days of acts whose columns often say from when to when: 2024年3月5日9时30分至10时20分. */
const daysOfActs = new Set(["inspection.date", "inquiry.date"]);

/** A serial number as text, from a CSV export. */
const serial = /^\d{5}(?:\.\d+)?$/;

const readDate = (text: string, field: string): Reading => {
  if (serial.test(text)) return readSerial(Number(text), text);
  const date =
    parseDate(text) ??
    (endOfPeriod.has(field) ? parsePeriod(text)?.to : undefined) ??
    (daysOfActs.has(field) ? parseMomentSpan(text)?.from.date : undefined);
  return date && isPlausible(date) ? known(date.iso, text) : unreadable(text, "not-a-date");
};

/** A day alone says no time. */
const readTime = (moment: Moment | undefined, text: string): Reading => {
  if (moment) return known(writtenMoment(moment), text);
  return parseDate(text) ? blank : unreadable(text, "not-a-time");
};

const readSerial = (number: number, text: string): Reading => {
  const date = fromExcelSerial(number, 1900);
  return date ? known(date.iso, text) : unreadable(text, "not-a-date");
};

/** A small number in a cell formatted as a date is shown as a day of 1900 and the years after. */
const isPlausible = (date: CivilDate): boolean => date.year >= 1910;

const readAmount = (text: string, unit: SheetUnit): Reading => {
  const amount = parseAmount(text, unit === "unclear" ? "yuan" : unit);
  if (!amount || (unit === "unclear" && !amount.unitInText)) {
    return unreadable(text, "not-an-amount");
  }
  const isSuspect = !amount.unitInText && isOutOfProportion(amount.fen, unit);
  return {
    ...known(amount.fen, text),
    ...(amount.approximate && { approximate: true }),
    ...(isSuspect && { unitSuspect: true }),
  };
};

/** 1000 and more in a column of 万元, or a few yuan and some fen: most likely the other unit was meant. */
const isOutOfProportion = (fen: number, unit: SheetUnit): boolean =>
  unit === "wan" ? fen >= 1_000_000_000 : fen < 5_000 && fen % 100 !== 0;

const count =
  /^(\d+(?:\.\d+)?|\p{Script=Han}{1,6}?)\s*(?:个?(?:工作日|学时|小时|月)|天|日|页|岁|周岁|分钟|个|件|份|人|次|吨|亩|平方米|㎡|头|只|辆)?$/u;

const readCount = (text: string): Reading => {
  const plain = foldWidth(text)
    .trim()
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  const number = count.exec(plain)?.[1];
  const value =
    number === undefined || /^\d/.test(number) ? Number(number) : parseChineseInteger(number);
  return value === undefined || Number.isNaN(value)
    ? unreadable(text, "not-a-number")
    : known(value, text);
};

/** As people would type it, without the noise of a float. */
const plainNumber = (number: number): string => {
  const text = String(Number(number.toPrecision(15)));
  return text.includes("e") ? number.toFixed(0) : text;
};

/** From sixteen digits on a spreadsheet has replaced the last ones by zeros. */
const mostExact = 1e15;

const readNumber = (number: number, kind: FieldKind, context: CellContext): Reading => {
  const text = plainNumber(number);
  switch (kind) {
    case "text":
      return Math.abs(number) >= mostExact
        ? unreadable(text, "damaged-number")
        : readPlain(text, context.field);
    case "date":
      return /^\d{8}$/.test(text) ? readDate(text, context.field) : readSerial(number, text);
    case "time": {
      const time = timeOfFraction(number);
      return readTime(time === undefined ? undefined : { date: undefined, time }, text);
    }
    case "money": {
      const unit = context.unit ?? "yuan";
      const fen = unit === "unclear" ? undefined : numberAsAmount(number, unit);
      if (fen === undefined) return unreadable(text, "not-an-amount");
      return { ...known(fen, text), ...(isOutOfProportion(fen, unit) && { unitSuspect: true }) };
    }
    case "number":
      return Number.isFinite(number) ? known(number, text) : unreadable(text, "not-a-number");
    case "texts":
    case "boolean":
    case "enum":
    case "enums":
      return readText(text, kind, context);
  }
};

/** Numbers that the spreadsheet takes for a date: 1-12 becomes 12 January. */
const isIdentifier = /(?:number|certificate|code|item|id|Number|Code|Id)$/;

const readDateCell = (date: CivilDate, kind: FieldKind, context: CellContext): Reading => {
  switch (kind) {
    case "date":
      return isPlausible(date) ? known(date.iso, String(date)) : unreadable(date.iso, "not-a-date");
    case "time":
      return date instanceof DayAndTime ? readTime({ date, time: date.time }, String(date)) : blank;
    case "text":
      return isIdentifier.test(context.field)
        ? unreadable(date.iso, "damaged-number")
        : readPlain(date.iso, context.field);
    case "texts":
    case "money":
    case "number":
    case "boolean":
    case "enum":
    case "enums":
      return readText(date.iso, kind, context);
  }
};
