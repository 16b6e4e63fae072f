import type { Method } from "../../model/benchmark.js";
import { plainWording } from "./plain-wording.js";
import { readQuantity } from "./quantity.js";

const TIMES = "[×xX*✕]";
const SUM = "(?:裁量)?(?:百分值|百分比|权重|分值|系数)(?:总和|之和|合计)?";

const formulas: readonly (readonly [form: RegExp, formula: Method["formula"]])[] = [
  [
    new RegExp(
      `罚款(?:金额|数额)?=\\[?Y\\+[Σ∑]?\\(?${SUM}\\)?${TIMES}\\(1-Y\\)\\]?${TIMES}法定最高`,
    ),
    "sum-over-range",
  ],
  [new RegExp(`罚款(?:金额|数额)?=[Σ∑]?\\(?${SUM}\\)?${TIMES}`), "sum-of-maximum"],
  [new RegExp(`=?基准(?:罚款)?(?:金额|数额)${TIMES}`), "base-times-coefficient"],
];

const percentIn = (text: string, form: RegExp): number | null => {
  const quantity = readQuantity(form.exec(text)?.[1] ?? "");
  return quantity?.unit === "percent" ? quantity.value : null;
};

const moneyIn = (text: string): number | null => {
  const found = new RegExp(`${TIMES}((?:\\d[\\d.,]*|[一二三四五六七八九十百千]+)万?元?)`).exec(
    text,
  )?.[1];
  const quantity =
    found === undefined ? undefined : readQuantity(/[万元]$/.test(found) ? found : "");
  return quantity?.unit === "yuan" ? quantity.value : null;
};

/** A formula by which fines are worked out, without its factors; undefined where the text gives none. */
export const readMethod = (text: string): Method | undefined => {
  const plain = plainWording(text);
  const found = formulas.find(([form]) => form.test(plain));
  if (!found) return undefined;
  const [form, formula] = found;
  return {
    text,
    formula,
    base: formula === "sum-over-range" ? null : moneyIn(plain.slice(plain.search(form))),
    start: percentIn(plain, /裁量起点(?:为|是|：)?(\d[\d.]*%|百分之[一二三四五六七八九十]+)/),
    cap: percentIn(
      plain,
      /(?:总和|合计|累计|封顶|最高)[^，；。]{0,8}?(?:不超过|超过|为)(\d[\d.]*%|百分之[一二三四五六七八九十百]+)/,
    ),
    rounding: /四舍五入|向[高上下]取[整齐]|取整/.exec(plain)?.[0] ?? null,
    factors: [],
  };
};

/**
 * What a method gives for a sum of weights (percent), in fen. Undefined where it needs a bound that is not known, or where
 * only the text says how.
 */
export const amountBy = (
  method: Method,
  sum: number,
  statutory: { min: number | null; max: number | null },
): number | undefined => {
  const weights = Math.min((method.start ?? 0) + sum, method.cap ?? 100) / 100;
  const maximum = method.base ?? statutory.max;
  if (maximum === null) return undefined;
  switch (method.formula) {
    case "sum-of-maximum":
      return Math.round(weights * maximum);
    case "sum-over-range": {
      const minimum = statutory.min ?? 0;
      return Math.round(minimum + weights * (maximum - minimum));
    }
    case "base-times-coefficient":
    case "other":
      return undefined;
  }
};
