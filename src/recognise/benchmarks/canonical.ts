import type { Measure, Result, Subject } from "../../model/benchmark.js";

/**
 * What a tier carries, in one fixed wording, so that a person can hold it against the published one. Read again, it gives
 * the same results.
 */
export const canonicalWording = (results: readonly Result[]): string => {
  const sentences: { when: string; clauses: string[] }[] = [];
  for (const group of alternativesOf(results)) {
    const [first] = group;
    if (!first) continue;
    const when = first.when?.text ?? "";
    const open = sentences.at(-1);
    if (open?.when === when && !hasBaseFloor(open.clauses)) open.clauses.push(clauseOf(group));
    else sentences.push({ when, clauses: [clauseOf(group)] });
  }
  return sentences
    .map(({ when, clauses }) => [...(when ? [branchText(when)] : []), ...clauses].join("，"))
    .join("；");
};

const branchText = (when: string): string => (when.endsWith("的") ? when : `${when}的`);

const hasBaseFloor = (clauses: readonly string[]): boolean =>
  clauses.some((clause) => clause.includes("；"));

/** Results that are alternatives stand in one clause. */
const alternativesOf = (results: readonly Result[]): Result[][] => {
  const groups: Result[][] = [];
  for (const one of results) {
    const open = groups.at(-1);
    const [first] = open ?? [];
    const isAlternative = one.join === "either" && one.kind !== "fine";
    const goesOn =
      isAlternative &&
      first?.join === "either" &&
      first.kind !== "fine" &&
      first.when?.text === one.when?.text &&
      first.subjectText === one.subjectText;
    if (open && goesOn) open.push(one);
    else groups.push([one]);
  }
  return groups;
};

const subjectWords: Record<Subject, string> = {
  citizen: "个人",
  organisation: "单位",
  "responsible-person": "直接负责的主管人员和其他直接责任人员",
};

const clauseOf = (group: readonly Result[]): string => {
  const [first] = group;
  if (!first) return "";
  const { subject, subjectText, optional } = first;
  const whom = subjectText ?? (subject ? subjectWords[subject] : undefined);
  const lead = (whom === undefined ? "" : `对${whom}`) + (optional ? "可以" : "");
  if (group.length > 1) return lead + alternativeClause(group);
  if (first.kind === "fine") return lead + fineClause(first);
  return lead + (first.join === "with" ? "并" : "") + plainClause(first);
};

const alternativeClause = (group: readonly Result[]): string => {
  const kinds = group.map(({ kind }) => kind).join(" ");
  const [first, second] = group;
  if (kinds === "suspend-licence revoke-licence") return `暂扣或者吊销${first?.what ?? ""}`;
  if (kinds === "confiscate-income confiscate-goods") {
    return `没收违法所得或者${second?.what ?? ""}`;
  }
  const words = group.map(plainClause);
  if (words.every((word) => word.startsWith("责令"))) {
    return `责令${words.map((word) => word.slice(2)).join("或者")}`;
  }
  return words.map((word, at) => (at > 0 ? word.replace(/^给予/, "") : word)).join("或者");
};

const plainClause = (one: Result): string => {
  const what = one.what ?? "";
  const lasts = durationText(one);
  switch (one.kind) {
    case "warning":
      return "给予警告";
    case "circulated-criticism":
      return "给予通报批评";
    case "confiscate-income":
      return "没收违法所得";
    case "confiscate-goods":
      return `没收${what}`;
    case "suspend-licence":
      return `暂扣${what}${lasts}`;
    case "revoke-licence":
      return `吊销${what}`;
    case "downgrade":
      return `降低${what}`;
    case "ban-from-trade":
      return `${one.lifelong ? "终身" : lasts && `${lasts}内`}禁止${what}`;
    case "detention":
      return lasts ? `处${lasts}拘留` : "拘留";
    case "mitigated":
      return "减轻处罚";
    case "none":
      return "不予处罚";
    case "suspend-business":
    case "close":
    case "restrict-activity":
      return what + lasts;
    case "order":
    case "other":
    case "fine":
      return what;
  }
};

const durationText = (one: Result): string =>
  one.unit === "days"
    ? rangeText(one, (n) => `${n}日`)
    : one.unit === "months"
      ? rangeText(one, (n) => `${n}个月`)
      : "";

const verbs = { with: "并处", alone: "单处", either: "单处或者并处" } as const;

const fineClause = (one: Result): string => {
  const shift = lightness(one);
  if (shift) return shift;
  const verb = one.join ? verbs[one.join] : "处";
  const second = one.or ? `或者${measureText(one.or)}` : "";
  const chosen = one.or?.choose ? (one.or.choose === "greater" ? "，取其高者" : "，取其低者") : "";
  const bounds =
    (one.cap === null ? "" : `，最高不超过${amountText(one.cap)}`) +
    (one.floor === null ? "" : `，最低不低于${amountText(one.floor)}`);
  const formula = one.formula === undefined ? "" : `(${one.formula})`;
  const least = one.baseFloor === undefined ? undefined : amountText(one.baseFloor);
  const baseFloor = least === undefined ? "" : `；不足${least}的，按${least}计算`;
  return `${verb}${measureText(one)}${second}罚款${chosen}${bounds}${formula}${baseFloor}`;
};

/** 从轻处罚 and 从重处罚 name an end of the range, and no figure. */
const lightness = ({ unit, min, max, join, baseText }: Result): string | undefined => {
  if (unit !== "share" || join || baseText !== undefined) return undefined;
  if (min === 0 && max === null) return "从轻处罚";
  return min === null && max === 1 ? "从重处罚" : undefined;
};

const baseWords: Partial<Record<NonNullable<Measure["base"]>, string>> = {
  "illegal-income": "违法所得",
  "goods-value": "货值金额",
  loss: "损失",
  "unpaid-fee": "应缴费用",
  "contract-price": "合同价款",
  "project-cost": "工程造价",
  "previous-fine": "原罚款数额",
};

/** The range of a measure with its base: 违法所得1倍以上3倍以下. */
export const measureText = (measure: Measure): string => {
  const { unit, base, baseText, countedText, counted } = measure;
  const of = baseText ?? (base && baseWords[base]) ?? "";
  switch (unit) {
    case "times":
      return of + rangeText(measure, (n) => `${n}倍`);
    case "percent":
      return of + rangeText(measure, (n) => `${n}%`);
    case "share":
      return `${of}幅度${rangeText(measure, (n) => `${percent(n)}%`)}`;
    case "per":
      return `${of === "" ? "" : `按照${of}`}每${countedText ?? counted ?? ""}${rangeText(measure, amountText)}`;
    default:
      return rangeText(measure, amountText);
  }
};

/** 0.07 × 100 without the noise of binary fractions. */
const percent = (share: number): number => Number((share * 100).toPrecision(15));

type Bounds = Pick<Measure, "min" | "max" | "minIncluded" | "maxIncluded">;

const rangeText = (bounds: Bounds, show: (value: number) => string): string => {
  const { min, max, minIncluded, maxIncluded } = bounds;
  if (min !== null && min === max) return show(min);
  const low = min === null ? "" : `${show(min)}以上${note(minIncluded)}`;
  const high = max === null ? "" : `${show(max)}以下${note(maxIncluded)}`;
  return low + high;
};

const note = (included: boolean | undefined): string =>
  included === undefined ? "" : included ? "(含本数)" : "(不含本数)";

/** 20000000 fen as 20万元, 50000 as 500元. */
export const amountText = (fen: number): string => {
  const inWan = fen >= 1_000_000 && fen % 10_000 === 0;
  return inWan ? `${fen / 1_000_000}万元` : `${fen / 100}元`;
};
