import { parseAmount } from "../values/parse-amount.js";
import { parseDate } from "../values/parse-date.js";
import { caseSchema, type CaseValues } from "../model/case-file.js";
import { caseFields, fieldAt, type Field } from "../model/fields.js";
import type { CaseFile, Origin } from "../model/origin.js";
import { withoutIndices } from "../model/fields.js";
import { nearest } from "./nearest.js";

/** An example in a rule file that cannot be read. */
export class ExampleError extends Error {
  constructor(
    message: string,
    readonly nearest?: string,
  ) {
    super(message);
  }
}

const readDate = (text: string): string => {
  const date = parseDate(text);
  if (!date) throw new ExampleError(`"${text}" is not a day`);
  return date.iso;
};

const readMoney = (text: string): number => {
  const amount = parseAmount(text, "yuan");
  if (!amount?.unitInText) throw new ExampleError(`"${text}" is not an amount like 5000元`);
  return amount.fen;
};

/** Amounts are written with their unit (5000元), days as days; everything else as it is. */
const readValue = ({ kind, path }: Field, written: unknown): unknown => {
  if (kind === "date" && typeof written === "string") return readDate(written);
  if (kind !== "money") return written;
  if (typeof written === "string") return readMoney(written);
  throw new ExampleError(`${path}: write amounts with their unit, like 5000元`);
};

const unknownField = (path: string): ExampleError => {
  const all = [...caseFields.keys()];
  const groups = all.flatMap((known) => known.split(".").slice(0, -1));
  return new ExampleError(
    `the case file has no field "${path}"`,
    nearest(path, [...all, ...groups]),
  );
};

interface ReadCase {
  values: Record<string, unknown>;
  /** Fields written as null: there is a place for them and it is empty. */
  blank: Set<string>;
}

const readGroup = (written: object, path: string, blank: Set<string>): Record<string, unknown> => {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(written)) {
    const at = path ? `${path}.${name}` : name;
    const field = fieldAt(at);
    if (value === null) blank.add(withoutIndices(at));
    else if (field) values[name] = readValue(field, value);
    else if (Array.isArray(value)) {
      values[name] = (value as object[]).map((element, i) =>
        readGroup(element, `${at}[${i}]`, blank),
      );
    } else if (typeof value === "object") values[name] = readGroup(value as object, at, blank);
    else throw unknownField(at);
  }
  return values;
};

const readCase = (written: object): ReadCase => {
  const blank = new Set<string>();
  const values = readGroup(written, "", blank);
  const checked = caseSchema.safeParse(values);
  if (checked.success) return { values, blank };
  const [issue] = checked.error.issues;
  if (issue?.code === "unrecognized_keys") {
    throw unknownField([...issue.path, issue.keys[0] ?? ""].join("."));
  }
  throw new ExampleError(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "wrong"}`);
};

/** The example itself speaks of every field that it writes, also of those it leaves empty with null. */
const exampleOrigin = (blank: ReadonlySet<string>): Origin => ({
  name: "example",
  file: "example",
  speaksOf: (path) => blank.has(withoutIndices(path)),
  source: (path) => ({ field: path, file: "example" }),
});

/**
 * A case written in a rule file. Left out means that no source speaks of it, null that the place is
 * empty. Throws ExampleError for unknown fields and values of the wrong kind.
 */
export const exampleCase = (written: object, id: string): CaseFile => {
  const { values, blank } = readCase(written);
  const plain = values as CaseValues;
  return {
    id: plain.decision?.number ?? plain.number ?? id,
    numbers: [],
    values: plain,
    origins: [exampleOrigin(blank)],
    exceptions: new Map(),
  };
};
