import type { CompiledRule } from "./compile.js";
import { exampleCase, ExampleError } from "./example-case.js";
import { exampleRegisters } from "./example-registers.js";
import { nearest } from "./nearest.js";
import type { RuleProblem } from "./problem.js";
import type { RuleExample } from "./rule-schema.js";
import type { YamlSource } from "./yaml-source.js";

type Path = readonly PropertyKey[];

/** `parties[0].name` as steps into the file. */
const stepsOf = (path: string): PropertyKey[] =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** What is wrong where a part of an example is read. */
const problemsOf = (source: YamlSource, at: Path, read: () => unknown): RuleProblem[] => {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof ExampleError)) throw error;
    const steps = stepsOf(error.path);
    const [path, name] = [[...at, ...steps.slice(0, -1)], String(steps.at(-1))];
    return error.fault.code.startsWith("unknown-")
      ? [source.problemAtKey(path, name, error.fault)]
      : [source.problem([...at, ...steps], error.fault)];
  }
};

const casesOf = ({ case: one, cases }: RuleExample): [Path, object][] => [
  ...(one ? [[["case"], one] as [Path, object]] : []),
  ...(cases ?? []).map((written, i): [Path, object] => [["cases", i], written]),
];

/** What is wrong in a rule's examples: fields that no case has, values of the wrong kind, parameters. */
export const exampleProblems = (source: YamlSource, rule: CompiledRule): RuleProblem[] =>
  rule.definition.examples.flatMap((example, i) => {
    const at = ["examples", i];
    const wrongParameters = Object.keys(example.params ?? {})
      .filter((key) => !rule.parameters.has(key))
      .map((key) => {
        const hint = nearest(key, rule.parameters.keys());
        const fault = { code: "unknown-parameter" as const, details: { key }, nearest: hint };
        return source.problemAtKey([...at, "params"], key, fault);
      });
    const wrongCases = casesOf(example).flatMap(([path, written]) =>
      problemsOf(source, [...at, ...path], () => exampleCase(written, "example")),
    );
    const wrongRegisters = problemsOf(source, [...at, "registers"], () =>
      exampleRegisters(example.registers ?? {}),
    );
    return [...wrongCases, ...wrongRegisters, ...wrongParameters];
  });
