import { parseDate } from "../values/parse-date.js";
import type { RegisterRow, Registers, RegisterValue } from "../model/registers.js";
import { registerKinds, sheetFields } from "../model/vocabulary.js";
import { ExampleError } from "./example-case.js";
import { nearest } from "./nearest.js";

/** Rows of registers as an example writes them: by kind of sheet, fields without their group. */
export type WrittenRegisters = Readonly<
  Record<string, readonly Readonly<Record<string, unknown>>[]>
>;

/** The title of the sheet, which may say whose register it is and of which year. */
const titleKey = "sheetTitle";

const readValue = (path: string, written: unknown, at: string): RegisterValue => {
  const field = sheetFields.get(path);
  if (!field) {
    const hint = nearest(path, sheetFields.keys());
    throw new ExampleError(at, { code: "unknown-field", details: { name: path }, nearest: hint });
  }
  if (field.kind !== "date") return written as RegisterValue;
  const date = typeof written === "string" ? parseDate(written) : undefined;
  if (date) return date.iso;
  throw new ExampleError(at, { code: "example-day", details: { text: String(written) } });
};

const rowOf = (
  group: string,
  sheet: string,
  written: Readonly<Record<string, unknown>>,
  i: number,
): RegisterRow => {
  const { [titleKey]: title, ...fields } = written;
  const known = Object.entries(fields).filter(([, value]) => value !== null);
  return {
    file: "example",
    sheet,
    ...(typeof title === "string" && { title }),
    values: Object.fromEntries(
      known.map(([field, value]) => {
        const at = `${sheet}[${i}].${field}`;
        return [field, readValue(`${group}.${field}`, value, at)];
      }),
    ),
    unreadable: new Set(),
    columns: new Set(Object.keys(fields)),
    source: (field) => ({ field: `${group}.${field}`, file: "example", sheet, cell: `A${i + 2}` }),
  };
};

/** The registers of an example in a rule file. Throws ExampleError for unknown kinds and fields. */
export const exampleRegisters = (written: WrittenRegisters): Registers =>
  new Map(
    Object.entries(written).map(([sheet, rows]) => {
      const known = registerKinds.find(({ kind }) => kind === sheet);
      if (!known) {
        const kinds = registerKinds.map(({ kind }) => kind);
        const details = { name: sheet };
        const hint = nearest(sheet, kinds);
        throw new ExampleError(sheet, { code: "unknown-register", details, nearest: hint });
      }
      return [known.kind, rows.map((row, i) => rowOf(known.group, sheet, row, i))];
    }),
  );
