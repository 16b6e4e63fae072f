import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type Node,
  type YAMLError,
} from "yaml";
import type { z } from "zod";
import { nearest } from "./nearest.js";
import { problemCodes, RuleFileError, type Fault, type RuleProblem } from "./problem.js";

type Path = readonly PropertyKey[];

/** A YAML file whose every value can be traced back to its line and column. */
export class YamlSource {
  readonly #content: unknown;
  #parsed: { document: Document; lines: LineCounter } | undefined;

  constructor(
    readonly file: string,
    readonly text: string,
    /** What the text is known to say: it is then parsed only where a place in it is asked for. */
    content?: unknown,
  ) {
    if (content === undefined) this.#refuseErrors();
    this.#content = content ?? this.#document.toJS();
  }

  #parse(): { document: Document; lines: LineCounter } {
    const lines = new LineCounter();
    const document = parseDocument(this.text, { lineCounter: lines, uniqueKeys: true });
    this.#parsed = { document, lines };
    return this.#parsed;
  }

  get #document(): Document {
    return (this.#parsed ?? this.#parse()).document;
  }

  #refuseErrors(): void {
    const problems = this.#document.errors.map((error) =>
      this.problemAt(error.pos[0], yamlFault(error)),
    );
    const unresolved = unresolvedAliases(this.#document).map((alias) =>
      this.problemAt(alias.range?.[0] ?? 0, { code: "alias", details: { name: alias.source } }),
    );
    if (problems.length + unresolved.length > 0) {
      throw new RuleFileError([...problems, ...unresolved]);
    }
  }

  /** What the file says, as it is. */
  get content(): unknown {
    return this.#content;
  }

  /** The content checked against a schema. Throws RuleFileError with every place that is wrong. */
  parse<T extends z.ZodType>(schema: T, keys: Iterable<string>): z.infer<T> {
    const result = schema.safeParse(this.#content);
    if (result.success) return result.data;
    const known = [...keys];
    const problems = result.error.issues.flatMap((issue) => this.#problemsOf(issue, known));
    throw new RuleFileError(withoutConsequences(problems));
  }

  /** A problem at a value, or at an offset inside a text value (an expression). */
  problem(path: Path, fault: Fault, offset = 0): RuleProblem {
    const node = this.#node(path);
    if (!node && path.length > 0) return this.problem(path.slice(0, -1), fault);
    const start = node?.range?.[0] ?? 0;
    return this.problemAt(node ? start + this.#sourceOffset(node, offset) : 0, fault);
  }

  /** A problem at the key of a mapping's entry. */
  problemAtKey(path: Path, key: string, fault: Fault): RuleProblem {
    const map = this.#node(path);
    const pair = isMap(map)
      ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    if (isNode(pair?.key)) return this.problemAt(pair.key.range?.[0] ?? 0, fault);
    return this.problem(path, fault);
  }

  problemAt(position: number, fault: Fault): RuleProblem {
    const { lines } = this.#parsed ?? this.#parse();
    const { line, col } = lines.linePos(position);
    return { file: this.file, line, column: col, ...fault };
  }

  #node(path: Path): Node | undefined {
    if (path.length === 0) return this.#document.contents ?? undefined;
    const node = this.#document.getIn(path, true);
    return isNode(node) ? node : undefined;
  }

  /** Where the n-th character of a text value stands in the file: quotes, folds and indents skipped. */
  #sourceOffset(node: Node, offset: number): number {
    if (offset === 0 || !isScalar(node) || typeof node.value !== "string" || !node.range) return 0;
    const [start, end] = node.range;
    const written = this.text.slice(start, end);
    let at = /^[|>][^\n]*\n/.exec(written)?.[0].length ?? 0;
    for (let i = 0; i <= offset && at < written.length; i++) {
      const wanted = node.value[i] ?? "";
      const found = /\s/.test(wanted)
        ? written.slice(at).search(/\s/)
        : written.indexOf(wanted, at);
      if (found < 0) break;
      at = (wanted.trim() ? found : at + found) + (i < offset ? 1 : 0);
    }
    return at;
  }

  #problemsOf(issue: z.core.$ZodIssue, keys: string[]): RuleProblem[] {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) =>
        this.problemAtKey(issue.path, key, {
          code: "unknown-key",
          details: { key },
          nearest: nearest(key, keys),
        }),
      );
    }
    if (issue.code === "invalid_union") {
      const branches = issue.errors.filter((branch) => branch.length > 0);
      const closest = branches.sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
      if (closest) {
        return closest.flatMap((inner) =>
          this.#problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, keys),
        );
      }
    }
    if (issue.code === "invalid_key") {
      const key = String(issue.path.at(-1));
      const fault: Fault = { code: "key-not-allowed", details: { key } };
      return [this.problemAtKey(issue.path.slice(0, -1), key, fault)];
    }
    let path = issue.path;
    while (path.length > 0 && !this.#node(path)) path = path.slice(0, -1);
    const key = issue.path.slice(path.length).map(String).join(".");
    const fault: Fault = key ? { code: "missing", details: { key } } : schemaFault(issue);
    return [this.problem(path, fault)];
  }
}

/** `*.xlsx` and other texts that begin with the sign of a reference, and refer to nothing. */
const unresolvedAliases = (document: Document): Alias[] => {
  const found: Alias[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (!alias.resolve(document)) found.push(alias);
    },
  });
  return found;
};

const yamlFault = ({ code, message }: YAMLError): Fault =>
  code === "DUPLICATE_KEY"
    ? { code: "duplicate-key" }
    : { code: "yaml", details: { text: message.split("\n")[0] ?? code } };

/** What a schema objects to: in its own words a code of ours, else what the schema's library noted. */
const schemaFault = (issue: z.core.$ZodIssue): Fault => {
  const own = problemCodes.find((code) => code === issue.message);
  if (own) return { code: own };
  if (issue.code === "invalid_type") {
    return { code: "wrong-kind", details: { expected: issue.expected } };
  }
  if (issue.code === "invalid_value") {
    return { code: "not-a-choice", details: { choices: issue.values.map(String).join(", ") } };
  }
  if (issue.code === "too_small") return { code: "empty" };
  return { code: "schema", details: { text: issue.message } };
};

/** A key that is missing only because it is mistyped is not named a second time. */
const withoutConsequences = (problems: readonly RuleProblem[]): RuleProblem[] => {
  const meant = new Set(problems.flatMap(({ nearest: hint }) => hint ?? []));
  return problems.filter(({ code, details }) => {
    const absent = code === "missing" ? details?.["key"]?.split(".").at(-1) : undefined;
    return absent === undefined || !meant.has(absent);
  });
};

const depth = (issues: z.core.$ZodIssue[]): number =>
  Math.max(
    ...issues.map((issue) => issue.path.length + (issue.code === "unrecognized_keys" ? 1 : 0)),
  );
