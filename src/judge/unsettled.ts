import type { Lang } from "../model/audit-result.js";
import { statusOf } from "../model/provenance.js";
import { text } from "../messages/text.js";
import type { CaseNode } from "../rules/case-view.js";
import type { Demand } from "../rules/compile.js";
import type { Reads } from "../rules/reads.js";
import { Unknown } from "../rules/unknown.js";
import type { CaseRule } from "./evaluate.js";
import { evidenceOf, labelsOf } from "./evidence.js";
import { fieldsNamed } from "./fields-named.js";
import { render } from "./render.js";
import type { RuleContext, RunSettings } from "./rule-context.js";

/** Known of every case, and nowhere written: these say nothing to whoever looks into the files. */
const unwritten: ReadonlySet<string> = new Set(["kind", "sector"]);

/** Of what was read the fields that the files state: where a person can look. */
export const statedIn = (reads: readonly Reads[], lang: Lang): Reads[] =>
  reads.flatMap(({ file, paths }) => {
    const stated = [...paths].filter(
      ([path, known]) => known && !unwritten.has(path) && evidenceOf(file, path, lang).length > 0,
    );
    return stated.length > 0 ? [{ file, paths: new Map(stated) }] : [];
  });

/** The demands that nobody could settle on a case; undefined where it is open whether the rule applies. */
const openDemands = ({ rule }: CaseRule, context: RuleContext): Demand[] | undefined => {
  const isOpen = ({ that }: Pick<Demand, "that">): boolean =>
    that.evaluate(context) instanceof Unknown;
  return isOpen({ that: rule.applies }) ? undefined : rule.demands.filter(isOpen);
};

/**
 * What the files would have to say where an expression asks only whether something is known, so that
 * nothing was missed while it was evaluated: all that it names and that is not known.
 */
export const missedBy = (caseRule: CaseRule, view: CaseNode): Reads[] => {
  const { rule, contexts } = caseRule;
  const open = openDemands(caseRule, contexts.contextOf(view));
  const sources = open ? open.map(({ that }) => that.source) : [rule.applies.source];
  const file = view.file;
  const paths = sources
    .flatMap((source) => fieldsNamed(rule, source))
    .filter((path) => statusOf(file, path) !== "known");
  return [{ file, paths: new Map(paths.map((path) => [path, false])) }];
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

const reasonsOf = (caseRule: CaseRule, view: CaseNode, { lang }: RunSettings): string[] => {
  const { rule } = caseRule;
  const context = caseRule.contexts.contextOf(view);
  const open = openDemands(caseRule, context) ?? [];
  return open
    .filter(isReason)
    .flatMap(({ message }) => (message ? render(rule, message, context, lang) : []));
};

/** Why a person must decide although nothing is missing: the rule's reason, and what the files state. */
export const whyUnsettled = (
  stated: readonly Reads[],
  run: RunSettings,
  about?: { caseRule: CaseRule; view: CaseNode },
): string => {
  const { lang } = run;
  const [semicolon, comma] = [text(lang, "list.semicolon"), text(lang, "list.separator")];
  const given = about ? reasonsOf(about.caseRule, about.view, run) : [];
  const fields = labelsOf(stated, lang);
  return [
    given.length > 0
      ? text(lang, "review.reason", { reasons: given.join(semicolon) })
      : text(lang, "review.unclear"),
    ...(fields.length > 0 ? [text(lang, "review.stated", { fields: fields.join(comma) })] : []),
  ].join(semicolon);
};
