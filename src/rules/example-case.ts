import { parseAmount } from "../values/parse-amount.js";
import { parseDate } from "../values/parse-date.js";
import { caseSchema, type CaseValues } from "../model/case-file.js";
import { caseFields, fieldAt, labelAt, withoutIndices, type Field } from "../model/fields.js";
import type { CaseFile, Origin } from "../model/origin.js";
import { nearest } from "./nearest.js";
import type { Fault } from "./problem.js";

/** An example in a rule file that cannot be read: what is wrong with which field. */
export class ExampleError extends Error {
  constructor(
    /** With list indices: `parties[0].name`. */
    readonly path: string,
    readonly fault: Fault,
  ) {
    super(`${path}: ${JSON.stringify(fault)}`);
  }
}

const readDate = (text: string, path: string): string => {
  const date = parseDate(text);
  if (!date) throw new ExampleError(path, { code: "example-day", details: { text } });
  return date.iso;
};

const readMoney = (text: string, path: string): number => {
  const amount = parseAmount(text, "yuan");
  if (amount?.unitInText) return amount.fen;
  throw new ExampleError(path, { code: "example-amount", details: { text } });
};

/** Amounts are written with their unit (5000元), days as days; everything else as it is. */
const readValue = ({ kind }: Field, written: unknown, path: string): unknown => {
  if (kind === "date" && typeof written === "string") return readDate(written, path);
  if (kind !== "money") return written;
  if (typeof written === "string") return readMoney(written, path);
  throw new ExampleError(path, { code: "example-unit" });
};

const unknownField = (path: string): ExampleError => {
  const all = [...caseFields.keys()];
  const groups = all.flatMap((known) => known.split(".").slice(0, -1));
  const hint = nearest(withoutIndices(path), [...all, ...groups]);
  return new ExampleError(path, { code: "unknown-field", details: { name: path }, nearest: hint });
};

/** What an example says of fields that have no value, by path without indices. */
interface Without {
  /** Written as null: there is a place for them and it is empty. */
  blank: Set<string>;
  /**
   * Written as `{ unreadable: 四月初三 }`: what stands there cannot be understood; as
   * `{ conflicting: [5000元, 500元] }`: the sources contradict each other.
   */
  exceptions: Map<string, "unreadable" | "conflicting">;
  /** Written as `{ twice: 5000元 }`: two sources say the same. */
  twice: Set<string>;
}

interface ReadCase extends Without {
  values: Record<string, unknown>;
}

const isTwice = (value: unknown): value is { twice: unknown } =>
  typeof value === "object" && value !== null && "twice" in value;

const exceptionIn = (value: unknown): "unreadable" | "conflicting" | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  if ("unreadable" in value) return "unreadable";
  return "conflicting" in value ? "conflicting" : undefined;
};

const readGroup = (written: object, path: string, without: Without): Record<string, unknown> => {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(written)) {
    const at = path ? `${path}.${name}` : name;
    const field = fieldAt(at);
    if (labelAt(at) === undefined) throw unknownField(at);
    const exception = field && exceptionIn(value);
    if (value === null) without.blank.add(withoutIndices(at));
    else if (field && isTwice(value)) {
      without.twice.add(at);
      values[name] = readValue(field, value.twice, at);
    } else if (exception) without.exceptions.set(withoutIndices(at), exception);
    else if (field) values[name] = readValue(field, value, at);
    else if (Array.isArray(value)) {
      values[name] = (value as object[]).map((element, i) =>
        readGroup(element, `${at}[${i}]`, without),
      );
    } else if (typeof value === "object") values[name] = readGroup(value as object, at, without);
    else throw unknownField(at);
  }
  return values;
};

const pathOf = (steps: readonly PropertyKey[]): string =>
  steps
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .slice(1);

const readCase = (written: object): ReadCase => {
  const without: Without = { blank: new Set(), exceptions: new Map(), twice: new Set() };
  const values = readGroup(written, "", without);
  const checked = caseSchema.safeParse(values);
  if (checked.success) return { values, ...without };
  const [issue] = checked.error.issues;
  if (issue?.code === "unrecognized_keys") {
    throw unknownField(pathOf([...issue.path, issue.keys[0] ?? ""]));
  }
  const text = issue?.message ?? "";
  throw new ExampleError(pathOf(issue?.path ?? []), { code: "example-value", details: { text } });
};

/** The example itself speaks of every field that it writes, also of those that it gives no value. */
const exampleOrigin = ({ blank, exceptions }: Without): Origin => ({
  name: "example",
  file: "example",
  speaksOf: (path) => blank.has(withoutIndices(path)) || exceptions.has(withoutIndices(path)),
  source: (path) => ({ field: path, file: "example" }),
});

/**
 * A case written in a rule file. Left out means that no source speaks of it, null that the place is
 * empty, `{ unreadable: 字样 }` that something stands there that cannot be understood, `{ conflicting: [a, b] }`
 * that sources differ. Throws ExampleError for unknown fields and values of the wrong kind.
 */
export const exampleCase = (written: object, id: string): CaseFile => {
  const { values, ...without } = readCase(written);
  const plain = values as CaseValues;
  const origin = exampleOrigin(without);
  return {
    id: plain.decision?.number ?? plain.number ?? id,
    numbers: [],
    values: plain,
    origins: without.twice.size > 0 ? [origin, origin] : [origin],
    exceptions: without.exceptions,
    contradicted: new Set(
      [...without.exceptions].flatMap(([path, kind]) => (kind === "conflicting" ? path : [])),
    ),
  };
};
