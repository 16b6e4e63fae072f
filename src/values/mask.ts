import { checkCreditCode } from "./credit-code.js";
import { foldWidth } from "./fold-width.js";
import { birthDateIn, passesResidentIdCheck } from "./resident-id-check.js";

const D = "[0-9０-９]";
/** No digit, letter or star beside it: a whole number, and not the rest of one that was masked. */
const BEFORE = "(?<![0-9０-９A-Za-z*])";
const AFTER = "(?![0-9０-９A-Za-z*])";
/** The same for numbers written in groups, where the neighbour may stand one space away. */
const BEFORE_GROUPS = `${BEFORE}(?<![0-9０-９*][ -])`;
const AFTER_GROUPS = `${AFTER}(?![ -][0-9０-９*])`;

const CERTIFICATES = `(?:执法证|证件|证号|执法证件)(?:编号|号码|号)?(?:分别)?[为是:：(（ ]{0,3}${D}{6,12}(?!${D})(?:[、,，和及]${D}{6,12}(?!${D}))*`;
const RESIDENT_ID = `${BEFORE}${D}{17}[0-9０-９Xx]${AFTER}`;
const RESIDENT_ID_GROUPS = `${BEFORE_GROUPS}${D}{6} ${D}{8} ${D}{3}[0-9０-９Xx]${AFTER_GROUPS}`;
const OLD_RESIDENT_ID = `${BEFORE}${D}{15}${AFTER}`;
/** Not the decimals or the whole of an amount, nor the serial of a document number. */
const NO_MOBILE_BEFORE = `(?<!${D}\\.)(?<!${D}{4}[〕】\\])）])(?<!第)`;
const MOBILE = `(?:${BEFORE}|(?<=[Tt][Ee][Ll]))${NO_MOBILE_BEFORE}(?:\\+?86[- ]?)?1[3-9]${D}{9}(?!\\.${D}|元|万)${AFTER}`;
const MOBILE_GROUPS = `${BEFORE_GROUPS}(?:\\+?86[- ]?)?1[3-9]${D}(?<gap>[ -])${D}{4}\\k<gap>${D}{4}${AFTER_GROUPS}`;
const CARD = `${BEFORE}${D}{16,19}${AFTER}`;
/** A number that the text calls a card's need not pass for one. */
const NAMED_CARD = `(?<=(?:卡号|银行卡)[为是:： ]{0,2})${BEFORE}${D}{12,19}${AFTER}`;
const CARD_GROUPS = `${BEFORE_GROUPS}${D}{4}(?: ${D}{4}){3}(?: ${D}{1,3})?${AFTER_GROUPS}`;

const NUMBERS = new RegExp(
  [
    `(?<certificates>${CERTIFICATES})`,
    `(?<named>${NAMED_CARD})`,
    `(?<residentId>${RESIDENT_ID_GROUPS}|${RESIDENT_ID}|${OLD_RESIDENT_ID})`,
    `(?<card>${CARD_GROUPS}|${CARD})`,
    `(?<mobile>${MOBILE_GROUPS}|${MOBILE})`,
  ].join("|"),
  "g",
);

/**
 * Running text with the personal numbers in it hidden: resident ids (`130***********0012`),
 * mobile numbers (`151****7456`) and bank cards (`6222***********6789`). Credit codes, document
 * numbers, dates and amounts stay, and so do the numbers of enforcement certificates where the text
 * calls them that: like mobile numbers they have eleven digits. Masking twice changes nothing.
 */
export const maskPersonalNumbers = (text: string): string =>
  text.replace(NUMBERS, (found: string, ...rest: unknown[]) => {
    const kind = kindOf(found, rest.at(-1) as Groups);
    if (kind === undefined) return found;
    if (kind === "mobile") return hide(found, digitCount(found) - 8, 4);
    return hide(found, kind === "resident-id" ? 3 : 4, 4);
  });

/** The kinds of personal numbers that stand unmasked in a running text. */
export const personalNumbersIn = (text: string): PersonalNumber[] => {
  const kinds = [...text.matchAll(NUMBERS)].flatMap(
    ({ 0: found, groups }) => kindOf(found, groups ?? {}) ?? [],
  );
  return [...new Set(kinds)];
};

export type PersonalNumber = "resident-id" | "mobile" | "bank-card";

type Groups = Partial<Record<string, string>>;

const kindOf = (found: string, groups: Groups): PersonalNumber | undefined => {
  if (groups["certificates"] !== undefined) return undefined;
  if (groups["named"] !== undefined) return "bank-card";
  if (groups["mobile"] !== undefined) return "mobile";
  if (groups["residentId"] !== undefined && isResidentId(found)) return "resident-id";
  return isBankCard(found) ? "bank-card" : undefined;
};

const plainDigits = (found: string): string => foldWidth(found).replace(/[^\dXx]/g, "");

const digitCount = (found: string): number => plainDigits(found).length;

/** Eighteen digits with a day of birth in them, whether the check digit fits or not. */
const isResidentId = (found: string): boolean => {
  const digits = plainDigits(found);
  if (digits.length === 15) return isOldResidentId(digits);
  const isPlausible = birthDateIn(digits) !== undefined && !digits.startsWith("0");
  return isPlausible && (passesResidentIdCheck(digits.toUpperCase()) || !isCreditCode(digits));
};

const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

const isOldResidentId = (digits: string): boolean =>
  PROVINCE.test(digits) && birthDateIn(`${digits.slice(0, 6)}19${digits.slice(6)}`) !== undefined;

const isCreditCode = (digits: string): boolean => checkCreditCode(digits).kind === "valid";

/** A number in the range of payment cards whose Luhn check digit fits. */
const isBankCard = (found: string): boolean => {
  const digits = plainDigits(found);
  const isCardNumber = /^(?:[3-6]|9558)\d{15,18}$/.test(digits);
  return isCardNumber && passesLuhn(digits) && !isCreditCode(digits);
};

const passesLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, glyph, index) => {
    const digit = Number(glyph) * (index % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
};

/** Stars for all but the first and last digits; spaces and dashes between stay where they are. */
const hide = (found: string, first: number, last: number): string => {
  const count = digitCount(found);
  let seen = 0;
  return [...found]
    .map((glyph) => {
      if (!/[0-9０-９Xx]/.test(glyph)) return glyph;
      seen++;
      return seen <= first || seen > count - last ? glyph : "*";
    })
    .join("");
};
