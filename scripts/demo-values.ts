import { CivilDate } from "../src/values/civil-date.js";
import type { WorkingDayCalendar } from "../src/values/working-days.js";

/** Days as ISO text, moved by working days and by calendar days. */
export class Days {
  constructor(private readonly calendar: WorkingDayCalendar) {}

  /** The so many-th working day after a day; before it if negative. */
  working(iso: string, count: number): string {
    return this.calendar.addWorkingDays(dayOf(iso), count).iso;
  }

  plain(iso: string, count: number): string {
    return this.calendar.addCalendarDays(dayOf(iso), count, false).iso;
  }
}

export const dayOf = (iso: string): CivilDate => {
  const day = CivilDate.fromIso(iso);
  if (!day) throw new RangeError(`Not a day: ${iso}`);
  return day;
};

/** A number for a region that no register has: invented codes cannot be anybody's. */
const region = "990106";

const creditSymbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

const weighted = (text: string, weights: readonly number[], value: (symbol: string) => number) =>
  weights.reduce((sum, weight, i) => sum + weight * value(text.charAt(i)), 0);

/** An invented unified social credit code (11 agency, 91 company, 92 sole trader) with right check digits. */
export const creditCode = (kind: "11" | "91" | "92", serial: number): string => {
  const entity = `MA0QJ${String(serial).padStart(3, "0")}`;
  const rest = (11 - (weighted(entity, organisationWeights, (s) => parseInt(s, 36)) % 11)) % 11;
  const body = `${kind}${region}${entity}${rest === 10 ? "X" : rest}`;
  const sum = weighted(body, creditWeights, (symbol) => creditSymbols.indexOf(symbol));
  return body + creditSymbols.charAt((31 - (sum % 31)) % 31);
};

/** An invented resident id with a right check character. */
export const residentId = (birth: string, serial: number): string => {
  const body = `${region}${birth}${String(serial).padStart(3, "0")}`;
  const sum = [...body].reduce(
    (total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11),
    0,
  );
  return body + "10X98765432".charAt(sum % 11);
};

/** The same with its last character made wrong. */
export const withWrongCheck = (code: string): string =>
  code.slice(0, -1) + (code.endsWith("7") ? "8" : "7");

export const masked = (id: string): string => `${id.slice(0, 6)}********${id.slice(-4)}`;

/** Text as GB18030 bytes; only the characters of two bytes, which is all that a ledger needs. */
export const gb18030 = (text: string): Uint8Array => {
  const codes = twoByteCodes();
  const bytes = [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    if (code < 0x80) return [code];
    const pair = codes.get(character);
    if (!pair) throw new RangeError(`Not in two bytes of GB18030: ${character}`);
    return pair;
  });
  return Uint8Array.from(bytes);
};

const twoByteCodes = (): Map<string, number[]> => {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== "\uFFFD") codes.set(character, [lead, trail]);
    }
  }
  return codes;
};
