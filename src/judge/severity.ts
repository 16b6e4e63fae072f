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

/**
 * The severity in force: as the rule lists it, but not above what its best verified article allows. A
 * principle (the file contradicts itself) is no article and sets no cap.
 */
export const severityInForce = (listed: Severity, basis: readonly BasisEntry[]): Severity => {
  const caps = basis.map((entry): Severity => ("mark" in entry ? capOfMark[entry.mark] : "error"));
  return caps.length === 0 ? listed : milder(listed, caps.reduce(graver));
};
