import type { CivilDate } from "./civil-date.js";
import { checkCreditCode } from "./credit-code.js";
import { codeText } from "./fold-width.js";
import {
  birthDateIn,
  hasResidentIdCheckCharacter,
  passesResidentIdCheck,
} from "./resident-id-check.js";

/** What a text is, taken as a resident id (居民身份证号). */
export interface ResidentIdCheck {
  /**
   * `masked` has hidden characters; `damaged` is what Excel left of a number typed as one; `other` is no
   * 18-digit resident id at all.
   */
  readonly kind: "valid" | "invalid" | "masked" | "damaged" | "other";
  readonly reason?:
    "length" | "birth-date" | "check-digit" | "old-15" | "credit-code" | "blank" | "shape";
}

const MASK = /[*×#●•█]|X{2}/;
const FLOAT = /^\d(?:\.\d+)?E\+?1[4-9]$/;

/** Checks an id against GB 11643-1999: 17 digits with a day of birth, and a check character. */
export const checkResidentId = (text: string): ResidentIdCheck => {
  if (text.length > 100) return { kind: "other", reason: "shape" };
  const id = codeText(text).toUpperCase();
  if (id === "") return { kind: "other", reason: "blank" };
  if (FLOAT.test(id)) return { kind: "damaged" };
  if (isMasked(id)) return { kind: "masked" };
  if (/^\d{17}[\dX]$/.test(id)) return checkEighteen(id);
  if (/^\d{15}$/.test(id)) return { kind: "other", reason: "old-15" };
  if (/^(?:\d{16}|\d{18})[\dX]$/.test(id)) return { kind: "invalid", reason: "length" };
  return { kind: "other", reason: "shape" };
};

/** The day of birth in a valid id; of any other text, nothing is certain. */
export const birthDate = (text: string): CivilDate | undefined => {
  const id = codeText(text).toUpperCase();
  return passesResidentIdCheck(id) ? birthDateIn(id) : undefined;
};

/**
 * The id with all but its first three and last four characters hidden, for ids of 15 to 19
 * digits, valid or not. Any other text comes back as it is.
 */
export const maskResidentId = (text: string): string => {
  const id = codeText(text);
  return /^\d{14,18}[\dXx]$/.test(id)
    ? id.slice(0, 3) + "*".repeat(id.length - 7) + id.slice(-4)
    : text;
};

const isMasked = (id: string): boolean =>
  id.length >= 15 && id.length <= 20 && /^[\dX*×#●•█]+$/.test(id) && MASK.test(id);

const checkEighteen = (id: string): ResidentIdCheck => {
  const born = birthDateIn(id);
  if (born && hasResidentIdCheckCharacter(id) && !id.startsWith("0")) return { kind: "valid" };
  if (checkCreditCode(id).kind === "valid") return { kind: "other", reason: "credit-code" };
  // A float keeps fifteen digits; the last three become zeros.
  if (id.endsWith("000")) return { kind: "damaged" };
  return { kind: "invalid", reason: born ? "check-digit" : "birth-date" };
};
