import type { CivilDate } from "../values/civil-date.js";
import { Money } from "../values/money.js";
import type { Fact } from "../model/audit-result.js";
import type { Expression } from "./expression.js";
import type {
  Article,
  ParameterDefinition,
  ParameterValue,
  ParameterVersion,
  Preset,
  Unit,
} from "./rule-schema.js";

/** A limit or threshold that a rule reads, by the name under which it is set. */
export interface Parameter {
  /** `hearing.fine.organisation` where shared, else `procedure/filed-in-time.limit`. */
  key: string;
  definition: ParameterDefinition;
  /** The day whose value counts, where it is not the day of the rule. */
  at?: Expression;
}

/** Values set with `-p` or in the configuration, by key; they go before every preset. */
export type ParameterSettings = ReadonlyMap<string, ParameterValue>;

/** A parameter's value for one case and day. */
export interface ResolvedParameter {
  /** As expressions see it; undefined where nobody set it. */
  value: bigint | number | boolean | string | Money | undefined;
  /** The articles that set it, where a preset or a version names them. */
  basis: readonly Article[];
}

const celTypeOf: Record<Unit, string> = {
  "working-day": "int",
  "calendar-day": "int",
  month: "int",
  year: "int",
  count: "int",
  yuan: "Money",
  ratio: "double",
  "yes-no": "bool",
  text: "string",
};

/** The CEL type of a parameter of this unit. */
export const parameterType = (unit: Unit): string => celTypeOf[unit];

const toCel = (unit: Unit, value: ParameterValue): ResolvedParameter["value"] => {
  if (value === null) return undefined;
  if (unit === "yuan") return new Money(Math.round(Number(value) * 100));
  return celTypeOf[unit] === "int" ? BigInt(value) : value;
};

/** Whether a value is of the kind that the unit asks for. */
export const fitsUnit = (unit: Unit, value: ParameterValue): boolean => {
  if (value === null) return true;
  if (unit === "yes-no") return typeof value === "boolean";
  if (unit === "text") return typeof value === "string";
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) return false;
  return celTypeOf[unit] !== "int" || Number.isInteger(value);
};

/** A value typed on the command line, as the unit wants it; undefined if it does not fit. */
export const parseSetting = (unit: Unit, text: string): ParameterValue | undefined => {
  if (unit === "text") return text;
  if (unit === "yes-no") return text === "true" ? true : text === "false" ? false : undefined;
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  return value !== undefined && fitsUnit(unit, value) ? value : undefined;
};

const inForce = (
  { from, to }: { from?: string | undefined; to?: string | undefined },
  day: CivilDate | undefined,
): boolean => {
  if (!day) return !to;
  return (!from || from <= day.iso) && (!to || day.iso <= to);
};

/** A value for some time, with the preset in which it stands. */
export interface Version extends ParameterVersion {
  preset?: Preset;
}

/** The values that a parameter can have where nobody set it: of those in force the first holds. */
export const versionsOf = (
  { key, definition }: Pick<Parameter, "key" | "definition">,
  presets: readonly Preset[],
): Version[] => [
  ...presets.flatMap((preset) =>
    (preset.parameters[key] ?? []).map((version) => ({ ...version, preset })),
  ),
  ...definition.versions,
];

/**
 * The value by the day: as set by the user, else by the first preset that knows it, else by the version
 * of the law in force on the day, else the national value. Without a day, what is in force without an end
 * counts.
 */
export const resolverOf = (
  parameter: Parameter,
  settings: ParameterSettings,
  presets: readonly Preset[],
): ((day: CivilDate | undefined) => ResolvedParameter) => {
  const { key, definition } = parameter;
  const resolved = ({ value, basis }: Pick<ParameterVersion, "value" | "basis">) => ({
    value: toCel(definition.unit, value),
    basis,
  });
  const set = settings.get(key);
  const national = resolved({ value: set === undefined ? definition.value : set, basis: [] });
  const versions = versionsOf(parameter, presets);
  if (set !== undefined || versions.length === 0) return () => national;
  const known = versions.map(({ from, to, ...version }) => ({ from, to, ...resolved(version) }));
  return (day) => known.find((version) => inForce(version, day)) ?? national;
};

/** A value of the expression language as machines get it: money in fen, days as ISO text. */
export const factOf = (value: unknown): Fact => {
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") {
    return value;
  }
  if (value instanceof Money) return value.fen;
  if (Array.isArray(value)) return value.map((element) => String(factOf(element)));
  return (value as CivilDate).iso;
};

export { inForce };
