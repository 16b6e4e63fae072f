import type { Lang } from "../model/audit-result.js";
import { fieldAt } from "../model/fields.js";
import { hasSource, isKnown } from "../model/provenance.js";
import { text } from "../messages/text.js";
import type { CaseNode } from "../rules/case-view.js";
import type { Demand } from "../rules/compile.js";
import type { Reads } from "../rules/reads.js";
import type { CaseRule, Unknown } from "./evaluate.js";
import { labelsOf } from "./evidence.js";
import { fieldsNamed } from "./fields-named.js";
import { render } from "./render.js";
import type { RunSettings } from "./rule-context.js";

/** A rule that cannot be settled on a case. */
export interface Unsettled {
  caseRule: CaseRule;
  view: CaseNode;
  /** The document that a rule over single documents is held against. */
  document?: CaseNode;
  unknown: Unknown;
}

/** Known of every case, and nowhere written: these say nothing to whoever looks into the files. */
const unwritten: ReadonlySet<string> = new Set(["kind", "sector"]);

/** Of what was read the fields that the files state: where a person can look. */
export const statedIn = (reads: readonly Reads[]): Reads[] =>
  reads.flatMap(({ file, paths }) => {
    const stated = [...paths].filter(
      ([path, known]) => known && !unwritten.has(path) && fieldAt(path) && hasSource(file, path),
    );
    return stated.length > 0 ? [{ file, paths: new Map(stated) }] : [];
  });

/**
 * What the files would have to say where an expression asks only whether something is known, so that
 * nothing was missed while it was evaluated: all that it names and that is not known.
 */
export const missedBy = (
  { rule }: CaseRule,
  { file }: CaseNode,
  { open }: Unknown,
  document?: CaseNode,
): readonly string[] => {
  const sources = open ? open.map(({ that }) => that.source) : [rule.applies.source];
  const missed = new Set<string>();
  for (const named of sources.flatMap((source) => fieldsNamed(rule, source))) {
    const path = document ? named.replace(/^documents\./, document.prefix) : named;
    if (!isKnown(file, path)) missed.add(path);
  }
  return [...missed];
};

/**
 * Whether a demand ends in `|| unclear()`, so that it never fails: its message can only be the reason why
 * a person must decide.
 */
const endsUnclear = (source: string): boolean => {
  let bare = source.replaceAll(/"[^"]*"|'[^']*'/g, "").replaceAll("unclear()", "unclear");
  while (/\([^()]*\)/.test(bare)) bare = bare.replaceAll(/\([^()]*\)/g, "");
  return /\|\|\s*unclear\s*$/.test(bare) && !bare.includes("?");
};

const reasons = new WeakMap<Demand, boolean>();

const isReason = (demand: Demand): boolean => {
  const known = reasons.get(demand) ?? endsUnclear(demand.that.source);
  reasons.set(demand, known);
  return known;
};

/** The rule's own reasons why a person must decide, as they are said of the case. */
export const reasonsOf = (
  { caseRule: { rule, contexts }, view, document, unknown: { open = [] } }: Unsettled,
  { lang }: RunSettings,
): string[] => {
  const reasons = open.filter(isReason).flatMap(({ message }) => message ?? []);
  if (reasons.length === 0) return [];
  const context = contexts.contextOf(view, document);
  return reasons.map((message) => render(rule, message, context, lang));
};

/** Why a person must decide although nothing is missing: the rule's reason, and what the files state. */
export const whyUnsettled = (
  stated: readonly Reads[],
  given: readonly string[],
  lang: Lang,
): string => {
  const [semicolon, comma] = [text(lang, "list.semicolon"), text(lang, "list.separator")];
  const fields = labelsOf(stated, lang);
  return [
    given.length > 0
      ? text(lang, "review.reason", { reasons: given.join(semicolon) })
      : text(lang, "review.unclear"),
    ...(fields.length > 0 ? [text(lang, "review.stated", { fields: fields.join(comma) })] : []),
  ].join(semicolon);
};
