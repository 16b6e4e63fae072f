import { severities, type Mark, type Severity } from "../model/audit-result.js";
import type { BasisEntry } from "../rules/rule-schema.js";

/** What an article's verification allows a finding to be called at most. */
const capOfMark: Record<Mark, Severity> = {
  T: "error",
  S: "warning",
  R: "warning",
  unverified: "info",
};

const milder = (a: Severity, b: Severity): Severity =>
  severities.indexOf(a) >= severities.indexOf(b) ? a : b;

const graver = (a: Severity, b: Severity): Severity => (milder(a, b) === a ? b : a);

/** An article verified beside one that is not lends it its weight: the best of them counts. */
const capOf = (basis: readonly BasisEntry[]): Severity =>
  gravest(basis.map((entry) => ("mark" in entry ? capOfMark[entry.mark] : "error")));

/** The gravest of several; there is at least one. */
export const gravest = (listed: readonly Severity[]): Severity => listed.reduce(graver);

/**
 * The severity in force: as the rule lists it, but not above what the rule's articles allow, or, where
 * limits were read that have articles of their own, the weakest of these: a wrong limit makes a wrong
 * accusation. A principle (the file contradicts itself) is no article and sets no cap.
 */
export const severityInForce = (
  listed: Severity,
  own: readonly BasisEntry[],
  limits: readonly (readonly BasisEntry[])[] = [],
): Severity => {
  const bases = limits.length > 0 ? limits : own.length > 0 ? [own] : [];
  return bases.map(capOf).reduce(milder, listed);
};
