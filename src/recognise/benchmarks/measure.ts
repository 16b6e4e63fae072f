import type { Measure, ResultBase, WarningCode } from "../../model/benchmark.js";
import { isUnread, readSpan, type Span, type Unread } from "./span.js";
import { baseNamed, countedNamed, COUNTED } from "./words.js";

/** How much, with what was odd about how it is written. */
export interface ReadMeasure {
  measure: Measure;
  warnings: WarningCode[];
}

const nothingMore = { cap: null, floor: null } as const;

const notUnderstood = (at: string): Unread => ({ reason: "clause-not-understood", at });

const boundsOf = ({ min, max, minIncluded, maxIncluded }: Span): Pick<Measure, "min" | "max"> => ({
  min,
  max,
  ...(minIncluded !== undefined && { minIncluded }),
  ...(maxIncluded !== undefined && { maxIncluded }),
});

/** How much a fine is, without the verb before it and 罚款 behind. Undefined where the text is no measure. */
export const readMeasure = (text: string): ReadMeasure | Unread | undefined =>
  readPer(text) ?? readShare(text) ?? readPlain(text) ?? readOfBase(text);

const readPlain = (text: string): ReadMeasure | Unread | undefined => {
  const span = readSpan(text);
  if (!span || isUnread(span)) return span;
  if (span.unit === "yuan") {
    return {
      measure: { unit: "yuan", ...boundsOf(span), ...nothingMore },
      warnings: span.warnings,
    };
  }
  return span.unit === "times" || span.unit === "percent"
    ? { reason: "base-not-named", at: text }
    : notUnderstood(text);
};

/** A share of something is counted in what is named before it: 违法所得一倍以上三倍以下. */
const OF_BASE =
  /^(?:按照?|以|依照)?([^\d，。；：]*?[^\d，。；：的])的?((?:不超过|不高于|不低于|不少于|超过|不足|不满)?(?:百分之|千分之|等值|[〇零一二三四五六七八九十百千两半\d]+(?:点[一二三四五六七八九零]+)?[.\d]*(?:倍|%|‰|成|个百分点|分之|以上|至|-|到)).*)$/;

const readOfBase = (text: string): ReadMeasure | Unread | undefined => {
  const [, name, rest] = OF_BASE.exec(text) ?? [];
  if (name === undefined || rest === undefined) return undefined;
  const span = readSpan(rest);
  if (!span || isUnread(span)) return span;
  if (span.unit !== "times" && span.unit !== "percent") return undefined;
  if (!IS_NAME.test(name)) return { reason: "base-not-named", at: text };
  const base = baseNamed(name);
  const measure: Measure = {
    unit: span.unit,
    ...boundsOf(span),
    base,
    ...textOfBase(base, name),
    ...nothingMore,
  };
  return { measure, warnings: span.warnings };
};

/** The name of a sum: no verb of punishment, no figure, nothing that parts clauses. */
const IS_NAME =
  /^(?!.*(?:罚(?!款数额)|处(?!置|理)|没收|责令|吊销|每|或者|以上|以下|不足|超过|[元倍%‰]))\p{Script=Han}[\p{Script=Han}、()]{1,40}$/u;

const plainNames: Partial<Record<ResultBase, string>> = {
  "illegal-income": "违法所得",
  "goods-value": "货值金额",
};

const textOfBase = (base: ResultBase, name: string): Pick<Measure, "baseText"> =>
  plainNames[base] === name ? {} : { baseText: name };

const PER = new RegExp(
  `^(?:按照?|以|依照)?(?:([\\p{Script=Han}]{2,20}?)(?:的?标准)?(?:处以?|，)?)??(?:按照?)?每(?:一)?(${COUNTED})(?:罚款|处以?|计)?((?:人民币|不|超过)?[\\d〇零一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖].*?)(?:的?标准)?$`,
  "u",
);
const PER_BEHIND = new RegExp(`^(.+)\\/(${COUNTED})$`, "u");

const readPer = (text: string): ReadMeasure | Unread | undefined => {
  const ahead = PER.exec(text);
  if (ahead) return perOf(ahead[2] ?? "", ahead[3] ?? "", ahead[1]);
  const behind = PER_BEHIND.exec(text);
  return behind ? perOf(behind[2] ?? "", behind[1] ?? "", undefined) : undefined;
};

const perOf = (
  countedText: string,
  amount: string,
  name: string | undefined,
): ReadMeasure | Unread | undefined => {
  const span = readSpan(amount);
  if (!span || isUnread(span)) return span;
  if (span.unit !== "yuan") return undefined;
  const measure: Measure = {
    unit: "per",
    ...boundsOf(span),
    counted: countedNamed(countedText),
    countedText,
    ...(name !== undefined && { baseText: name }),
    ...nothingMore,
  };
  return { measure, warnings: span.warnings };
};

const share = (
  min: number | null,
  max: number | null,
  more: Partial<Measure> = {},
): ReadMeasure => ({
  measure: { unit: "share", min, max, ...nothingMore, ...more },
  warnings: [],
});

const MEAN =
  /(?:法定)?(?:最高(?:罚款)?(?:数额)?[与和及]最低(?:罚款)?数额的?)?(?:平均值|平均金额|平均数)/;
const LOWEST = /^(?:法定)?(?:最低限度?|最低罚款数额)(?:以上)?(?:至|到|-)/;
const HIGHEST = /(?:至|到|-)(?:法定)?(?:最高限度?|最高罚款数额)$/;
const OF_RANGE = /(?:法定)?(?:罚款|处罚)?(?:数额)?幅度的?/;

/** A share of the statutory range: 法定最低限至幅度30%以下, 不得低于平均值. */
const readShare = (text: string): ReadMeasure | Unread | undefined => {
  if (MEAN.test(text)) return readMean(text.replace(MEAN, "平均值"));
  if (/^(?:该|本|所在)档次?的?最高限度?$/.test(text)) return share(1, 1, tierRange);
  if (/^(?:该|本|所在)档次?的?最低限度?$/.test(text)) return share(0, 0, tierRange);
  if (/^法定最高(?:限度?|罚款数额)$/.test(text)) return share(1, 1);
  if (/^法定最低(?:限度?|罚款数额)$/.test(text)) return share(0, 0);
  const fromLowest = LOWEST.test(text);
  const toHighest = HIGHEST.test(text);
  if (!fromLowest && !toHighest && !OF_RANGE.test(text)) return undefined;
  const ofTier = /^(?:该|本|所在)档次?的?(?=幅度)/;
  const bare = text
    .replace(LOWEST, "")
    .replace(HIGHEST, "")
    .replace(ofTier, "")
    .replace(OF_RANGE, "");
  const span = readSpan(bare);
  if (!span || isUnread(span)) return span;
  if (span.unit !== "percent") return undefined;
  const read = shareOfSpan(span, { fromLowest, toHighest });
  if (ofTier.test(text)) Object.assign(read.measure, tierRange);
  return read;
};

const tierRange = { base: "other", baseText: "该档次" } as const;

const readMean = (text: string): ReadMeasure | undefined => {
  const span = /^(.*?)平均值(以上|以下)?(?:\((不)?(?:含|包括|包含)本数\))?$/.exec(text);
  if (!span) return undefined;
  const [, verb = "", word, excluded] = span;
  const included = excluded === undefined ? {} : { included: false };
  if (/^(?:应当)?(?:不得低于|不低于)$/.test(verb)) return share(0.5, null, { minIncluded: true });
  if (/^(?:应当)?(?:低于|不足)$/.test(verb)) return share(null, 0.5, { maxIncluded: false });
  if (/^(?:应当)?(?:高于|超过)$/.test(verb)) return share(0.5, null, { minIncluded: false });
  if (/^(?:应当)?(?:不得高于|不高于)$/.test(verb)) return share(null, 0.5, { maxIncluded: true });
  if (!/^(?:一般)?(?:按照?)?$/.test(verb)) return undefined;
  if (word === "以上")
    return share(0.5, null, "included" in included ? { minIncluded: false } : {});
  if (word === "以下")
    return share(null, 0.5, "included" in included ? { maxIncluded: false } : {});
  return share(0.5, 0.5);
};

const shareOfSpan = (
  { min, max, minIncluded, maxIncluded, warnings }: Span,
  { fromLowest, toHighest }: { fromLowest: boolean; toHighest: boolean },
): ReadMeasure => {
  const low = min === null ? (fromLowest ? 0 : null) : min / 100;
  const high = max === null ? (toHighest ? 1 : null) : max / 100;
  const more = {
    ...(minIncluded !== undefined && { minIncluded }),
    ...(maxIncluded !== undefined && { maxIncluded }),
  };
  return { ...share(low, high, more), warnings };
};
