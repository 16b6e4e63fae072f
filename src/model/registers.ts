import type { Source } from "./origin.js";
import type { SheetKind } from "./vocabulary.js";

/** What a cell of a register holds; dates are ISO, money is fen. */
export type RegisterValue = string | number | boolean | readonly string[];

/**
 * A row of a register: a sheet that speaks not of cases but of people, of the agency's lists, of training
 * or of rectification.
 */
export interface RegisterRow {
  file: string;
  sheet: string;
  title?: string;
  /** By the field's name without its group: `name`, `unit`, `hours`. */
  values: Readonly<Record<string, RegisterValue>>;
  /** Fields in which something stands that could not be understood. */
  unreadable: ReadonlySet<string>;
  /** Fields that the sheet has a column for. */
  columns: ReadonlySet<string>;
  /** Where a field stands; its `field` is the path in the sheet: `training.hours`. */
  source: (field: string) => Source | undefined;
}

/** The registers of a folder, by kind of sheet. */
export type Registers = ReadonlyMap<SheetKind, readonly RegisterRow[]>;

export const noRegisters: Registers = new Map();

/** The text in a field of a register; undefined where it is blank, unreadable or has no column. */
export const textOf = ({ values }: RegisterRow, field: string): string | undefined => {
  const value = values[field];
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.join("、") : String(value);
};
