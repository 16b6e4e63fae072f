import { describe, expect, it } from "vitest";
import { auditSchema, type AuditResult, type CaseResult } from "../model/audit-result.js";
import { json as piecesOf } from "./json.js";
import { resultFixture } from "./result.fixture.js";

const reversed = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, reversed<unknown>(member)]);
  return Object.fromEntries(entries.toReversed()) as T;
};

const json = (result: AuditResult): string => [...piecesOf(result)].join("");

describe("json", () => {
  it("writes the result", async () => {
    await expect(json(resultFixture)).toMatchFileSnapshot("testdata/json/result.json");
  });

  it("fits the schema and ends with a line break", () => {
    expect(auditSchema.safeParse(JSON.parse(json(resultFixture))).success).toBe(true);
    expect(json(resultFixture).endsWith("}\n")).toBe(true);
  });

  it("has its keys in the order of the schema, whatever order they came in", () => {
    const facts = ({ findings, ...rest }: AuditResult): AuditResult => ({
      ...rest,
      findings: findings.map((finding) => ({ ...finding, facts: {} })),
    });
    expect(json(reversed(facts(resultFixture)))).toBe(json(facts(resultFixture)));
  });

  it("keeps invisible characters, as escapes", () => {
    const [, , , file] = resultFixture.cases;
    const party = "\x1b[2J\u202E甲";
    const written = json({ ...resultFixture, cases: [{ ...file!, party }] });
    expect(written).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect((JSON.parse(written) as { cases: CaseResult[] }).cases[0]?.party).toBe(party);
  });

  it("refuses to write what does not fit the schema", () => {
    expect(() => json({ ...resultFixture, cases: [{} as never] })).toThrow();
  });
});
