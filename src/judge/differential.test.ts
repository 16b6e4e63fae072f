import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CivilDate } from "../values/civil-date.js";
import { caseFields, caseGroups, withoutIndices, type FieldGroup } from "../model/fields.js";
import type { CaseFile } from "../model/origin.js";
import { loadCalendar } from "../rules/calendar.js";
import { CaseNode, documentsOf, viewOf } from "../rules/case-view.js";
import { isOfDocuments, type CompiledRule } from "../rules/compile.js";
import { exampleCase } from "../rules/example-case.js";
import type { Expression } from "../rules/expression.js";
import { endingOf, Oracle, type Ending } from "../rules/oracle.fixture.js";
import { NotKnown, notingReads, OracleNode, oracleView } from "../rules/oracle-view.fixture.js";
import { parameterType } from "../rules/parameters.js";
import { recordingReads } from "../rules/reads.js";
import { loadRuleBook } from "../rules/rule-book.js";
import { Defect, Unknown } from "../rules/unknown.js";
import { checkFacts } from "./checks/index.js";
import { ContextFactory, type RuleContext } from "./rule-context.js";

const calendar = await loadCalendar();
const book = await loadRuleBook({ calendar, checks: checkFacts });
const asOf = CivilDate.of(2024, 6, 30)!;
const run = { asOf, lang: "zh" as const, settings: new Map(), presets: book.presets };

const oracleOf = (rule: CompiledRule): Oracle => {
  const oracle = new Oracle(calendar);
  for (const [name, { definition }] of rule.parameters) {
    oracle.declare(name, parameterType(definition.unit));
  }
  for (const [name, { type }] of rule.facts) oracle.declare(name, type);
  if (isOfDocuments(rule.definition)) oracle.declare("document", "Case_documents");
  return oracle;
};

/** A document of the case as the engine sees it; the rule is given it, and does not read it from the case. */
const oracleDocument = (file: CaseFile, at: number): unknown =>
  notingReads(() => (oracleView(file) as unknown as { documents: unknown[] }).documents[at]).result;

/** Facts as the engine evaluates them, once; parameters as the rule's own context resolves them. */
const othersFor = (rule: CompiledRule, oracle: Oracle, context: RuleContext): object => {
  const { view, document } = context;
  const at = document && documentsOf(view).indexOf(document);
  const others = { asOf, ...(at !== undefined && { document: oracleDocument(view.file, at) }) };
  const known = new Map<string, Ending>();
  const get = (name: string, ending: () => Ending): unknown => {
    const kept = known.get(name) ?? ending();
    known.set(name, kept);
    if ("value" in kept) return kept.value;
    throw "unknown" in kept ? new NotKnown(kept.unknown) : new Error("defect");
  };
  for (const [name, { source }] of rule.facts) {
    const evaluate = () => endingOf(() => oracle.evaluate(source, others));
    Object.defineProperty(others, name, { get: () => get(name, evaluate) });
  }
  for (const [name, { at }] of rule.parameters) {
    const day = at ?? rule.at;
    const asked = at ? `at ${name}` : "at";
    const resolve = (): Ending => {
      if (day && !known.has(asked)) {
        known.set(
          asked,
          endingOf(() => oracle.evaluate(day.source, others)),
        );
      }
      const value = context.get(name);
      return value instanceof Unknown ? { unknown: value.needed } : { value };
    };
    Object.defineProperty(others, name, { get: () => get(name, resolve) });
  }
  return others;
};

const expressionsOf = (rule: CompiledRule): Expression[] => {
  const { at, applies, demands, facts, variants, message, remedy } = rule;
  const messages = [message, remedy, ...demands.map((one) => one.message)].flatMap((both) => [
    ...(both?.zh ?? []),
    ...(both?.en ?? []),
  ]);
  return [
    ...(at ? [at] : []),
    applies,
    ...demands.map(({ that }) => that),
    ...facts.values(),
    ...variants.map(({ when }) => when),
    ...messages.filter((part) => typeof part !== "string"),
  ].filter(({ source }) => source !== "faults");
};

const byClosures = (context: RuleContext, { run: evaluate }: Expression) => {
  const { result, reads } = recordingReads(context.view.file, () => evaluate(context.again()));
  expect(evaluate(context.again())).toEqual(result);
  const ending: Ending =
    result instanceof Defect
      ? { defect: true }
      : result instanceof Unknown
        ? { unknown: result.needed }
        : { value: result };
  return { ending, reads: reads.paths };
};

/** Elements of lists by where they stand: each side has objects of its own for them. */
const comparable = <E extends { ending: Ending }>({ ending, ...rest }: E) => {
  const plain = (value: unknown): unknown => {
    if (value instanceof CaseNode) return value.prefix;
    if (value instanceof OracleNode) return value.$path;
    return Array.isArray(value) ? value.map(plain) : value;
  };
  return { ...rest, ending: "value" in ending ? { value: plain(ending.value) } : ending };
};

const sameOn = (rule: CompiledRule, files: readonly CaseFile[]): void => {
  const oracle = oracleOf(rule);
  const factory = new ContextFactory(rule, run);
  const expressions = rule.check === undefined ? expressionsOf(rule) : [rule.applies];
  for (const file of files) {
    const view = viewOf(file);
    const documents = isOfDocuments(rule.definition) ? documentsOf(view) : [undefined];
    for (const context of documents.map((document) => factory.contextOf(view, document))) {
      for (const expression of expressions) {
        const { source } = expression;
        const wanted = oracle.on(file, source, othersFor(rule, oracle, context.again()));
        const given = byClosures(context, expression);
        expect({ source, ...comparable(given) }).toEqual({ source, ...comparable(wanted) });
      }
    }
  }
};

const texts = [
  ...[
    "某市监罚〔2023〕12号",
    "某市监罚字[2023]第012号",
    "张三",
    "李四",
    "A01",
    "罚款五千元",
    "未提出",
    "同意",
  ],
  ...[
    "主动改正，初次违法，危害后果轻微",
    "不予处罚",
    "延期",
    "某市市场监督管理局",
    "较轻",
    "减轻",
    "撤销",
    "无",
  ],
];

const valueOf = (kind: string, values: readonly string[] | undefined): fc.Arbitrary<unknown> => {
  if (kind === "date") {
    const day = fc.date({
      min: new Date("2019-01-01"),
      max: new Date("2024-12-31"),
      noInvalidDate: true,
    });
    return fc.tuple(day, fc.nat(5)).map(([at, n]) => at.toISOString().slice(0, n === 0 ? 7 : 10));
  }
  if (kind === "money") return fc.constantFrom(0, 5_000, 300_000, 500_000, 2_000_000, 20_000_000);
  if (kind === "number") return fc.constantFrom(0, 3, 5, 17, 30);
  if (kind === "boolean") return fc.boolean();
  const text = fc.constantFrom(...(values ?? texts));
  return kind === "texts" || kind === "enums" ? fc.uniqueArray(text, { maxLength: 3 }) : text;
};

const groupOf = (group: FieldGroup): fc.Arbitrary<Record<string, unknown>> => {
  const fields = Object.entries(group.fields).map(([name, kind]) => {
    const path = group.path ? `${group.path}.${name}` : name;
    return [name, fc.option(valueOf(kind, caseFields.get(path)?.values), { nil: undefined })];
  });
  const groups = Object.entries(group.groups).map(([name, inner]) => {
    const one = groupOf(inner);
    const member = inner.list ? fc.array(one, { maxLength: 3 }) : one;
    return [name, fc.option(member as fc.Arbitrary<unknown>, { nil: undefined, freq: 4 })];
  });
  return fc.record(
    Object.fromEntries([...fields, ...groups]) as Record<string, fc.Arbitrary<unknown>>,
  );
};

/** Fields without a value are absent, blank or illegible, as the sum of their letters falls. */
const fileOf = (values: Record<string, unknown>, salt: number): CaseFile => {
  const fate = (path: string) =>
    [...withoutIndices(path)].reduce((sum, letter) => sum + letter.charCodeAt(0), salt) % 3;
  const illegible = [...caseFields.keys()].filter((path) => fate(path) === 2);
  return {
    ...{ id: "c", numbers: [], values: { kind: "penalty", ...values } },
    origins: [
      { name: "o", file: "o", speaksOf: (path) => fate(path) === 1, source: () => undefined },
    ],
    exceptions: new Map(illegible.map((path) => [path, "unreadable"])),
  };
};

const generated = fc.sample(
  fc.tuple(groupOf(caseGroups), fc.nat(2)).map(([values, salt]) => fileOf(values, salt)),
  { numRuns: 25, seed: 7 },
);

describe("the expressions of every rule end as by the engine's own evaluation, and read the same", () => {
  it.each(book.rules.map((rule) => [rule.definition.id, rule] as const))("%s", (_, rule) => {
    const written = rule.definition.examples.flatMap(({ case: one, cases }) => cases ?? one ?? []);
    sameOn(
      rule,
      written.map((each) => exampleCase(each as object, "c")),
    );
    sameOn(rule, generated);
  });
});
