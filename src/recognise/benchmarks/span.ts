import type { UnreadReason, WarningCode } from "../../model/benchmark.js";
import { QUANTITY, readQuantity, type Quantity, type QuantityUnit } from "./quantity.js";

/** A range of quantities; an open end is null, and so is a unit that the words leave out. */
export interface Span {
  unit: QuantityUnit | null;
  min: number | null;
  max: number | null;
  minIncluded?: boolean;
  maxIncluded?: boolean;
  warnings: WarningCode[];
}

/** Why a text was not read, and the words that stopped it. */
export interface Unread {
  reason: UnreadReason;
  at: string;
}

export const isUnread = (value: object): value is Unread => "reason" in value;

const NOTE = "均?不?(?:包含|包括|含)(?:本数|本级|该数)?";

interface End {
  form: string;
  /** Undefined: as the table says of 以上 and 以下. */
  included?: boolean;
}

const lowerEnds: readonly End[] = [
  { form: `(?<low>${QUANTITY})及?以上(?:\\((?<lowNote>${NOTE})\\))?` },
  { form: `(?:不低于|不少于|不得低于|不得少于)(?<low>${QUANTITY})`, included: true },
  { form: `(?:超过|高于|大于|多于)(?<low>${QUANTITY})`, included: false },
];

const upperEnds: readonly End[] = [
  { form: `(?<high>${QUANTITY})(?:以下|以内)(?:\\((?<highNote>${NOTE})\\))?` },
  { form: `(?:不超过|不高于|不多于|不得超过|不得高于)(?<high>${QUANTITY})`, included: true },
  { form: `(?:不满|不足|未满|未达到?|低于|少于|小于)(?<high>${QUANTITY})`, included: false },
];

const AND = "(?:[、，]|但|且|并|至|到|-)?";

interface Form {
  pattern: RegExp;
  lower?: End;
  upper?: End;
  /** 1-3万元 leaves the first unit out by custom; 35以上50%以下 by mistake. */
  dashed?: boolean;
  warning?: WarningCode;
}

const whole = (source: string): RegExp => new RegExp(`^${source}$`);

const forms: readonly Form[] = [
  ...lowerEnds.flatMap((lower) =>
    upperEnds.map((upper) => ({ pattern: whole(lower.form + AND + upper.form), lower, upper })),
  ),
  {
    pattern: whole(`(?<low>${QUANTITY})(?:-|至|到)(?<high>${QUANTITY})(?:以下)?`),
    dashed: true,
  },
  {
    pattern: whole(`(?<low>${QUANTITY})以上(?<high>${QUANTITY})`),
    warning: "upper-word-missing",
  },
  ...lowerEnds.map((lower) => ({ pattern: whole(lower.form), lower })),
  ...upperEnds.map((upper) => ({ pattern: whole(upper.form), upper })),
];

const twoUpperEnds = whole(`${QUANTITY}以下${QUANTITY}以下`);
const exactly = whole(QUANTITY);

/** The one range that a text is; undefined if it has not the form of one. */
export const readSpan = (text: string): Span | Unread | undefined => {
  if (exactly.test(text)) return readExact(text);
  if (twoUpperEnds.test(text)) return { reason: "two-upper-ends", at: text };
  for (const form of forms) {
    const groups = form.pattern.exec(text)?.groups;
    if (groups) return spanOf(form, groups);
  }
  return undefined;
};

const unclear = (at: string): Unread => ({ reason: "number-unclear", at });

const readExact = (text: string): Span | Unread => {
  const quantity = readQuantity(text);
  if (!quantity) return unclear(text);
  const { unit, value } = quantity;
  return { unit, min: value, max: value, warnings: [] };
};

const spanOf = (form: Form, groups: Record<string, string | undefined>): Span | Unread => {
  const { low, high } = groups;
  const ends = readEnds(low, high, form.dashed === true);
  if (isUnread(ends)) return ends;
  const minIncluded = inclusionOf(form.lower, groups["lowNote"]);
  const maxIncluded = inclusionOf(form.upper, groups["highNote"]);
  return {
    ...ends,
    ...(minIncluded !== undefined && { minIncluded }),
    ...(maxIncluded !== undefined && { maxIncluded }),
    warnings: [...ends.warnings, ...(form.warning ? [form.warning] : [])],
  };
};

const inclusionOf = (end: End | undefined, note: string | undefined): boolean | undefined =>
  note === undefined ? end?.included : !note.includes("不");

type Ends = Pick<Span, "unit" | "min" | "max" | "warnings">;

const readEnds = (
  low: string | undefined,
  high: string | undefined,
  dashed: boolean,
): Ends | Unread => {
  if (low !== undefined && high !== undefined) return readPair(low, high, dashed);
  const text = low ?? high ?? "";
  const quantity = readQuantity(text);
  if (!quantity) return unclear(text);
  const { unit, value } = quantity;
  return low === undefined
    ? { unit, min: null, max: value, warnings: [] }
    : { unit, min: value, max: null, warnings: [] };
};

const readPair = (low: string, high: string, dashed: boolean): Ends | Unread => {
  const first = readQuantity(low);
  const second = readQuantity(high);
  if (!second) return unclear(high);
  const sharesUnit = first?.unit === second.unit;
  const leavesOutYuan = /万$/.test(low) && /元$/.test(high);
  if (first && sharesUnit) return ordered(first, second, leavesOutYuan && !dashed);
  if (!first || first.unit !== null) return unclear(`${low}…${high}`);
  const completed = completions(low, high).find(({ value }) => value <= second.value);
  return completed
    ? ordered(completed, second, !dashed)
    : { reason: "range-reversed", at: `${low}…${high}` };
};

const ordered = (low: Quantity, high: Quantity, elided: boolean): Ends | Unread =>
  low.value > high.value
    ? { reason: "range-reversed", at: `${low.value}…${high.value}` }
    : {
        unit: high.unit,
        min: low.value,
        max: high.value,
        warnings: elided ? ["unit-elided"] : [],
      };

const UNITS_BEHIND = /(?:万元|万|个百分点|元|倍|%|‰|成|日|天|个月|月|年|次)$/;
const UNITS_BEFORE = /^(?:百|千)分之/;

/**
 * What a number without unit can be beside one with: 1 in 1-3万元 is 1万元. 5000 in 5000-1万元 cannot be 5000万元, and
 * is 5000元.
 */
const completions = (low: string, high: string): Quantity[] => {
  const [before = ""] = UNITS_BEFORE.exec(high) ?? [];
  const [behind = ""] = UNITS_BEHIND.exec(high) ?? [];
  const texts = [`${before}${low}${behind}`, ...(behind.startsWith("万") ? [`${low}元`] : [])];
  return texts.flatMap((text) => readQuantity(text) ?? []);
};
