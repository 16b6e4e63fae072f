import { maskPersonalNumbers } from "../values/mask.js";
import { shorten } from "../values/shorten.js";
import type { Evidence, Fact, Finding, Review } from "../model/audit-result.js";
import { cleanLine, cleanText } from "./clean-text.js";

/** Fields that hold nothing but a person's number. */
const personal = /(^|\.)(idNumber|legalRepresentativeId|phone)$/;
/** Fields that hold a number of an office or a thing, which may look like a person's. */
const official = /(^|\.)(\w*([nN]umber|[cC]ode|certificate)|certificateOwner)$/;

/**
 * A person's number with its middle hidden, also where it has no known form: a passport, a landline, an
 * identity number with a digit too few.
 */
const maskWhole = (text: string): string => {
  const masked = maskPersonalNumbers(text);
  return masked === text ? text.replaceAll(/[\p{Nd}A-Za-z]{6,}/gu, hideMiddle) : masked;
};

const hideMiddle = (run: string): string =>
  /\p{Nd}/u.test(run) ? run.slice(0, 2) + "*".repeat(run.length - 4) + run.slice(-2) : run;

const maskFact = (value: Fact): Fact => {
  if (Array.isArray(value)) return value.map(maskWhole);
  return typeof value === "string" || typeof value === "number" ? maskWhole(String(value)) : value;
};

const maskEvidence = (evidence: Evidence): Evidence =>
  personal.test(evidence.field)
    ? {
        ...evidence,
        value: maskFact(evidence.value),
        ...(evidence.text !== undefined && { text: maskWhole(evidence.text) }),
      }
    : evidence;

/** What a rule computed, by name: a person's number may be among it. */
const maskNamed = (name: string, value: Fact): Fact => {
  if (personal.test(name)) return maskFact(value);
  if (official.test(name)) return value;
  if (Array.isArray(value)) return value.map(maskPersonalNumbers);
  return typeof value === "string" ? maskPersonalNumbers(value) : value;
};

const maskFacts = (facts: Finding["facts"]): Finding["facts"] =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, maskNamed(name, value)]));

/**
 * Parts of a result for machines: persons' numbers hidden in messages, in facts and where a field holds
 * one, the rest exact.
 */
export const findingForMachines = (finding: Finding): Finding => ({
  ...finding,
  message: maskPersonalNumbers(finding.message),
  remedy: maskPersonalNumbers(finding.remedy),
  facts: maskFacts(finding.facts),
  evidence: finding.evidence.map(maskEvidence),
});

export const reviewForMachines = (review: Review): Review => ({
  ...review,
  message: maskPersonalNumbers(review.message),
  evidence: review.evidence.map(maskEvidence),
});

export const diagnosticForMachines = <Part extends { message: string }>(
  diagnostic: Part,
): Part => ({
  ...diagnostic,
  message: maskPersonalNumbers(diagnostic.message),
});

/** Not prose: names and figures of our own making, in which no number is a person's. */
const technical = new Set([
  ...["rule", "field", "missing", "fingerprint", "sha256", "code", "area", "cell", "items"],
  ...["instrument", "article", "from", "to"],
]);
/** Numbers of cases: one that is all digits is not taken for a telephone. */
const caseNumbers = new Set(["id", "cases", "numbers"]);
/** Prose of several lines. */
const prose = new Set(["message", "remedy"]);

/** Names and numbers that stand in headings and narrow columns; files put whole pages into one cell. */
const names = new Set(["id", "cases", "numbers", "party", "agency"]);
const longestName = 100;

const shownText = (key: string, text: string): string => {
  const line = prose.has(key) ? cleanText(text) : cleanLine(text);
  const clean = names.has(key) ? shorten(line, longestName) : line;
  if (technical.has(key) || (caseNumbers.has(key) && /^\p{Nd}*$/u.test(clean))) return clean;
  return maskPersonalNumbers(clean);
};

const isEvidence = (value: object): value is Evidence => "field" in value && "value" in value;

const shown = (key: string, value: unknown): unknown => {
  if (typeof value === "string") return shownText(key, value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => shown(key, member));
  const whole = isEvidence(value) ? maskEvidence(value) : value;
  const plainly = isEvidence(value) && official.test(value.field) && !personal.test(value.field);
  return Object.fromEntries(
    Object.entries(whole).map(([name, member]) => [
      name,
      shown(plainly && (name === "value" || name === "text") ? "cell" : name, member),
    ]),
  );
};

/**
 * Any part of a result as people may see it: every text in it cleaned of what could steer a terminal or
 * a spreadsheet, names cut to a length that a heading can hold, and persons' numbers hidden.
 */
export const forPeople = <Part>(part: Part): Part => shown("", part) as Part;
