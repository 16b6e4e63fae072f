import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { prebuiltContent } from "./prebuilt.js";
import { builtinFolder } from "./rule-book.js";
import { localisedSchema } from "./rule-schema.js";
import { YamlSource } from "./yaml-source.js";

const indicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** The rule whose outcomes are counted; `*` counts cases without any finding. */
  rule: z.string(),
  title: localisedSchema,
});

/** A rate (指标) that is reckoned from a rule's outcomes. */
export type Indicator = z.infer<typeof indicatorSchema>;

/** The indicators of rules/indicators.yaml. Throws RuleFileError where the file is wrong. */
export const loadIndicators = async (): Promise<Indicator[]> => {
  const file = path.join(builtinFolder, "indicators.yaml");
  const text = await readFile(file, "utf8");
  const source = new YamlSource("rules/indicators.yaml", text, await prebuiltContent(text));
  return source.parse(z.array(indicatorSchema), ["id", "rule", "title"]);
};
