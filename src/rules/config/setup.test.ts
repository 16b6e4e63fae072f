import { beforeAll, describe, expect, it } from "vitest";
import { checkFacts } from "../../judge/checks/index.js";
import { CivilDate } from "../../values/civil-date.js";
import { loadCalendar, loadHolidays } from "../calendar.js";
import { factOf, resolverOf, type ParameterSettings } from "../parameters.js";
import { loadRuleBook, type RuleBook } from "../rule-book.js";
import type { ParameterDefinition, Preset } from "../rule-schema.js";
import { ConfigFile } from "./config-file.js";
import type { Config } from "./config.js";
import { rulesOf, setupsOf, type Setups } from "./setup.js";
import { trace } from "./where-from.js";

let book: RuleBook;
beforeAll(async () => {
  const checks = checkFacts;
  book = await loadRuleBook({ calendar: await loadCalendar(), checks, withoutExamples: true });
});

const read = async (text: string): Promise<Config> => {
  const file = new ConfigFile("c.yaml", text);
  file.holidays(await loadHolidays());
  return file.read(book);
};

const setups = async (text: string, options: ParameterSettings = new Map()): Promise<Setups> =>
  setupsOf(await read(text), book.rules, options);

const ruleIn = ({ rules }: Pick<Setups, "rules">, id: string) =>
  rules.find(({ definition }) => definition.id === id);

const preset = (id: string, value: number): Preset => ({
  ...{ id, title: { zh: id, en: id }, kind: "place", agencies: [] },
  parameters: { limit: [{ value, from: "2024-01-01", basis: [] }] },
});

describe("which value of a parameter holds", () => {
  const definition: ParameterDefinition = {
    ...{ unit: "working-day", value: 1 },
    versions: [{ value: 2, from: "2020-01-01", basis: [] }],
  };
  const presets = [preset("first", 4), preset("second", 3)];
  const params = new Map([["limit", { value: 5, line: 7 }]]);
  const options = new Map([["limit", 6]]);
  const none = new Map<string, never>();
  const day = (iso: string) => CivilDate.fromIso(iso)!;

  it.each([
    ["the command line", { options, params, presets }, "2024-06-01", 6, "option"],
    ["the configuration", { options: none, params, presets }, "2024-06-01", 5, "config"],
    ["the first preset", { options: none, params: none, presets }, "2024-06-01", 4, "preset"],
    [
      "the second preset",
      { options: none, params: none, presets: presets.slice(1) },
      "2024-06-01",
      3,
      "preset",
    ],
    ["the law of the day", { options: none, params: none, presets }, "2023-06-01", 2, "version"],
    ["the rule itself", { options: none, params: none, presets }, "2019-06-01", 1, "national"],
  ] as const)("%s", (_, sources, iso, value, by) => {
    const traced = trace("limit", definition, sources, day(iso));
    expect(traced).toMatchObject({ value, origin: { by } });
    const settings = new Map([
      ...[...sources.params].map(([key, given]) => [key, given.value] as const),
      ...sources.options,
    ]);
    const resolved = resolverOf({ key: "limit", definition }, settings, sources.presets)(day(iso));
    expect(factOf(resolved.value)).toBe(value);
  });
});

describe("what cases are judged by", () => {
  it("options go before what is set for all and for an agency", async () => {
    const text =
      "params: { hearing.fine.citizen: 1, hearing.fine.organisation: 2 }\n" +
      "agencies: { 甲局: { params: { hearing.fine.citizen: 3, hearing.fine.organisation: 4 } } }";
    const found = await setups(text, new Map([["hearing.fine.organisation", 5]]));
    const own = found.agencies.get("甲局");
    expect(found.settings.get("hearing.fine.citizen")).toBe(1);
    expect(own?.settings.get("hearing.fine.citizen")).toBe(3);
    expect(own?.settings.get("hearing.fine.organisation")).toBe(5);
  });

  it("an agency's presets stand in place of the others", async () => {
    const { chosen, agencies } = await setups(
      "presets: [hebei]\nagencies: { 甲局: { presets: [xingtai] }, 乙局: { sector: water } }",
    );
    const ids = (presets: readonly Preset[] = []) => presets.map(({ id }) => id);
    expect(ids(chosen)).toEqual(["hebei"]);
    expect(ids(agencies.get("甲局")?.chosen)).toEqual(["xingtai"]);
    expect(ids(agencies.get("乙局")?.chosen)).toEqual(["hebei"]);
  });

  it("a rule that is off can be on for one agency", async () => {
    const found = await setups(
      "rules: { publicity/*: off }\n" +
        "agencies: { 甲局: { rules: { publicity/decision-published: on, service/*: off } } }",
    );
    const own = found.agencies.get("甲局")!;
    expect(ruleIn(found, "publicity/decision-published")).toBeUndefined();
    expect(ruleIn(own, "publicity/decision-published")).toBeDefined();
    expect(ruleIn(own, "publicity/identity-shown")).toBeUndefined();
    expect(ruleIn(found, "service/served-in-time")).toBeDefined();
    expect(ruleIn(own, "service/served-in-time")).toBeUndefined();
    const ids = rulesOf(found).map(({ definition }) => definition.id);
    expect(ids).toContain("publicity/decision-published");
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("a severity is that of the rule; a variant stays milder where it is", async () => {
    const severitiesBy = async (severity: string) => {
      const found = await setups(`rules: { "*": { severity: ${severity} } }`);
      return found.rules.map(({ definition, variants }) => [
        definition.severity,
        variants.flatMap((variant) => variant.severity ?? []),
      ]);
    };
    for (const [severity, variants] of await severitiesBy("info")) {
      expect(severity).toBe("info");
      expect(new Set(variants)).not.toContain("warning");
    }
    const raised = (await severitiesBy("error")).flatMap(([, variants]) => variants);
    const listed = book.rules.flatMap(({ variants }) => variants.flatMap((v) => v.severity ?? []));
    expect(raised).toEqual(listed);
  });
});

describe("presets of places", () => {
  const valueOn = async (text: string, key: string, iso: string) => {
    const { chosen } = await setups(text);
    const definition = book.rules
      .flatMap(({ parameters }) => [...parameters.values()])
      .find((parameter) => parameter.key === key)!.definition;
    const { value, basis } = resolverOf(
      { key, definition },
      new Map(),
      chosen,
    )(CivilDate.fromIso(iso));
    return [factOf(value), basis.map(({ mark }) => mark).join()];
  };

  it("hold when chosen, for the years that they name", async () => {
    const hours = "personnel/training-hours.minimum";
    expect(await valueOn("presets: [hebei]", hours, "2024-12-31")).toEqual([30, "S"]);
    expect(await valueOn("presets: [hebei]", hours, "2026-12-31")).toEqual([null, ""]);
    expect(await valueOn("", hours, "2024-12-31")).toEqual([null, ""]);
    const share = "personnel/exam-coverage.share";
    expect(await valueOn("presets: [xingtai]", share, "2023-12-31")).toEqual([0.3, "T"]);
    expect(await valueOn("presets: [xingtai]", share, "2024-12-31")).toEqual([0.6, "T"]);
    expect(await valueOn("presets: [xingtai]", share, "2025-12-31")).toEqual([1, "T"]);
    expect(await valueOn("presets: [xingtai]", share, "2026-12-31")).toEqual([null, ""]);
  });
});
