import { expect, it } from "vitest";
import { caseFields } from "../../model/fields.js";
import { documentWords } from "./dossiers.fixture.js";
import { compilePattern } from "./written-forms.js";

const { types, fields } = await documentWords();
const ids = new Set(types.map(({ id }) => id));
/** Lists of people and stretches of time, which give several fields. */
const several = new Set([
  "officers",
  "legalReview.reviewers",
  "inspection",
  "inquiry",
  "documents",
]);

it("names fields of the case file and types that there are", () => {
  const byType = [fields.numbers, fields.footDates, fields.footAgencies, fields.fines];
  const paths = [
    ...fields.labels.map(({ field }) => field),
    ...fields.sentences.map(({ field }) => field),
    ...byType.flatMap((map) => Object.values(map)),
    ...Object.values(fields.signed).map(({ field }) => field),
    ...fields.signatures.map(({ field }) => field),
  ];
  expect(paths.filter((path) => !caseFields.has(path) && !several.has(path))).toEqual([]);
  const named = [
    ...fields.labels.flatMap((label) => label.in),
    ...fields.sentences.flatMap((sentence) => sentence.in),
    ...fields.signatures.flatMap((signature) => signature.in),
    ...byType.flatMap((map) => Object.keys(map)),
    ...Object.keys(fields.signed),
    ...fields.addressed,
  ];
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

it("has patterns with one group", () => {
  for (const { pattern } of fields.sentences) {
    const groups = new RegExp(`${compilePattern(pattern).source}|`).exec("")?.length;
    expect(groups, pattern).toBe(2);
  }
});
