import type { CaseValues } from "../../model/case-file.js";
import type { Measure, ResultBase } from "../../model/benchmark.js";
import { countedUnit, type FigureCondition } from "../../recognise/benchmarks/figure-conditions.js";

/** What holds, what does not, and undefined for what the files do not say. */
export type Truth = boolean | undefined;

/** The figures of a case that tiers are counted in. */
export class CaseFigures {
  readonly #violation: NonNullable<CaseValues["violation"]>;

  constructor({ violation }: CaseValues) {
    this.#violation = violation ?? {};
  }

  /** What a multiple or a percentage is of, in fen. */
  amountOf(base: ResultBase | undefined): number | undefined {
    const { illegalGains, goodsValue, loss, contractPrice, projectCost, unpaidFee } =
      this.#violation;
    switch (base) {
      case "illegal-income":
        return illegalGains;
      case "goods-value":
        return goodsValue;
      case "loss":
        return loss;
      case "contract-price":
        return contractPrice;
      case "project-cost":
        return projectCost;
      case "unpaid-fee":
        return unpaidFee;
      default:
        return undefined;
    }
  }

  /** How many of the counted unit, where the ledger counts in the same. */
  countOf(unit: string | undefined): number | undefined {
    const { quantity, quantityUnit } = this.#violation;
    if (unit === undefined || quantityUnit === undefined) return undefined;
    return countedUnit(quantityUnit) === countedUnit(unit) ? quantity : undefined;
  }

  /** Whether a condition holds; `inclusion` is the table's setting for 以上 and 以下. */
  holds(condition: FigureCondition, inclusion: Inclusion): Truth {
    const figure = this.#figureOf(condition);
    return figure === undefined ? undefined : isWithin(figure, condition, inclusion);
  }

  #figureOf({ quantity, unit }: FigureCondition): number | undefined {
    if (quantity === "counted") return this.countOf(unit);
    return quantity === "times" ? this.#violation.timesInYear : this.amountOf(quantity);
  }
}

export interface Inclusion {
  lowerIncluded: boolean;
  upperIncluded: boolean;
}

type Bounds = Pick<Measure, "min" | "max"> & {
  minIncluded?: boolean | undefined;
  maxIncluded?: boolean | undefined;
};

/** Whether a figure lies in a range, whose own words on its ends go before the table's. */
export const isWithin = (figure: number, bounds: Bounds, table: Inclusion): boolean => {
  const { min, max } = bounds;
  const minIncluded = bounds.minIncluded ?? table.lowerIncluded;
  const maxIncluded = bounds.maxIncluded ?? table.upperIncluded;
  return (
    (min === null || figure > min || (figure === min && (minIncluded || min === max))) &&
    (max === null || figure < max || (figure === max && (maxIncluded || min === max)))
  );
};
