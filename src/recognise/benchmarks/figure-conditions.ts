import type { Condition } from "../../model/benchmark.js";
import { plainWording } from "./plain-wording.js";
import { isUnread, readSpan } from "./span.js";
import { readWhen } from "./when.js";

/** A condition that is a number alone: 货值金额不足一万元, 一年内三次以上, 面积50平方米以上100平方米以下. */
export interface FigureCondition {
  /** `counted`: so many of a unit. */
  quantity: Condition["quantity"] | "counted";
  /** The unit of what is counted, in one spelling. */
  unit?: string;
  min: number | null;
  max: number | null;
  minIncluded?: boolean | undefined;
  maxIncluded?: boolean | undefined;
}

const UNITS =
  "平方米|立方米|公顷|公里|千克|公斤|延米|车次|辆|艘|亩|吨|米|人|头|只|株|棵|户|件|台|套";
const spellings: readonly (readonly [RegExp, string])[] = [
  [/㎡|m²|m2|平米/gi, "平方米"],
  [/m³|m3|立方(?!米)/gi, "立方米"],
  [/公斤|kg/gi, "千克"],
];

/** A counted unit in one spelling: ㎡ and 平米 are 平方米. */
export const countedUnit = (text: string): string =>
  spellings.reduce((said, [form, unit]) => said.replace(form, unit), text.trim());

const FIRST_UNIT = new RegExp(UNITS);
/** What names the quantity that a ledger keeps, and not one of several that a case may have. */
const OF_QUANTITY =
  /^(?:[\p{Script=Han}]{0,16}(?:面积|数量|重量|长度|体积|人数|数))?(?:为|在|达到?)?((?:不满|不足|未满|不超过|超过|低于|少于|不低于|不少于)?[\d〇零一二三四五六七八九十百千万两半].*)$/u;

const countedIn = (text: string): FigureCondition | undefined => {
  const said = countedUnit(text);
  const [unit] = FIRST_UNIT.exec(said) ?? [];
  if (unit === undefined) return undefined;
  const [, figures] = OF_QUANTITY.exec(said.replaceAll(unit, "")) ?? [];
  const span = figures === undefined ? undefined : readSpan(figures);
  if (!span || isUnread(span) || span.unit !== null || span.warnings.length > 0) return undefined;
  const { min, max, minIncluded, maxIncluded } = span;
  return { quantity: "counted", unit, min, max, minIncluded, maxIncluded };
};

/** How often within a year; of other stretches a ledger says nothing. */
const WITHIN_A_YEAR = /^(?:一|1|12个月|十二个月)年?内/;

const conditionIn = (text: string): FigureCondition | undefined => {
  const bare = text.replace(/^[(]?[\d一二三四五]{1,2}[).、．]\s*/, "").replace(/的$/, "");
  const { condition } = readWhen(bare);
  if (condition?.quantity === "times" && !WITHIN_A_YEAR.test(bare)) return undefined;
  return condition ?? countedIn(bare);
};

/**
 * The alternatives of a tier's conditions, parted by ；: each as a number, or null where it takes judgement or was not
 * understood. Empty where the tier states none.
 */
export const figureConditions = (conditions: string): (FigureCondition | null)[] =>
  plainWording(conditions)
    .split("；")
    .filter((text) => text !== "")
    .map((text) => conditionIn(text) ?? null);
