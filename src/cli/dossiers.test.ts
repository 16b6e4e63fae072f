import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { truthSchema } from "../../scripts/dossiers/truth.js";
import type { WrittenResult } from "../model/audit-result.js";
import { CivilDate } from "../values/civil-date.js";
import { runAudit } from "./run-audit.js";

/** The invented dossiers against what is known of them: nothing missed, nobody accused falsely. */

const root = fileURLToPath(new URL("../../fixtures/dossiers/", import.meta.url));
const names = readdirSync(root).filter((name) => /^\d/.test(name));

const truthOf = (name: string) =>
  truthSchema.parse(JSON.parse(readFileSync(path.join(root, "truth", `${name}.json`), "utf8")));

const auditOf = async (name: string): Promise<WrittenResult> => {
  const audited = await runAudit({
    paths: [path.join(root, name)],
    asOf: CivilDate.fromIso("2025-06-30")!,
    lang: "zh",
    version: "test",
    scans: { mode: "auto", cacheFolder: null },
    // The time for handing in recordings is the agency's own.
    param: ["recording/uploaded-in-time.limit=3"],
  });
  return { ...audited, cases: [...audited.cases], reviews: [...audited.reviews] };
};

/** One fault a rule and case: two of one rule in one dossier are one finding or several. */
const distinct = (lines: readonly string[]): string[] => [...new Set(lines)].sort();

describe.each(names)("dossier %s", { timeout: 240_000 }, (name) => {
  const truth = truthOf(name);
  const audited = auditOf(name);

  /** What rests on a value that a picture leaves in doubt is no finding: a person is asked to look. */
  const isScanned = truth.documents.every(({ text }) => text === "picture");
  const keyOf = (rule: string, id: string | null) => `${id} ${rule}`;

  it("has the problems that were planted, and no other", async () => {
    const { findings, reviews } = await audited;
    const found = findings.flatMap(({ rule, cases }) => cases.map((one) => keyOf(rule, one)));
    const asked = isScanned ? reviews.map(({ rule, subject }) => keyOf(rule, subject.id)) : [];
    const planted = truth.planted.map(({ rule, case: id }) => keyOf(rule, id));
    expect(found.filter((one) => !planted.includes(one))).toEqual([]);
    expect(planted.filter((one) => ![...found, ...asked].includes(one))).toEqual([]);
  });

  it("shows each where it stands", async () => {
    const { findings, reviews } = await audited;
    for (const { rule, case: id, file, page, what } of truth.planted) {
      const told = findings.filter((one) => one.rule === rule && one.cases.includes(id ?? ""));
      const asked = reviews.filter((one) => one.rule === rule && one.subject.id === id);
      const isShown = told
        .flatMap(({ evidence }) => evidence)
        .some((place) => place.file === file && (page === null || place.page === page));
      // What is in doubt may stand on another page of the document.
      const isAsked = asked
        .flatMap(({ evidence }) => evidence)
        .some((place) => place.file === file);
      expect(isShown || (isScanned && isAsked), `${rule}: ${what}`).toBe(true);
    }
  });

  it("puts every document to its case", async () => {
    const { cases } = await audited;
    const known = distinct(truth.documents.flatMap(({ case: id }) => id ?? []));
    if (known.length > 0) expect(distinct(cases.map(({ id }) => id))).toEqual(known);
  });
});
