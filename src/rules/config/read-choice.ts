import { RE2JS } from "re2js";
import { severities, type Severity } from "../../model/audit-result.js";
import type { CompiledRule } from "../compile.js";
import { nearest } from "../nearest.js";
import { fitsUnit } from "../parameters.js";
import { parametersOf, type RuleBook } from "../rule-book.js";
import { fitsRulePattern, isRulePattern } from "../rule-pattern.js";
import type { ParameterDefinition, ParameterValue, Preset, Unit } from "../rule-schema.js";
import type { Choice, GivenParameter, GivenRule } from "./config.js";
import { unknownName, type Place } from "./place.js";

/** The keys by which cases are judged in another way, for all agencies or for one. */
export const choiceKeys = ["presets", "params", "rules"] as const;

type Places = { [Key in (typeof choiceKeys)[number]]?: Place };

const readPresets = (place: Place, presets: readonly Preset[]): Preset[] => {
  const ids = presets.map(({ id }) => id);
  const lines = new Map<string, number>();
  return place.elements().flatMap((element) => {
    const id = element.nameFrom(ids, "unknown-preset");
    const line = id === undefined ? undefined : lines.get(id);
    if (id === undefined) return [];
    if (line !== undefined) {
      element.refuse({ code: "set-twice", details: { key: id, line: String(line) } });
    }
    lines.set(id, line ?? element.line);
    return line === undefined ? presets.filter((preset) => preset.id === id) : [];
  });
};

const isPattern = (text: string): boolean => {
  try {
    RE2JS.compile(text);
    return true;
  } catch {
    return false;
  }
};

/** The value of a parameter; noted and left out where it does not fit the unit. */
const readValue = (place: Place, unit: Unit): ParameterValue | undefined => {
  const { value } = place;
  if (value === null) {
    place.refuse({ code: "empty" });
    return undefined;
  }
  if (!fitsUnit(unit, value as ParameterValue)) {
    place.refuse({ code: "unit", details: { unit } });
    return undefined;
  }
  if (unit === "text" && !isPattern(value as string)) {
    place.refuse({ code: "not-a-pattern", details: { text: value as string } });
    return undefined;
  }
  return value as ParameterValue;
};

const readParams = (
  place: Place,
  known: ReadonlyMap<string, ParameterDefinition>,
): Map<string, GivenParameter> =>
  new Map(
    place.entries().flatMap(([key, entry]): [string, GivenParameter][] => {
      const definition = known.get(key);
      if (!definition) {
        entry.refuseKey(unknownName("unknown-parameter", key, [...known.keys()]));
        return [];
      }
      const value = readValue(entry, definition.unit);
      return value === undefined ? [] : [[key, { value, line: entry.line }]];
    }),
  );

/** A parameter that is set where its rule is named. */
interface OwnParameter extends GivenParameter {
  key: string;
  place: Place;
}

/** What an entry of `rules` says, for every rule that it is about. */
interface RuleEntry {
  rules: readonly CompiledRule[];
  off: boolean;
  severity?: Severity;
  params: readonly OwnParameter[];
  isPattern: boolean;
  place: Place;
}

const rulesFor = (id: string, rules: readonly CompiledRule[]): CompiledRule[] => {
  const fits = isRulePattern(id) ? fitsRulePattern(id) : (other: string) => other === id;
  return rules.filter(({ definition }) => fits(definition.id));
};

/** A parameter of a rule by its short name: of its own, not one that it shares with others. */
const readOwn = (
  name: string,
  place: Place,
  { definition: { id }, parameters }: CompiledRule,
): OwnParameter[] => {
  const parameter = parameters.get(name);
  const own = [...parameters].filter(([, { key }]) => key.startsWith(`${id}.`));
  if (!parameter) {
    const names = ["severity", ...own.map(([other]) => other)];
    place.refuseKey(unknownName("unknown-parameter", name, names));
    return [];
  }
  const { key, definition } = parameter;
  if (!key.startsWith(`${id}.`)) {
    place.refuseKey({ code: "shared-parameter", details: { name, key } });
    return [];
  }
  const value = readValue(place, definition.unit);
  return value === undefined ? [] : [{ key, value, line: place.line, place }];
};

/** `{ severity: warning, limit: 15 }`; a limit is another thing in each rule, so that patterns set none. */
const readSettings = (
  place: Place,
  one: CompiledRule | undefined,
): Pick<RuleEntry, "severity" | "params"> => {
  const entries = place.entries();
  const params = entries.flatMap(([name, entry]) => {
    if (name === "severity") return [];
    if (one) return readOwn(name, entry, one);
    entry.refuseKey(unknownName("unknown-key", name, ["severity"]));
    return [];
  });
  const [, listed] = entries.find(([name]) => name === "severity") ?? [];
  const severity = listed?.nameFrom(severities, "not-a-choice");
  return { ...(severity && { severity }), params };
};

const readRule = (id: string, place: Place, all: readonly CompiledRule[]): RuleEntry[] => {
  const rules = rulesFor(id, all);
  if (rules.length === 0) {
    const ids = all.map(({ definition }) => definition.id);
    place.refuseKey(unknownName("unknown-rule", id, ids));
    return [];
  }
  const about = { rules, place, isPattern: isRulePattern(id) };
  if (place.value === "off" || place.value === "on") {
    return [{ ...about, off: place.value === "off", params: [] }];
  }
  if (typeof place.value !== "object" || place.value === null || Array.isArray(place.value)) {
    const written = typeof place.value === "string" ? place.value : "";
    place.refuse({ code: "rule-setting", nearest: nearest(written, ["off", "on"]) });
    return [];
  }
  const settings = readSettings(place, about.isPattern ? undefined : rules[0]);
  return [{ ...about, ...settings, off: false }];
};

/** Patterns first, so that what is said of a rule by its id goes before. */
const inOrder = (entries: readonly RuleEntry[]): RuleEntry[] =>
  [...entries].sort((a, b) => Number(b.isPattern) - Number(a.isPattern));

const givenRules = (entries: readonly RuleEntry[]): Map<string, GivenRule> => {
  const given = new Map<string, GivenRule>();
  for (const { rules, off, severity, place } of entries) {
    for (const { definition } of rules) {
      const before = given.get(definition.id);
      given.set(definition.id, { ...before, off, ...(severity && { severity }), line: place.line });
    }
  }
  return given;
};

/** Parameters set under `params` and under rules; the same one under both is nobody's to decide. */
const givenParams = (
  params: ReadonlyMap<string, GivenParameter>,
  entries: readonly RuleEntry[],
): Map<string, GivenParameter> => {
  const given = new Map(params);
  for (const { key, value, line, place } of entries.flatMap((entry) => entry.params)) {
    const other = params.get(key);
    if (other) place.refuseKey({ code: "set-twice", details: { key, line: String(other.line) } });
    given.set(key, { value, line });
  }
  return given;
};

/** How cases are judged, as `presets`, `params` and `rules` say it. */
export const readChoice = ({ presets, params, rules }: Places, book: RuleBook): Choice => {
  const entries = inOrder(
    (rules?.entries() ?? []).flatMap(([id, place]) => readRule(id, place, book.rules)),
  );
  const set = params ? readParams(params, parametersOf(book)) : new Map<string, GivenParameter>();
  return {
    ...(presets && presets.value !== null && { presets: readPresets(presets, book.presets) }),
    params: givenParams(set, entries),
    rules: givenRules(entries),
  };
};
