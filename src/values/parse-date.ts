import { parseChineseDigits, parseChineseInteger } from "./chinese-number.js";
import { CivilDate } from "./civil-date.js";
import { foldWidth, withoutSpace } from "./fold-width.js";

const LONGEST = 60;
const DASHES = /[‐‑‒–—―−]/g;
const IN_CHARACTERS = /^([^年月日]{4})年([^年月日]{1,3})月(?:([^年月日]{1,3})[日号曰](.*))?$/;
const WITH_SEPARATORS = /^(\d{4})\s*([-/.])\s*(\d{1,2})(?:\s*\2\s*(\d{1,2})(?:(?:T|\s+)(\S.*))?)?$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})(?:(?:T|\s+)(\S.*))?$/;
const CLOCK =
  /^(?:上午|下午|中午|晚上|凌晨|早上)?\s*(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?|[时点](?:(\d{1,2})分(?:(\d{1,2})秒)?)?许?)\s*(?:AM|PM)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const HALF_DAY = /^(?:上午|下午|中午|晚上|凌晨|早上)$/;

/**
 * A date in any of the written forms seen in files: `2023年12月21日`, `2023-12-21`, `2023.12.21`,
 * `20231221`, `二〇二三年十二月二十一日`, full-width digits, spaces inside; a clock time behind it is dropped.
 * `2023年12月` and `2023.12` keep the precision of a month.
 *
 * Undefined for what has no certain meaning: two-digit years, days that do not exist, ranges, relative
 * words (`同日`), lost characters (`202329日`), lunar months, and `2023.1`, which may be a cell that lost
 * the zero of 2023.10.
 */
export const parseDate = (text: string): CivilDate | undefined => {
  if (text.length > LONGEST) return undefined;
  const plain = foldWidth(text).trim().replace(/^'/, "").replace(DASHES, "-");
  return plain.includes("年") ? fromCharacters(plain) : fromDigits(plain);
};

/**
 * The day of an Excel serial number in the 1900 or the 1904 date system; the time of day is dropped.
 * Undefined for the 29 February 1900 that Excel believes in (60), and outside 1950–2100, where a number
 * is more likely something else.
 */
export const fromExcelSerial = (serial: number, system: 1900 | 1904): CivilDate | undefined => {
  if (!Number.isFinite(serial)) return undefined;
  const halfMillisecond = 5e-9;
  const days = Math.floor(serial + halfMillisecond) - (system === 1900 ? 25_569 : 24_107);
  if (days < FIRST_SERIAL_DAY || days > LAST_SERIAL_DAY) return undefined;
  return CivilDate.fromEpochDay(days);
};

const FIRST_SERIAL_DAY = -7305; // 1950-01-01
const LAST_SERIAL_DAY = 47_846; // 2100-12-31

const fromCharacters = (plain: string): CivilDate | undefined => {
  if (hasTornDigits(plain)) return undefined;
  const match = IN_CHARACTERS.exec(withoutSpace(plain));
  if (!match) return undefined;
  const [, year = "", month = "", day, clock] = match;
  return build(
    readYear(year),
    month === "元" ? 1 : readPart(month),
    day === undefined ? undefined : (readPart(day) ?? 0),
    clock,
  );
};

/** `1 2月` may be a gap in a form; only where every digit stands apart is it mere letter-spacing. */
const hasTornDigits = (plain: string): boolean => /\d\s+\d/.test(plain) && /\d\d/.test(plain);

const readYear = (text: string): number | undefined =>
  /^\d{4}$/.test(text) ? Number(text) : parseChineseDigits(text);

const readPart = (text: string): number | undefined =>
  /^\d{1,2}$/.test(text) ? Number(text) : parseChineseInteger(text.replace(/^[〇零](?=.)/, ""));

const fromDigits = (plain: string): CivilDate | undefined => {
  const separated = WITH_SEPARATORS.exec(plain);
  if (separated) {
    const [, year, separator, month = "", day, clock] = separated;
    const mayHaveLostZero = separator === "." && month === "1" && day === undefined;
    if (mayHaveLostZero) return undefined;
    return build(Number(year), Number(month), day === undefined ? undefined : Number(day), clock);
  }
  const joined = EIGHT_DIGITS.exec(plain);
  if (!joined) return undefined;
  return build(Number(joined[1]), Number(joined[2]), Number(joined[3]), joined[4]);
};

const build = (
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
  clock: string | undefined,
): CivilDate | undefined => {
  if (year === undefined || month === undefined) return undefined;
  if (clock && !isClockOfSameDay(clock)) return undefined;
  return CivilDate.of(year, month, day);
};

/** A clock time; with an offset, only if it is the same day in China, whose clocks are at +08:00. */
const isClockOfSameDay = (clock: string): boolean => {
  if (HALF_DAY.test(clock)) return true;
  const match = CLOCK.exec(clock.trim());
  if (!match) return false;
  const [, hour, colonMinute, colonSecond, minute, second, offset] = match;
  const hours = Number(hour);
  const minutes = Number(colonMinute ?? minute ?? 0);
  const seconds = Number(colonSecond ?? second ?? 0);
  if (hours > 24 || minutes > 59 || seconds > 59) return false;
  if (hours === 24 && minutes + seconds > 0) return false;
  if (offset === undefined) return true;
  const inChina = hours * 60 + minutes - offsetMinutes(offset) + 480;
  return inChina >= 0 && inChina < 1440;
};

const offsetMinutes = (offset: string): number => {
  if (offset.toUpperCase() === "Z") return 0;
  const size = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return offset.startsWith("-") ? -size : size;
};
