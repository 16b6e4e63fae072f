import { expect, it } from "vitest";
import { caseFields } from "../../model/fields.js";
import { documentWords } from "./dossiers.fixture.js";
import { compilePattern } from "./written-forms.js";

const { types, fields, elements } = await documentWords();
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
    ...fields.derived.flatMap(({ field, from }) => [field, from]),
    ...Object.values(fields.shows).flat(),
    ...Object.values(fields.operative).flatMap(({ content, kinds }) => [content, kinds]),
  ];
  expect(paths.filter((path) => !caseFields.has(path) && !several.has(path))).toEqual([]);
  const named = [
    ...fields.labels.flatMap((label) => label.in),
    ...fields.sentences.flatMap((sentence) => sentence.in),
    ...fields.signatures.flatMap((signature) => signature.in),
    ...byType.flatMap((map) => Object.keys(map)),
    ...Object.keys(fields.signed),
    ...fields.addressed,
    ...fields.citing,
    ...Object.keys(fields.shows),
    ...Object.keys(fields.operative),
    ...fields.amounts,
    ...fields.remedies,
    ...fields.published,
    ...elements.documents.flatMap((one) => one.types),
  ];
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

it("has patterns with one group, or with none where the value is given", () => {
  for (const { pattern, value } of fields.sentences) {
    const groups = new RegExp(`${compilePattern(pattern).source}|`, "u").exec("")?.length;
    expect(groups, pattern).toBe(value === undefined ? 2 : 1);
  }
});

it("has elements with patterns that compile and fields that there are", () => {
  const all = elements.documents.flatMap((one) => one.elements);
  const patterns = all.flatMap(({ said, open, where }) => [...said, ...open, ...where]);
  for (const pattern of [...patterns, ...elements.elsewhere]) new RegExp(pattern, "u");
  expect(all.flatMap((one) => one.fields).filter((path) => !caseFields.has(path))).toEqual([]);
});
