import { shorten } from "../../values/shorten.js";
import type {
  BenchmarkItem,
  BenchmarkSource,
  Method,
  Result,
  Tier,
  UnparsedCell,
  WarningCode,
} from "../../model/benchmark.js";
import { readMethod } from "../../recognise/benchmarks/method.js";
import { provisionsIn } from "../../recognise/benchmarks/provisions.js";
import { isUnread } from "../../recognise/benchmarks/span.js";
import {
  headOfProvision,
  readStatute,
  type ProvisionHead,
} from "../../recognise/benchmarks/statute.js";
import { cellWithTiers } from "../../recognise/benchmarks/tiers-in-text.js";
import { readWhen } from "../../recognise/benchmarks/when.js";
import { readWording } from "../../recognise/benchmarks/wording.js";
import { amountsOfColumns, withUnitOfColumn } from "./amount-columns.js";
import { WeightedFactors } from "./weighted-factors.js";
import type { TierRow } from "./table-cells.js";

/** What the rows of one tier have said so far. */
interface OpenTier {
  begins: number;
  level: string;
  standard: string;
  branch: ProvisionHead | null;
  conditions: string[];
  remarks: string[];
  /** Orders and other penalties from columns of their own. */
  besides: { text: string; source: BenchmarkSource }[];
  source: BenchmarkSource;
  warnings: WarningCode[];
  /** Amounts from columns of their own. */
  amounts: Result[] | undefined;
}

/** Puts the rows of one item together. */
export class ItemBuilder {
  readonly #tiers: OpenTier[] = [];
  readonly #law: string[] = [];
  readonly #statutory: string[] = [];
  readonly #duty: string[] = [];
  readonly #factors = new WeightedFactors();
  readonly #unparsed: UnparsedCell[] = [];
  #lawName: string | undefined;
  #lawBegins = -1;
  #branch: ProvisionHead | null = null;
  /** Levels of the branch that is open. */
  #levels = new Set<string>();
  #lastCondition = -1;
  #method: Method | null = null;

  constructor(
    private readonly code: string | null,
    private readonly violation: string,
    private readonly source: BenchmarkSource,
  ) {}

  take(row: TierRow, { carried }: { carried: boolean }): void {
    this.#takeLaw(row);
    this.#takeMethod(row);
    if (this.#factors.take(row)) return;
    const standard = withUnitOfColumn(row.text("tier.standard"), row.column("tier.standard"));
    const amounts = amountsOfColumns(row);
    const begins = row.begins("tier.standard");
    const open = this.#tiers.at(-1);
    if (standard === "" && !amounts) {
      this.#takeEmpty(row);
      return;
    }
    const level = row.text("tier.level");
    const goesOn =
      open !== undefined &&
      (open.begins === begins || (level !== "" && open.level === level)) &&
      open.standard === standard &&
      open.branch === this.#branch &&
      !amounts;
    const tier = goesOn ? open : this.#open({ row, level, standard, begins, amounts });
    if (carried && !tier.warnings.includes("item-from-above"))
      tier.warnings.push("item-from-above");
    this.#takeConditions(row, tier);
  }

  #open({
    row,
    ...more
  }: Pick<OpenTier, "level" | "standard" | "begins" | "amounts"> & { row: TierRow }): OpenTier {
    const tier: OpenTier = {
      ...more,
      branch: this.#branch,
      conditions: [],
      remarks: [],
      besides: besidesOf(row),
      source: row.source(more.amounts ? "tier.maximum" : "tier.standard"),
      warnings: [],
    };
    this.#levels.add(more.level);
    this.#lastCondition = -1;
    this.#tiers.push(tier);
    return tier;
  }

  /** A row with a level or a condition and nothing that it carries. */
  #takeEmpty(row: TierRow): void {
    const text = row.text("tier.level") + row.text("tier.conditions");
    if (text === "") return;
    this.#unparsed.push({
      ...row.source("tier.standard"),
      text: "",
      reason: "empty",
      at: shorten(text, 40),
    });
  }

  #takeConditions(row: TierRow, tier: OpenTier): void {
    const begins = row.begins("tier.conditions");
    const texts = [row.text("tier.conditions"), ...row.others].filter((text) => text !== "");
    if (texts.length > 0 && begins !== this.#lastCondition) tier.conditions.push(texts.join("，"));
    this.#lastCondition = begins;
    const remark = row.text("tier.remark");
    if (remark !== "" && !tier.remarks.includes(remark)) tier.remarks.push(remark);
  }

  /** A second provision whose levels begin anew is a branch of the item: 逾期不改正的，处…. */
  #takeLaw(row: TierRow): void {
    this.#lawName ??= row.text("tier.lawName") || undefined;
    addOnce(this.#duty, row.text("tier.violatedLaw"));
    addOnce(this.#statutory, row.text("tier.statutory"));
    const law = row.text("tier.law");
    const begins = row.begins("tier.law");
    const isNew = law !== "" && begins !== this.#lawBegins && !this.#law.includes(law);
    if (law !== "") this.#lawBegins = begins;
    if (!isNew) return;
    const restarts = this.#law.length > 0 && this.#levels.has(row.text("tier.level"));
    if (restarts) {
      this.#branch = headOfProvision(law) ?? { when: readWhen(shorten(law, 40)) };
      this.#levels = new Set();
    }
    this.#law.push(law);
  }

  #takeMethod(row: TierRow): void {
    for (const field of ["tier.standard", "tier.remark"]) {
      this.#method ??= readMethod(row.text(field)) ?? null;
    }
  }

  finish(): { item: BenchmarkItem; unparsed: UnparsedCell[] } {
    const tiers = this.#tiers.flatMap((tier) => this.#finishTier(tier));
    const statutes = [...this.#statutory, ...(this.#statutory.length > 0 ? [] : this.#law)];
    const read = statutes.map(readStatute);
    return {
      item: {
        code: this.code,
        violation: this.violation,
        duty: this.#duty.flatMap((text) => provisionsIn(text, this.#lawName)),
        law: [...new Set(this.#law.flatMap((text) => provisionsIn(text, this.#lawName)))],
        statutory: read.flatMap(({ results }) => results),
        statutoryRead: read.every(({ complete }) => complete),
        tiers,
        tiersRead: this.#unparsed.length === 0,
        method: this.#factors.method(this.#method),
        source: this.source,
      },
      unparsed: this.#unparsed,
    };
  }

  #besides({ besides }: OpenTier): Result[] {
    return besides.flatMap(({ text, source }) => {
      const wording = readWording(text);
      if (!isUnread(wording)) return wording.results;
      this.#unparsed.push({ ...source, text, ...wording });
      return [];
    });
  }

  #finishTier(open: OpenTier): Tier[] {
    const { level, standard, source, branch } = open;
    const about = (
      name: string | null,
      conditions: readonly string[],
      warnings: readonly WarningCode[],
    ) => ({
      name,
      conditions: conditions.join("；"),
      source,
      text: standard,
      ...(open.remarks.length > 0 && { remark: open.remarks.join("；") }),
      warnings: [...open.warnings, ...warnings],
    });
    const name = level === "" ? null : level.replace(/^(\d+)\.0$/, "$1");
    if (open.amounts) return [{ ...about(name, open.conditions, []), results: open.amounts }];
    if (this.#method && readMethod(standard)) return [];
    const several = name === null ? cellWithTiers(standard) : undefined;
    if (several && !isUnread(several)) {
      this.#statutory.push(...(several.before === "" ? [] : [several.before]));
      return several.tiers.map((tier) => ({
        ...about(tier.name, [tier.conditions], tier.warnings),
        text: tier.text,
        results: inBranch(tier.results, branch),
      }));
    }
    const wording = several ?? readWording(standard);
    if (isUnread(wording)) {
      this.#unparsed.push({ ...source, text: standard, ...wording });
      return [];
    }
    const results = [...wording.results, ...this.#besides(open)];
    return [
      {
        ...about(name, open.conditions, wording.warnings),
        results: inBranch(results, branch),
      },
    ];
  }
}

const besidesOf = (row: TierRow): OpenTier["besides"] =>
  (["tier.otherStandard", "tier.order"] as const).flatMap((field) => {
    const text = row.text(field);
    return text === "" ? [] : [{ text, source: row.source(field) }];
  });

const addOnce = (texts: string[], text: string): void => {
  if (text !== "" && !texts.includes(text)) texts.push(text);
};

/** What the provision of the branch says goes for all its tiers. */
const inBranch = (results: readonly Result[], branch: ProvisionHead | null): Result[] =>
  results.map((one) => {
    const { when, about } = branch ?? {};
    const both =
      when && one.when ? { ...one.when, text: `${when.text}，${one.when.text}` } : undefined;
    return {
      ...one,
      ...(about && one.kind === "fine" && one.subject === null && about),
      ...(when && { when: both ?? when }),
    };
  });
