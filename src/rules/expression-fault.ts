import type { ExpressionError } from "./expression-error.js";
import type { Fault, ProblemCode } from "./problem.js";

/** What the expression engine and the macros say, and the names in it; the first that fits counts. */
const sayings: readonly (readonly [ProblemCode, RegExp])[] = [
  ["operator", /^no such overload: (?<types>.+)$/],
  ["arguments", /^found no matching overload for '(?<call>.+)'$/],
  ["result-type", /^must give (?<wanted>\S+), gives (?<given>\S+)$/],
  ["condition", /bool(?: operands)?, got '(?<given>.+)'$/],
  ["branches", /^Ternary branches .* got '(?<one>.+)' and '(?<other>.+)'$/],
  ["syntax-end", /^Unexpected token: EOF$|, got EOF$/],
  ["syntax", /^Unexpected (?:token|character): '?(?<found>.+?)'?$/],
  ["syntax", /^Expected \w+, got (?<found>\w+)$/],
  ["text-not-closed", /^Unterminated/],
  ["needs-fields", /^(?<name>\w+)\(\) needs fields$/],
  ["needs-condition", /^(?<name>\w+)\(\) needs a condition$/],
  ["needs-one-type", /^(?<name>\w+)\(\) needs values of one type$/],
  ["needs-variable", /^(?<name>\w+)\(\) needs a variable$/],
  ["not-in-rules", /^(?<what>.+) cannot be used in rules$/],
  ["loops", /^more than (?<limit>\d+) loops/],
  ["refused-matches", /^matches\(\)/],
  ["refused-has", /^has\(\)/],
  ["refused-timestamp", /^timestamp\(\)/],
];

/** What is wrong with an expression, in words of ours where the catalogues have them. */
export const faultOf = ({ message, kind, unknownName }: ExpressionError): Fault => {
  if (kind !== "other") return { code: `unknown-${kind}`, details: { name: unknownName ?? "" } };
  for (const [code, pattern] of sayings) {
    const match = pattern.exec(message);
    if (match) return { code, details: { ...match.groups } };
  }
  return { code: "expression", details: { text: message } };
};
