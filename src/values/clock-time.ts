import { foldWidth, withoutSpace } from "./fold-width.js";
import { parseChineseInteger } from "./chinese-number.js";

/** Minutes from midnight, 0 to 1439: a time of day as forms have it. No date, no time zone. */
export type ClockTime = number;

const minutesInADay = 1440;

const HALF = /^(上午|早上|凌晨|清晨|中午|下午|晚上|傍晚)?(.*?)(am|pm)?$/i;
const WITH_COLON = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/;
const IN_WORDS =
  /^(\d{1,2}|[零〇一二三四五六七八九十两]{1,3})[时点](?:(半)|(整)|(\d{1,2}|[零〇一二三四五六七八九十]{1,3})分?(?:\d{1,2}秒)?)?$/;

/**
 * A time of day as files write it: `09:30`, `9：30`, `9时30分`, `上午9点`, `下午3点半`, `15:20:08`. Seconds
 * are dropped. Undefined for what has no certain meaning: 930, 9时许, 24:00, 下午 with no hour, 中午1时.
 */
export const parseClockTime = (text: string): ClockTime | undefined => {
  if (text.length > 20) return undefined;
  const [, before, clock = "", after] = HALF.exec(withoutSpace(foldWidth(text))) ?? [];
  const [hour, minute] = hourAndMinute(clock) ?? [];
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59) return undefined;
  const half = halfOf(before ?? after?.toLowerCase());
  const inDay = half === undefined ? hour : half === "?" ? undefined : ofHalf(hour, half);
  return inDay === undefined ? undefined : inDay * 60 + minute;
};

const hourAndMinute = (clock: string): [number | undefined, number | undefined] | undefined => {
  const colon = WITH_COLON.exec(clock);
  if (colon) return [Number(colon[1]), Number(colon[2])];
  const words = IN_WORDS.exec(clock);
  if (!words) return undefined;
  const [, hour = "", isHalf, , minute] = words;
  return [readNumber(hour), isHalf ? 30 : minute === undefined ? 0 : readNumber(minute)];
};

const readNumber = (text: string): number | undefined =>
  /^\d/.test(text)
    ? Number(text)
    : parseChineseInteger(text.length > 1 ? text.replace(/^[零〇]/, "") : text);

const halfOf = (word: string | undefined): "am" | "pm" | "?" | undefined => {
  if (word === undefined) return undefined;
  if (word === "am" || /上午|早上|凌晨|清晨/.test(word)) return "am";
  return word === "pm" || /下午|晚上|傍晚/.test(word) ? "pm" : "?";
};

/** 下午3点 is 15:00, 下午15点 too; 上午13点 is nothing, and 12 o'clock means both ends of a half. */
const ofHalf = (hour: number, half: "am" | "pm"): number | undefined => {
  if (half === "am") return hour < 12 ? hour : undefined;
  return hour >= 12 ? hour : hour >= 1 ? hour + 12 : undefined;
};

/** The time that a fraction of a day is; undefined outside 0–1. */
export const timeOfFraction = (fraction: number): ClockTime | undefined => {
  if (!(fraction >= 0 && fraction < 1)) return undefined;
  const halfMillisecond = 5e-9;
  return Math.min(Math.floor((fraction + halfMillisecond) * minutesInADay), minutesInADay - 1);
};

/** `09:30` */
export const writtenTime = (time: ClockTime): string =>
  [Math.floor(time / 60), time % 60].map((part) => String(part).padStart(2, "0")).join(":");
