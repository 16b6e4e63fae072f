import type { Diagnostic } from "../model/diagnostic.js";

/** A diagnostic of a sheet, before it is said which. */
export type Note = Omit<Diagnostic, "file" | "sheet">;

/** The note as a diagnostic of the sheet. */
export const ofSheet = (note: Note, file: string, sheet: string): Diagnostic => {
  const { level, code, details, ...place } = note;
  return { level, code, file, sheet, ...place, details };
};
