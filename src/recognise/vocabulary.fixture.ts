import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Cell, Merge, Sheet } from "../model/cells.js";
import { mergeVocabularies, vocabularySchema, type Vocabulary } from "../model/vocabulary.js";

const folder = new URL("../../rules/vocabulary/", import.meta.url);

/** The vocabulary that ships with the program. */
export const shippedVocabulary = (): Vocabulary =>
  mergeVocabularies(
    readdirSync(folder)
      .filter((file) => file.endsWith(".yaml"))
      .sort()
      .map((file) => vocabularySchema.parse(parse(readFileSync(new URL(file, folder), "utf8")))),
  );

/** A merge from names of cells, rows from 1 and columns from 0. */
export const merge = (left: number, top: number, right: number, bottom: number): Merge => ({
  left,
  right,
  top: top - 1,
  bottom: bottom - 1,
});

export const sheetOf = (cells: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet => ({
  file: "台账.xlsx",
  name: "Sheet1",
  hidden: false,
  rows: cells.map((row, index) => ({ number: index + 1, cells: row })),
  merges: [],
  ...more,
});
