import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { digestOf } from "../dist/rules/prebuilt.js";
import { builtinFolder, withoutExamples } from "../dist/rules/rule-book.js";

/** Parses the program's own YAML files, rules without their examples, for `src/rules/prebuilt.ts` to find. */
const files = readdirSync(builtinFolder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .sort();
const parsed = files.map((name) => {
  const text = withoutExamples(readFileSync(path.join(builtinFolder, name), "utf8"));
  return [digestOf(text), parse(text)];
});
const target = new URL("../dist/prebuilt.json", import.meta.url);
writeFileSync(target, JSON.stringify(Object.fromEntries(parsed)));
