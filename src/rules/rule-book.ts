import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { WorkingDayCalendar } from "../values/working-days.js";
import { exampleProblems } from "./check-examples.js";
import { compileRule, type CheckFacts, type CompiledRule } from "./compile.js";
import { ruleLanguage } from "./environment.js";
import { nearest } from "./nearest.js";
import { fitsUnit, parseSetting, type ParameterSettings } from "./parameters.js";
import { prebuiltContent } from "./prebuilt.js";
import { RuleFileError, type Fault, type RuleProblem } from "./problem.js";
import {
  articleSchema,
  parameterSchema,
  presetSchema,
  ruleSchema,
  sharedParametersSchema,
  type ParameterDefinition,
  type ParameterValue,
  type Preset,
} from "./rule-schema.js";
import { YamlSource } from "./yaml-source.js";

/** All rules of a run, with the parameters that several share and the sectors' presets. */
export interface RuleBook {
  /** Sorted by id. */
  rules: readonly CompiledRule[];
  shared: Readonly<Record<string, ParameterDefinition>>;
  presets: readonly Preset[];
}

export interface RuleBookOptions {
  calendar: WorkingDayCalendar;
  /** Rule files or folders besides the built-in ones. */
  extra?: readonly string[];
  /** Leaves out the rules that ship with the program. */
  noBuiltin?: boolean;
  checks: CheckFacts;
  /** Leaves out the examples of built-in rules; they are most of the text and an audit needs none. */
  withoutExamples?: boolean;
}

/** Where the data that ships with the program lies. */
export const builtinFolder = fileURLToPath(new URL("../../rules", import.meta.url));

/** Folders of rules/ that hold other data than rules. */
const notRules = new Set(["vocabulary", "presets", "standards"]);

const ruleKeys = [
  ...Object.keys(ruleSchema.shape),
  ...Object.keys(parameterSchema.shape),
  ...Object.keys(articleSchema.shape),
  ...["zh", "en", "that", "when", "use", "principle", "case", "cases", "asOf"],
  ...["complies", "violates", "unknown", "notApplicable"],
];
const presetKeys = [...Object.keys(presetSchema.shape), "value", "from", "to", "basis"];

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);

const yamlFilesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && isYaml(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
};

const slashes = (file: string): string => file.replaceAll("\\", "/");

const readSource = async (file: string, shownAs: string): Promise<YamlSource> =>
  new YamlSource(slashes(shownAs), await readFile(file, "utf8"));

/** The rule files at a path; a folder's own vocabulary and presets are not rules. */
const ruleFilesAt = async (place: string): Promise<string[]> => {
  if (isYaml(place)) return [place];
  const files = await yamlFilesIn(place);
  return files.filter((file) => {
    const [top, ...rest] = slashes(path.relative(place, file)).split("/");
    return rest.length === 0
      ? top !== "parameters.yaml" && top !== "indicators.yaml"
      : !notRules.has(top ?? "");
  });
};

const builtinName = (file: string): string =>
  slashes(path.join("rules", path.relative(builtinFolder, file)));

const builtinSource = async (file: string): Promise<YamlSource> => {
  const text = await readFile(file, "utf8");
  return new YamlSource(builtinName(file), text, await prebuiltContent(text));
};

/** A rule up to its examples, which by custom stand last. */
export const withoutExamples = (text: string): string => {
  const end = text.search(/^examples:/m);
  return end < 0 ? text : text.slice(0, end);
};

const builtinWithoutExamples = async (file: string): Promise<YamlSource> => {
  const text = withoutExamples(await readFile(file, "utf8"));
  return new YamlSource(builtinName(file), text, await prebuiltContent(text));
};

const loadShared = async (): Promise<Record<string, ParameterDefinition>> => {
  const source = await builtinSource(path.join(builtinFolder, "parameters.yaml"));
  return source.parse(sharedParametersSchema, Object.keys(parameterSchema.shape));
};

const loadPresets = async (): Promise<{ source: YamlSource; preset: Preset }[]> => {
  const files = await yamlFilesIn(path.join(builtinFolder, "presets"));
  const sources = await Promise.all(files.map(builtinSource));
  return sources.map((source) => ({ source, preset: source.parse(presetSchema, presetKeys) }));
};

/** Runs every loader and throws one RuleFileError with all their problems. */
const collect = <T, R>(inputs: readonly T[], load: (input: T) => R): R[] => {
  const problems: RuleProblem[] = [];
  const results = inputs.flatMap((input) => {
    try {
      return [load(input)];
    } catch (error) {
      if (!(error instanceof RuleFileError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new RuleFileError(problems);
  return results;
};

/** Every parameter of the book, by the key under which it is set. */
export const parametersOf = (book: RuleBook): Map<string, ParameterDefinition> =>
  new Map([
    ...Object.entries(book.shared),
    ...book.rules.flatMap((rule) =>
      [...rule.parameters.values()].map(({ key, definition }) => [key, definition] as const),
    ),
  ]);

const checkPresets = (
  presets: readonly { source: YamlSource; preset: Preset }[],
  known: ReadonlyMap<string, ParameterDefinition>,
): void => {
  const problems = presets.flatMap(({ source, preset }) =>
    Object.entries(preset.parameters).flatMap(([key, versions]) => {
      const definition = known.get(key);
      if (!definition) {
        const hint = nearest(key, known.keys());
        const fault: Fault = { code: "unknown-parameter", details: { key }, nearest: hint };
        return [source.problemAtKey(["parameters"], key, fault)];
      }
      if (versions.every((version) => fitsUnit(definition.unit, version.value))) return [];
      const fault: Fault = { code: "unit", details: { unit: definition.unit } };
      return [source.problemAtKey(["parameters"], key, fault)];
    }),
  );
  if (problems.length > 0) throw new RuleFileError(problems);
};

/**
 * Loads and compiles every rule. Throws RuleFileError naming each mistake with file, line, column and
 * the nearest valid name; nothing is audited with half a rule book.
 */
export const loadRuleBook = async (options: RuleBookOptions): Promise<RuleBook> => {
  const extra = options.extra ?? [];
  const builtinFiles = options.noBuiltin ? [] : await ruleFilesAt(builtinFolder);
  const extraFiles = (await Promise.all(extra.map(ruleFilesAt))).flat();
  const sources = await Promise.all([
    ...builtinFiles.map(options.withoutExamples ? builtinWithoutExamples : builtinSource),
    ...extraFiles.map((file) => readSource(file, path.relative(process.cwd(), file) || file)),
  ]);
  const [shared, presets] = await Promise.all([loadShared(), loadPresets()]);
  const language = ruleLanguage(options.calendar);
  const rules = collect(sources, (source) => {
    const definition = source.parse(ruleSchema, ruleKeys);
    const rule = compileRule(source, definition, language, shared, options.checks);
    const problems = exampleProblems(source, rule);
    if (problems.length > 0) throw new RuleFileError(problems);
    return rule;
  }).sort((a, b) => compareIds(a.definition.id, b.definition.id));
  refuseDoubles(rules);
  const book = { rules, shared, presets: presets.map(({ preset }) => preset) };
  if (!options.noBuiltin) checkPresets(presets, parametersOf(book));
  return book;
};

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const refuseDoubles = (rules: readonly CompiledRule[]): void => {
  const problems = rules.flatMap((rule, i) => {
    const first = rules[i - 1];
    if (first?.definition.id !== rule.definition.id) return [];
    const details = { id: rule.definition.id, file: first.file };
    return [{ file: rule.file, line: 1, column: 1, code: "already-defined" as const, details }];
  });
  if (problems.length > 0) throw new RuleFileError(problems);
};

/** A `-p name=value` that cannot be used. */
export class SettingError extends Error {
  constructor(
    readonly setting: string,
    readonly reason: "form" | "name" | "value",
    readonly nearest?: string,
  ) {
    super(`Parameter setting "${setting}" cannot be used (${reason}).`);
  }
}

/** Reads `-p name=value` settings. Throws SettingError for an unknown name or a value of the wrong kind. */
export const parseSettings = (book: RuleBook, settings: readonly string[]): ParameterSettings => {
  const known = parametersOf(book);
  const values = new Map<string, ParameterValue>();
  for (const setting of settings) {
    const at = setting.indexOf("=");
    if (at < 1) throw new SettingError(setting, "form");
    const key = setting.slice(0, at).trim();
    const definition = known.get(key);
    if (!definition) throw new SettingError(setting, "name", nearest(key, known.keys()));
    const value = parseSetting(definition.unit, setting.slice(at + 1).trim());
    if (value === undefined) throw new SettingError(setting, "value");
    values.set(key, value);
  }
  return values;
};
