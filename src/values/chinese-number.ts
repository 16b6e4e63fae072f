import { foldWidth, withoutSpace } from "./fold-width.js";

const DIGITS = new Map(
  ["一壹壱", "二贰貳弍", "三叁叄參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"].flatMap(
    (glyphs, index) => [...glyphs].map((glyph) => [glyph, index + 1] as const),
  ),
);

/** Everything that people type for 〇 in a year; the letters are Latin, Greek and Cyrillic. */
const YEAR_ZEROS = "〇零○◯OoΟοОо\uFFEE0";
const YEAR_DIGITS = new Map([...DIGITS, ...[...YEAR_ZEROS].map((zero) => [zero, 0] as const)]);

const SPELLINGS = new Map([
  ...[..."〇○◯"].map((zero) => [zero, "零"] as const),
  ["拾", "十"],
  ["佰", "百"],
  ["仟", "千"],
  ["萬", "万"],
  ["億", "亿"],
  ["兩", "两"],
  ["廿", "二十"],
  ["卅", "三十"],
]);

const D = `[${[...DIGITS.keys()].join("")}]`;
const BELOW_TEN_THOUSAND = new RegExp(
  `^(?:(${D}|两)千)?(?:(${D}|两)百)?(?:(零?)(${D}?)十)?(?:(零?)(${D}|两))?$`,
);

/**
 * A Chinese numeral, plain (`一百零五`, `廿一`) or financial (`伍拾肆万`), as an integer up to 2^53.
 * Colloquial shortenings (`三千五`, `一万五`) have no certain value and give undefined, as does a `零`
 * where none belongs, and any other character.
 */
export const parseChineseInteger = (text: string): number | undefined => {
  const glyphs = withoutSpace(foldWidth(text));
  if (glyphs.length > 40) return undefined;
  const plain = [...glyphs].map((glyph) => SPELLINGS.get(glyph) ?? glyph).join("");
  const value = plain === "零" ? 0 : parseBelow(plain, BIG_UNITS);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
};

/**
 * Digits written one by one, as in a year: `二〇二三` is 2023. Takes every glyph that is used for zero
 * (〇, ○, O, 零), letters among them, but only beside a real Chinese digit.
 */
export const parseChineseDigits = (text: string): number | undefined => {
  const glyphs = [...withoutSpace(foldWidth(text))];
  if (glyphs.length === 0 || glyphs.length > 15) return undefined;
  if (!glyphs.some((glyph) => DIGITS.has(glyph) || glyph === "〇" || glyph === "零")) {
    return undefined;
  }
  const digits = glyphs.map((glyph) => YEAR_DIGITS.get(glyph));
  return digits.includes(undefined) ? undefined : Number(digits.join(""));
};

interface BigUnit {
  readonly glyph: string;
  readonly value: number;
}

const BIG_UNITS: readonly BigUnit[] = [
  { glyph: "亿", value: 1e8 },
  { glyph: "万", value: 1e4 },
];

const parseBelow = (plain: string, units: readonly BigUnit[]): number | undefined => {
  const [unit, ...smaller] = units;
  if (!unit) return parseBelowTenThousand(plain);
  const at = plain.lastIndexOf(unit.glyph);
  if (at < 0) return parseBelow(plain, smaller);
  const high = parseCount(plain.slice(0, at), smaller);
  if (high === undefined || high < 1 || high >= 1e8) return undefined;
  return joinGroups(high, unit.value, plain.slice(at + 1), smaller);
};

/** The count before 万 or 亿, where `两` may stand for two. */
const parseCount = (plain: string, units: readonly BigUnit[]): number | undefined =>
  plain === "两" ? 2 : parseBelow(plain, units);

const joinGroups = (
  high: number,
  unit: number,
  rest: string,
  smaller: readonly BigUnit[],
): number | undefined => {
  if (rest === "") return high * unit;
  const hasZero = rest.startsWith("零");
  const low = parseBelow(hasZero ? rest.slice(1) : rest, smaller);
  if (low === undefined || low < 1 || low >= unit) return undefined;
  const placeSkipped = low < unit / 10;
  if (hasZero) return placeSkipped || high % 10 === 0 ? high * unit + low : undefined;
  // 一万五 and 一万十五 leave open which place is meant; 一万五百 does not.
  const saysItsPlace = !placeSkipped || (low >= 10 && !rest.startsWith("十"));
  return saysItsPlace ? high * unit + low : undefined;
};

const parseBelowTenThousand = (plain: string): number | undefined => {
  const match = BELOW_TEN_THOUSAND.exec(plain);
  if (!match || plain === "") return undefined;
  const [, thousands, hundreds, zeroBeforeTens, tens, zeroBeforeOnes, ones] = match;
  const hasTens = tens !== undefined;
  const skipsHundreds = thousands !== undefined && hundreds === undefined;
  const hasHigher = thousands !== undefined || hundreds !== undefined;
  if (zeroBeforeTens && !skipsHundreds) return undefined;
  if (hasTens && tens === "" && skipsHundreds && !zeroBeforeTens) return undefined;
  if (zeroBeforeOnes && (hasTens || !hasHigher)) return undefined;
  if (ones !== undefined && !zeroBeforeOnes && !hasTens && hasHigher) return undefined;
  if (ones === "两") return undefined;
  return (
    digit(thousands) * 1000 +
    digit(hundreds) * 100 +
    (hasTens ? (tens === "" ? 1 : digit(tens)) * 10 : 0) +
    digit(ones)
  );
};

const digit = (glyph: string | undefined): number =>
  glyph === undefined ? 0 : glyph === "两" ? 2 : (DIGITS.get(glyph) ?? 0);
