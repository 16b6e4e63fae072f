import { codeText } from "./fold-width.js";
import { passesResidentIdCheck } from "./resident-id-check.js";

/** What a text is, taken as a unified social credit code (统一社会信用代码). */
export interface CreditCodeCheck {
  /** `masked` has hidden characters and cannot be checked; `other` is no such code at all. */
  readonly kind: "valid" | "invalid" | "masked" | "other";
  readonly reason?:
    | "length"
    | "character"
    | "check-digit"
    | "resident-id"
    | "registration-number"
    | "blank"
    | "shape";
  /** The old organisation code inside breaks its own check; early codes may (GB 11714). */
  readonly warning?: "organisation-code";
}

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const CODE_CHARACTERS = new RegExp(`^[${ALPHABET}]+$`);
/** Registering authorities and categories in use, for texts of the wrong length. */
const FAMILIAR_START = /^(?:1[1239]|5[1239]|9[123]|A1|N[1239]|Y1)/;
const MASK = /[*×#●•█]|X{4}/;

/**
 * Checks a code against GB 32100-2015: 18 characters of 31, the last a check digit. Spaces, full-width
 * and small letters are forgiven. The older check inside (GB 11714) only warns.
 */
export const checkCreditCode = (text: string): CreditCodeCheck => {
  if (text.length > 100) return { kind: "other", reason: "shape" };
  const code = codeText(text).toUpperCase();
  if (code === "") return { kind: "other", reason: "blank" };
  if (isMasked(code)) return { kind: "masked" };
  if (!/^[0-9A-Z]+$/.test(code)) return { kind: "other", reason: "shape" };
  return code.length === 18 ? checkEighteen(code) : checkOtherLength(code);
};

const isMasked = (code: string): boolean =>
  code.length >= 15 && code.length <= 20 && /^[0-9A-Z*×#●•█]+$/.test(code) && MASK.test(code);

const checkEighteen = (code: string): CreditCodeCheck => {
  if (CODE_CHARACTERS.test(code) && checkCharacter(code) === code[17]) {
    return organisationCodeAgrees(code)
      ? { kind: "valid" }
      : { kind: "valid", warning: "organisation-code" };
  }
  if (passesResidentIdCheck(code)) return { kind: "other", reason: "resident-id" };
  if ((code.match(/\d/g) ?? []).length < 8) return { kind: "other", reason: "shape" };
  return CODE_CHARACTERS.test(code)
    ? { kind: "invalid", reason: "check-digit" }
    : { kind: "invalid", reason: "character" };
};

const checkOtherLength = (code: string): CreditCodeCheck => {
  const oneMissing = code.length === 17 && FAMILIAR_START.test(code);
  const oneTooMany =
    code.length === 19 && (FAMILIAR_START.test(code) || FAMILIAR_START.test(code.slice(1)));
  if (oneMissing || oneTooMany) return { kind: "invalid", reason: "length" };
  const reason = /^(?:\d{15}|\d{13})$/.test(code) ? "registration-number" : "shape";
  return { kind: "other", reason };
};

const checkCharacter = (code: string): string | undefined => {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * valueAt(code, i), 0);
  return ALPHABET[(31 - (sum % 31)) % 31];
};

const valueAt = (code: string, index: number): number => ALPHABET.indexOf(code.charAt(index));

const organisationCodeAgrees = (code: string): boolean => {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * parseInt(code.charAt(8 + i), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return code[16] === (check === 10 ? "X" : check === 11 ? "0" : String(check));
};
