import { CivilDate } from "./civil-date.js";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";

/** The day in positions 7–14 of an 18-digit resident id; undefined if there is no such day. */
export const birthDateIn = (id: string): CivilDate | undefined =>
  CivilDate.of(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)));

/** Whether the 18th character is the one that GB 11643-1999 asks for. Takes 17 digits and a digit or X. */
export const hasResidentIdCheckCharacter = (id: string): boolean => {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id.charAt(i)), 0);
  return CHECK_CHARACTERS[sum % 11] === id[17];
};

/** Whether a text has the form, the date and the check character of a resident id (居民身份证号). */
export const passesResidentIdCheck = (id: string): boolean =>
  /^[1-9]\d{16}[\dX]$/.test(id) && birthDateIn(id) !== undefined && hasResidentIdCheckCharacter(id);
