import { nameKey } from "../values/names.js";
import type { AuditResult, OutcomeCounts, OutcomeName } from "../model/audit-result.js";
import type { CaseFile } from "../model/origin.js";
import type { Indicator } from "../rules/indicator-book.js";

type Rate = AuditResult["summary"]["indicators"][number];
type Subject = Pick<Rate, "scope" | "subject" | "period">;

interface Tally extends Subject {
  indicator: Indicator;
  numerator: number;
  denominator: number;
}

/** What was counted so far, as plain data. */
export type IndicatorNotes = readonly (Omit<Tally, "indicator"> & { rule: string })[];

const yearOf = ({ decision, inspection, filing }: CaseFile["values"]): string | null =>
  (decision?.date ?? inspection?.date ?? filing?.date)?.slice(0, 4) ?? null;

/** Namesakes are kept apart by their certificates, where the ledger gives them. */
const officersIn = ({ officers = [] }: CaseFile["values"]): string[] => [
  ...new Set(
    officers.flatMap(({ name, certificate, registration }) => {
      const number = certificate ?? registration?.certificate;
      return name === undefined
        ? []
        : `${nameKey(name)}${number === undefined ? "" : `（${number}）`}`;
    }),
  ),
];

/** Whom a case counts for: all cases together, its agency, its officers; each as a whole and in its year. */
const subjectsOf = ({ values }: CaseFile): Subject[] => {
  const agency = values.decision?.agency;
  const whole: Pick<Subject, "scope" | "subject">[] = [
    { scope: "batch", subject: "" },
    ...(agency === undefined ? [] : [{ scope: "agency" as const, subject: agency }]),
    ...officersIn(values).map((subject) => ({ scope: "officer" as const, subject })),
  ];
  const year = yearOf(values);
  const periods = year === null ? [null] : [null, year];
  return whole.flatMap((subject) => periods.map((period) => ({ ...subject, period })));
};

const count = (
  tallies: Map<Indicator, Tally>,
  subject: Subject,
  indicator: Indicator,
  holds: boolean,
): void => {
  const tally = tallies.get(indicator) ?? { ...subject, indicator, numerator: 0, denominator: 0 };
  tallies.set(indicator, tally);
  tally.denominator++;
  if (holds) tally.numerator++;
};

/** Counts the outcomes of rules for agencies and officers while cases are judged. */
export class IndicatorTally {
  readonly #byRule: ReadonlyMap<string, Indicator>;
  readonly #whole: Indicator | undefined;
  readonly #tallies = new Map<string, Map<Indicator, Tally>>();

  constructor(indicators: readonly Indicator[]) {
    this.#byRule = new Map(indicators.map((indicator) => [indicator.rule, indicator]));
    this.#whole = this.#byRule.get("*");
  }

  /** Whether a rule's outcomes are counted. */
  counts(rule: string): boolean {
    return this.#byRule.has(rule);
  }

  /** Takes a case in: what the counted rules said of it, and how often each outcome came of all rules. */
  add(file: CaseFile, said: ReadonlyMap<string, OutcomeName>, all: OutcomeCounts): void {
    const held: [Indicator, boolean][] = [];
    for (const [rule, outcome] of said) {
      const indicator = this.#byRule.get(rule);
      if (indicator && (outcome === "pass" || outcome === "fail")) {
        held.push([indicator, outcome === "pass"]);
      }
    }
    if (this.#whole) held.push([this.#whole, all.fail === 0]);
    if (held.length === 0) return;
    for (const subject of subjectsOf(file)) {
      const tallies = this.#talliesOf(subject);
      for (const [indicator, holds] of held) count(tallies, subject, indicator, holds);
    }
  }

  #talliesOf({ scope, subject, period }: Subject): Map<Indicator, Tally> {
    const key = `${scope}\u0000${subject}\u0000${period ?? ""}`;
    const tallies = this.#tallies.get(key) ?? new Map<Indicator, Tally>();
    this.#tallies.set(key, tallies);
    return tallies;
  }

  notes(): IndicatorNotes {
    return [...this.#tallies.values()].flatMap((tallies) =>
      [...tallies.values()].map(({ indicator, ...tally }) => ({ ...tally, rule: indicator.rule })),
    );
  }

  join(notes: IndicatorNotes): void {
    for (const { rule, numerator, denominator, ...subject } of notes) {
      const indicator = this.#byRule.get(rule);
      if (!indicator) continue;
      const tallies = this.#talliesOf(subject);
      const own = tallies.get(indicator) ?? { ...subject, indicator, numerator: 0, denominator: 0 };
      own.numerator += numerator;
      own.denominator += denominator;
      tallies.set(indicator, own);
    }
  }

  /** The rates, all cases first, then agencies, then officers; years only where there are several. */
  rates(): Rate[] {
    const tallies = [...this.#tallies.values()].flatMap((each) => [...each.values()]);
    const several = new Set(tallies.flatMap(({ period }) => period ?? [])).size > 1;
    return tallies
      .filter(({ period }) => several || period === null)
      .map(({ indicator, numerator, denominator, scope, subject, period }) => ({
        id: indicator.id,
        title: indicator.title,
        ...{ scope, subject, period },
        value: denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 10_000,
        ...{ numerator, denominator },
      }))
      .sort(inOrder);
  }
}

const scopes = ["batch", "agency", "officer"];

const inOrder = (a: Rate, b: Rate): number =>
  scopes.indexOf(a.scope) - scopes.indexOf(b.scope) ||
  compare(a.subject, b.subject) ||
  compare(a.period ?? "", b.period ?? "");

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
