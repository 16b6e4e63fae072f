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
import { isUnread } from "../../recognise/benchmarks/span.js";
import type { ProvisionHead } from "../../recognise/benchmarks/statute.js";
import { cellWithTiers } from "../../recognise/benchmarks/tiers-in-text.js";
import { readWording } from "../../recognise/benchmarks/wording.js";
import { amountsOfColumns, withUnitOfColumn } from "./amount-columns.js";
import { ItemLaw } from "./item-law.js";
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
  readonly #law = new ItemLaw();
  readonly #factors = new WeightedFactors();
  readonly #unparsed: UnparsedCell[] = [];
  #lastCondition = -1;
  #method: Method | null = null;

  constructor(
    private readonly code: string | null,
    private readonly violation: string,
    private readonly source: BenchmarkSource,
  ) {}

  /** Whether a tier of this name was there already; one without a name never was. */
  hasLevel(level: string): boolean {
    return level !== "" && this.#tiers.some((tier) => tier.level === level);
  }

  take(row: TierRow, { carried }: { carried: boolean }): void {
    this.#law.take(row);
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
      open.branch === this.#law.branch &&
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
      branch: this.#law.branch,
      conditions: [],
      remarks: [],
      besides: besidesOf(row),
      source: row.source(more.amounts ? "tier.maximum" : "tier.standard"),
      warnings: [],
    };
    this.#law.addLevel(more.level);
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

  #takeMethod(row: TierRow): void {
    for (const field of ["tier.standard", "tier.remark"]) {
      this.#method ??= readMethod(row.text(field)) ?? null;
    }
  }

  finish(): { item: BenchmarkItem; unparsed: UnparsedCell[] } {
    const tiers = this.#tiers.flatMap((tier) => this.#finishTier(tier));
    return {
      item: {
        code: this.code,
        violation: this.violation,
        ...this.#law.finish(),
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
      this.#law.addStatutory(several.before);
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
