import type { Condition, When } from "../../model/benchmark.js";
import { isUnread, readSpan } from "./span.js";
import { baseNamed } from "./words.js";

const NOTHING_OR = /^(?:没有|无)([^，。；\d]{2,12}?)或者?(?=\1)/;
const OF_MONEY =
  /^([^\d，。；]*?[^\d，。；〇零一二三四五六七八九十百千万两半])((?:不满|不足|未满|不超过|超过|低于|少于|不低于|不少于)?[\d〇零一二三四五六七八九十百千万两半].*)$/;
const OF_TIMES =
  /^(?:[^，。；]{0,8}内)?(?:因[^，。；]{1,20})?(?:被|受到?|受过)?(?:行政)?(?:处罚|违法|查处|发现|实施)?(?:同类违法行为)?((?:超过|不足)?[\d一二三四五六七八九十两]+次(?:及?以上|以下)?)$/;

/** A branch in words, and as a number where it is one: 违法所得不足十万元的. */
export const readWhen = (text: string): When => {
  const condition = conditionIn(text.replace(/的$/, ""));
  return { text, ...(condition && { condition }) };
};

const conditionIn = (text: string): Condition | undefined => {
  const times = OF_TIMES.exec(text)?.[1];
  if (times !== undefined) return conditionOf("times", times, "count");
  const bare = text.replace(NOTHING_OR, "");
  const [, name = "", amount = ""] = OF_MONEY.exec(bare) ?? [];
  const quantity = baseNamed(name);
  return quantity === "other" ? undefined : conditionOf(quantity, amount, "yuan");
};

const conditionOf = (
  quantity: Condition["quantity"],
  text: string,
  unit: Condition["unit"],
): Condition | undefined => {
  const span = readSpan(text);
  if (!span || isUnread(span) || span.unit !== unit || span.warnings.length > 0) return undefined;
  const { min, max, minIncluded, maxIncluded } = span;
  return {
    quantity,
    unit,
    min,
    max,
    ...(minIncluded !== undefined && { minIncluded }),
    ...(maxIncluded !== undefined && { maxIncluded }),
  };
};

/** What leads a sentence and ends with 的: the branch that it is about. */
const ENDS_A_BRANCH = /的$/;
/** 情节严重的处十万元罚款: the branch without a comma behind. */
const RUNS_ON =
  /^([^，]*?(?:情节|逾期|拒不|不改正|后果|不足|以上|以下|次|严重|轻微|较轻|较重|一般)[^，]{0,12}的)((?:并|可|处|责令|吊销|没收|不予|以|上调|给予|按).*)$/;

/** Parts the branch that leads a sentence's clauses from what then is to happen. */
export const partBranch = (
  clauses: readonly string[],
): { branch: string[]; clauses: readonly string[] } => {
  const branch: string[] = [];
  for (const [at, clause] of clauses.entries()) {
    if (ENDS_A_BRANCH.test(clause)) {
      branch.push(clause);
      continue;
    }
    const [, condition, rest] = RUNS_ON.exec(clause) ?? [];
    if (condition === undefined || rest === undefined) {
      return { branch, clauses: clauses.slice(at) };
    }
    return { branch: [...branch, condition], clauses: [rest, ...clauses.slice(at + 1)] };
  }
  return { branch, clauses: [] };
};
