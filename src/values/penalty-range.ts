import { parseAmount } from "./parse-amount.js";

/** An amount range of a fine, in fen; an end that the text leaves open is undefined. */
export interface PenaltyRange {
  minimum?: number;
  maximum?: number;
  /** Whether an end belongs to the range, where the text says so: 三万元以下（不含本数）. */
  minimumIncluded?: boolean;
  maximumIncluded?: boolean;
}

/** Whether 以上 and 以下 include the number itself, where a text says so. */
export interface Inclusion {
  minimumIncluded?: boolean;
  maximumIncluded?: boolean;
}

const NUMBER = "[0-9０-９.,，一二三四五六七八九十百千万亿零〇两壹贰叁肆伍陆柒捌玖拾佰仟]+";
const UNIT = "(?:万元|元|万)?";
const AMOUNT = `${NUMBER}${UNIT}`;
const FINE = "(?:的?罚款)?";

const between = new RegExp(`^(${AMOUNT})以上(${AMOUNT})以下${FINE}$`);
const dashed = new RegExp(`^(${AMOUNT})(?:-|–|—|——|－|~|～|至)(${AMOUNT})${FINE}$`);
const atMost = new RegExp(`^(${AMOUNT})以下${FINE}$`);
const atLeast = new RegExp(`^(${AMOUNT})以上${FINE}$`);
const exactly = new RegExp(`^(${AMOUNT})${FINE}$`);

/** Words before the amount that do not change it. */
const LEAD = /^(?:可以?)?(?:并?处以?|给予|罚款)?(?:人民币)?/;

const hasUnit = (text: string): boolean => /元$|万$/.test(text);

/** `1`-`3万元`: the first number has no unit and takes the second's. */
const withUnitOf = (text: string, other: string): string =>
  hasUnit(text) ? text : text + (/(万元|元|万)$/.exec(other)?.[0] ?? "");

const fenOf = (text: string): number | undefined => {
  const amount = parseAmount(/万$/.test(text) ? `${text}元` : text, "yuan");
  return amount && amount.unitInText && !amount.approximate ? amount.fen : undefined;
};

const rangeOf = (low: string, high: string): PenaltyRange | undefined => {
  const minimum = fenOf(withUnitOf(low, high));
  const maximum = fenOf(high);
  if (minimum === undefined || maximum === undefined || minimum > maximum) return undefined;
  return { minimum, maximum };
};

const WITH = "(?:均)?(不)?(?:包含|包括|含)(?:本数|本级|该数)?";
const inBrackets = (word: string) => new RegExp(`${word}[（(]${WITH}[）)]`);
const inClause = (word: string) =>
  new RegExp(`${word}[”"』」]?(?:[、和及][“"『「]?以[上下][”"』」]?)?[，,：:]?${WITH}`);

const readInclusion = (text: string, pattern: (word: string) => RegExp): Inclusion => {
  const said = (word: string): boolean | undefined => {
    const found = pattern(word).exec(text);
    return found ? found[1] === undefined : undefined;
  };
  const [lower, upper] = [said("以上"), said("以下")];
  return {
    ...(lower !== undefined && { minimumIncluded: lower }),
    ...(upper !== undefined && { maximumIncluded: upper }),
  };
};

/** What a table says of all its ranges: 本基准所称“以上”包括本数，“以下”不包括本数. */
export const parseInclusion = (text: string): Inclusion =>
  readInclusion(text.replaceAll(/\s/g, ""), inClause);

const bracketedInclusion = /(?<=以[上下])[（(](?:均)?不?(?:包含|包括|含)(?:本数|本级|该数)?[）)]/g;

/**
 * The one range in yuan that a tier or a statute sets (`处一万元以上三万元以下罚款`). Undefined for
 * everything that is not exactly one such range: several amounts, multiples, amounts per unit.
 */
export const parsePenaltyRange = (text: string): PenaltyRange | undefined => {
  const whole = text.replaceAll(/\s/g, "");
  const bare = whole.replace(bracketedInclusion, "");
  const range = amountsIn(bare) ?? amountsIn(onlyFine(bare) ?? "");
  return range && { ...range, ...readInclusion(whole, inBrackets) };
};

const FINES = new RegExp(
  `处?(?:${AMOUNT}以上${AMOUNT}以下|${AMOUNT}以下|${AMOUNT}以上|${AMOUNT})的?罚款`,
  "g",
);
/** Money, multiples or shares that a text speaks of besides. */
const OTHER_MEASURES = /元|倍|百分|千分|%|％|‰|每|价款|所得|货值/;

/** 给予警告，处五千元以上五万元以下罚款；拒不改正的，责令停业整治: the one fine among other measures. */
const onlyFine = (text: string): string | undefined => {
  const fines = text.match(FINES) ?? [];
  const [fine] = fines;
  if (fine === undefined || fines.length > 1) return undefined;
  return OTHER_MEASURES.test(text.replace(fine, "")) ? undefined : fine.replace(/^处/, "");
};

const amountsIn = (text: string): PenaltyRange | undefined => {
  const bare = text.replace(/[。；;]$/, "").replace(LEAD, "");
  const pair = between.exec(bare) ?? dashed.exec(bare);
  if (pair?.[1] && pair[2]) return rangeOf(pair[1], pair[2]);
  const upper = atMost.exec(bare)?.[1];
  if (upper) return one(fenOf(upper), (fen) => ({ maximum: fen }));
  const lower = atLeast.exec(bare)?.[1];
  if (lower) return one(fenOf(lower), (fen) => ({ minimum: fen }));
  const fixed = exactly.exec(bare)?.[1];
  return fixed ? one(fenOf(fixed), (fen) => ({ minimum: fen, maximum: fen })) : undefined;
};

const one = (
  fen: number | undefined,
  range: (fen: number) => PenaltyRange,
): PenaltyRange | undefined => (fen === undefined ? undefined : range(fen));
