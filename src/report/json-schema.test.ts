import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { auditJsonSchema } from "./json-schema.js";

const committed = new URL("./audit.schema.json", import.meta.url);

describe("auditJsonSchema", () => {
  it("is what audit.schema.json says", () => {
    const message =
      "write it anew: npx tsx -e 'import(\"./src/report/json-schema.ts\").then((m) => console.log(JSON.stringify(m.auditJsonSchema())))' | npx prettier --parser json > src/report/audit.schema.json";
    expect(JSON.parse(readFileSync(committed, "utf8")), message).toEqual(auditJsonSchema());
  });

  it("is a schema of draft 2020-12 that takes no unknown keys", () => {
    expect(auditJsonSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      additionalProperties: false,
    });
  });
});
