import type { Method } from "../../model/benchmark.js";
import { readQuantity } from "../../recognise/benchmarks/quantity.js";
import type { TierRow } from "./table-cells.js";

/** Rows of 裁量因素 with their weights (裁量权重). */
export class WeightedFactors {
  readonly #factors = new Map<string, { value: string; weight: number }[]>();
  #start: number | null = null;

  /** Takes a row that carries a weight and no penalty; false for any other. */
  take(row: TierRow): boolean {
    const text = row.text("tier.weight");
    if (text === "" || row.text("tier.standard") !== "") return false;
    const quantity = readQuantity(/^[\d.]+$/.test(text) ? `${text}%` : text);
    if (quantity?.unit !== "percent") return false;
    const [name, value] = [row.text("tier.conditions"), row.text("tier.level")];
    if (/裁量起点/.test(name + value)) this.#start = quantity.value;
    else {
      const values = this.#factors.get(name) ?? [];
      this.#factors.set(name, [...values, { value, weight: quantity.value }]);
    }
    return true;
  }

  /** The factors, with the formula that the table states for them. */
  method(stated: Method | null): Method | null {
    if (this.#factors.size === 0 && this.#start === null) return stated;
    const method: Method = stated ?? {
      text: "",
      formula: "other",
      base: null,
      start: null,
      cap: null,
      rounding: null,
      factors: [],
    };
    return {
      ...method,
      start: this.#start ?? method.start,
      factors: [...this.#factors].map(([name, values]) => ({ name, values })),
    };
  }
}
