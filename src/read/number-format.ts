/**
 * What a number format shows of a number: a day, a day with the time, a month without its day, or anything
 * else. Times of day and durations alone are numbers to us.
 */
export type Shown = "number" | "day" | "moment" | "month";

const span = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Formats that files refer to without spelling them out; 27–36 and 50–58 as the Chinese Excel has them. */
const builtIn: ReadonlyMap<number, Shown> = new Map<number, Shown>([
  ...[14, 15, 16, ...span(28, 31), 51, 53, 54, 58].map((id) => [id, "day"] as const),
  ...[17, 27, 36, 50, 52, 57].map((id) => [id, "month"] as const),
  [22, "moment"],
]);

/** What a format that is known by its number alone shows. */
export const shownByBuiltIn = (id: number): Shown => builtIn.get(id) ?? "number";

/** What a spelt-out format shows: `yyyy"年"m"月"d"日"` a day, `yyyy"年"m"月"` a month, `0.00` a number. */
export const shownByCode = (code: string): Shown => {
  const letters = lettersOf(code);
  // Placeholders first: the e of General and of 0.00E+00 is no year.
  if (/general|g\/|[0#?]/.test(letters)) return "number";
  if (/d|a{3}/.test(letters)) return letters.includes("h") ? "moment" : "day";
  if (/[yeb]/.test(letters)) return letters.includes("m") ? "month" : "day";
  return letters.includes("m") && !/[hs]/.test(letters) ? "month" : "number";
};

/** The first section of a format, without quoted and escaped text, padding, colours and locales. */
const lettersOf = (code: string): string =>
  (code.replace(/"[^"]*"|\\.|[_*]./g, "").split(";")[0] ?? "")
    .replace(/\[(?:h+|m+|s+)\]/gi, "h")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/s\.0+/gi, "s")
    .replace(/am\/pm|a\/p|上午\/下午/gi, "h")
    .toLowerCase();
