import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { truthSchema } from "../../scripts/dossiers/truth.js";
import { parseDate } from "../values/parse-date.js";

const root = fileURLToPath(new URL("../../fixtures/dossiers/", import.meta.url));
const names = readdirSync(root).filter((name) => /^\d/.test(name));
const truthOf = (name: string) =>
  truthSchema.parse(JSON.parse(readFileSync(path.join(root, "truth", `${name}.json`), "utf8")));

const typesSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      code: z.string().regex(/^[A-Z]{3}$/),
      title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
      titles: z.array(z.string().min(1)),
      anywhere: z.array(z.string().min(1)).optional(),
      also: z.array(z.string().min(1)),
    }),
  ),
});
const typesFile = new URL("../../rules/vocabulary/documents/types.yaml", import.meta.url);
const types = typesSchema.parse(parse(readFileSync(typesFile, "utf8"))).documents;

describe("types of documents", () => {
  it("have ids and titles of their own", () => {
    const titles = types.flatMap(({ title, titles: others }) => [title.zh, ...others]);
    expect(new Set(types.map(({ id }) => id)).size).toBe(types.length);
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });
});

describe.each(names)("dossier %s", (name) => {
  const truth = truthOf(name);
  const files = new Set(readdirSync(path.join(root, name)));
  const told = [...truth.documents, ...truth.otherPages, ...truth.otherFiles];

  it("has a truth about every file, and about no other", () => {
    expect([...new Set(told.map(({ file }) => file))].sort()).toEqual([...files].sort());
  });

  it("has documents of known types, with titles that the vocabulary knows", () => {
    for (const document of truth.documents) {
      const type = types.find(({ id }) => id === document.type);
      const plain = document.title?.replace(/\s/g, "");
      expect(type?.code, document.type).toBe(document.code);
      if (plain) expect([type?.title.zh, ...(type?.titles ?? [])]).toContain(plain);
    }
  });

  it("has every remark on a file that is there and in a rule that is or will be", () => {
    const areas = readdirSync(fileURLToPath(new URL("../../rules/", import.meta.url)));
    for (const { file, rule } of [...truth.planted, ...truth.lawful]) {
      expect(files).toContain(file);
      expect(areas).toContain(rule.split("/")[0]);
    }
  });

  it("prints days that are read as the truth says", () => {
    for (const document of truth.documents) {
      for (const [field, entry] of Object.entries(document.fields)) {
        for (const { printed, value } of [entry].flat()) {
          if (!/^\d{4}-\d{2}-\d{2}$/.test(String(value))) continue;
          expect(parseDate(printed)?.iso, `${field}: ${printed}`).toBe(value);
        }
      }
    }
  });
});

it("stays small", () => {
  const sizes = names.flatMap((name) =>
    readdirSync(path.join(root, name)).map((file) => statSync(path.join(root, name, file)).size),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(12 * 1024 * 1024);
  expect(existsSync(path.join(root, "README.md"))).toBe(true);
});
