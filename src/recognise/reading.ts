/** What a cell says, taken as the value of a field. */
export type Reading = Known | Blank | Unreadable;

export interface Known {
  status: "known";
  /** Dates as ISO days or months, money in fen, enumerated words as their values. */
  value: string | number | boolean | string[];
  /** As written. */
  text: string;
  /** The source itself says about: 约, 余. */
  approximate?: true;
  /** The amount is out of proportion to the column's unit, ten thousand times too much or too little. */
  unitSuspect?: true;
}

export interface Blank {
  status: "blank";
}

export interface Unreadable {
  status: "unreadable";
  text: string;
  reason: UnreadableReason;
}

export type UnreadableReason =
  /** The spreadsheet itself shows an error: #REF!, #####. */
  | "cell-error"
  /** A long number that the spreadsheet has rounded (1.30521E+17), or a number it took for a date. */
  | "damaged-number"
  /** Two columns of the same header say different things. */
  | "columns-differ"
  | "not-a-date"
  | "not-a-time"
  | "not-an-amount"
  | "not-a-number"
  | "not-yes-or-no"
  | "word-not-known";

export const blank: Blank = { status: "blank" };

export const known = (value: Known["value"], text: string): Known => ({
  status: "known",
  value,
  text,
});

export const unreadable = (text: string, reason: UnreadableReason): Unreadable => ({
  status: "unreadable",
  text,
  reason,
});
