import { describe, expect, it } from "vitest";
import { z } from "zod";
import { prebuiltContent } from "./prebuilt.js";
import { RuleFileError } from "./problem.js";
import { YamlSource } from "./yaml-source.js";

const text = "a: 1\nlist:\n  - b: two\n  - b: 3\n";
const schema = z.strictObject({ a: z.number(), list: z.array(z.strictObject({ b: z.string() })) });

const placesIn = (source: YamlSource): unknown => {
  try {
    return source.parse(schema, []);
  } catch (error) {
    if (error instanceof RuleFileError) return error.problems;
    throw error;
  }
};

describe("a text whose content is known already", () => {
  it("is wrong at the same places", () => {
    const parsed = new YamlSource("x.yaml", text);
    const known = new YamlSource("x.yaml", text, parsed.content);
    expect(placesIn(known)).toEqual(placesIn(parsed));
    expect(placesIn(known)).toMatchObject([{ line: 4, column: 8 }]);
    expect(known.problemAt(5, { code: "schema", details: {} })).toMatchObject({ line: 2 });
  });

  it("is none that somebody has edited", async () => {
    expect(await prebuiltContent(`${text}# edited`)).toBeUndefined();
  });
});
