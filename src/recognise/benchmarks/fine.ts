import type { Measure, Result, Subject, WarningCode } from "../../model/benchmark.js";
import { readMeasure } from "./measure.js";
import { result } from "./measures-beside.js";
import { isUnread, type Unread } from "./span.js";
import { subjectNamed } from "./words.js";

/** Who, whether it is a must, and beside what: what stands before the measure itself. */
export interface Lead {
  subject: Subject | null;
  subjectText?: string;
  optional: boolean;
  join?: "with" | "alone" | "either";
  /** A verb of punishment stood there: 处, 罚款. */
  fines: boolean;
  rest: string;
}

type Step = (lead: Lead) => Lead | undefined;

const word =
  (form: RegExp, change: (found: string) => Partial<Lead>): Step =>
  (lead) => {
    const found = form.exec(lead.rest);
    if (!found) return undefined;
    return { ...lead, ...change(found[0]), rest: lead.rest.slice(found[0].length) };
  };

const SUBJECT =
  /^对([^，。；：\d]{2,60}?)(?=可以?|并处|处|给予|予以|单处|罚款|按|没收|吊销|暂扣|分别|警告|通报)/;
const BARE_SUBJECT = /^(?:个人|单位|公民|责任人员?|企业|法人(?:或者其他组织)?)(?=可|处|并处)/;

const named = (text: string): Partial<Lead> => {
  const subject = subjectNamed(text);
  return { subject: subject ?? null, subjectText: text };
};

const steps: readonly Step[] = [
  word(
    /^(?:但是?|同时|依法|分别|一律|另|还|应当|应(?=处|给)|由[^，]{2,80}?(?=处|给予|责令|对))/,
    () => ({}),
  ),
  word(SUBJECT, (found) => named(found.slice(1))),
  word(BARE_SUBJECT, named),
  word(
    /^(?:可以?(?:单处或者并处|并处或者单处)|可以?单处、并处|单处或者并处|并处或者单处)/,
    (found) => ({
      join: "either",
      fines: true,
      ...(found.startsWith("可") && { optional: true }),
    }),
  ),
  word(/^并(?!处)/, () => ({ join: "with" })),
  word(/^可以|^可(?=处|并|给|予|单|不)/, () => ({ optional: true })),
  word(/^并处/, () => ({ join: "with", fines: true })),
  word(/^单处/, () => ({ join: "alone", fines: true })),
  word(
    /^(?:处以?|科处)(?!理|置)|^罚款(?:金额)?(?:为|按)?(?=$|[\d〇零一二三四五六七八九十百千两人每])/,
    () => ({ fines: true }),
  ),
  word(/^(?:给予|予以|以|一般(?=按|处|予)|人民币)/, () => ({})),
];

/** Parts who and whether from how much. */
export const readLead = (clause: string): Lead => {
  let lead: Lead = { subject: null, optional: false, fines: false, rest: clause };
  for (let next: Lead | undefined = lead; next;) {
    lead = next;
    next = undefined;
    for (const step of steps) {
      next = step(lead);
      if (next) break;
    }
  }
  return lead;
};

/** What a lead says of the result behind it. */
export const ofLead = ({ subject, subjectText, optional, join }: Lead): Partial<Result> => ({
  subject,
  ...(subjectText !== undefined && { subjectText }),
  optional,
  ...(join && { join }),
});

const TAIL = /(?:的?标准)?(?:计算|确定|计处|处以?|予以|给予|并处)?的?(?:行政)?罚款$|(?:确定|处罚)$/;
const STRAY = /(?<=以[上下]|元|倍|%)元(?=的?罚款$)/;
const CHOICE =
  /，?(?:取其高者|以?(?:较高|高)者为准|二?者?(?:从|就)高|二者取高|取高者|二者就高|(取其低者|以?(?:较低|低)者为准|二者就低|取低者))$/;

export interface ReadFine {
  results: Result[];
  warnings: WarningCode[];
}

const warned = (found: RegExpMatchArray | null): WarningCode[] => (found ? ["stray-word"] : []);

/**
 * The fine of a clause without its lead. `mustSay`: only where the words 罚款 or 处 say so; in the column of fines
 * a bare amount is one.
 */
export const readFine = (lead: Lead, mustSay: boolean): ReadFine | Unread | undefined => {
  const plain = lead.rest.replace(STRAY, "");
  const choice = CHOICE.exec(plain);
  const bare = plain.replace(CHOICE, "").replace(TAIL, "").replace(/的$/, "");
  const saysFine = lead.fines || plain.replace(CHOICE, "") !== bare;
  if (mustSay && !(saysFine && (plain.includes("罚款") || lead.fines))) return undefined;
  const warnings = warned(STRAY.exec(lead.rest));
  const one = readMeasure(bare);
  if (one && !isUnread(one)) {
    if (!saysFine && isOfAnything(one.measure)) return undefined;
    const fine = result("fine", { ...one.measure, ...ofLead(lead) });
    return { results: [fine], warnings: [...warnings, ...one.warnings] };
  }
  return readAlternative(lead, bare, choice) ?? one;
};

/** 超标0.2倍以上 without a word of punishment is a condition; 违法所得一倍以上三倍以下 is a fine. */
const isOfAnything = ({ unit, base }: Measure): boolean =>
  (unit === "times" || unit === "percent") && base === "other";

/** 三万元以上或者违法所得三倍以上的罚款，取其高者. */
const readAlternative = (
  lead: Lead,
  text: string,
  choice: RegExpExecArray | null,
): ReadFine | Unread | undefined => {
  const [, first, second] = /^(.+?)(?:或者?|与|和)(.+)$/.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const [one, other] = [
    readMeasure(first.replace(TAIL, "").replace(/的$/, "")),
    readMeasure(second.replace(/^处以?/, "")),
  ];
  if (!one || !other) return undefined;
  if (isUnread(one)) return one;
  if (isUnread(other)) return other;
  const choose = choiceOf(choice);
  const or = { ...other.measure, ...(choose && { choose }) };
  const fine = result("fine", { ...one.measure, ...ofLead(lead), or });
  return { results: [fine], warnings: [...one.warnings, ...other.warnings] };
};

const choiceOf = (choice: RegExpExecArray | null): "greater" | "lesser" | undefined => {
  if (!choice) return undefined;
  return choice[1] === undefined ? "greater" : "lesser";
};

const CAP =
  /^(?:但是?|且)?(?:最高|最多|总额|罚款(?:总额|金额|数额)?|罚款最高)*(?:不超过|不得超过|不高于|不得高于|以(?=.*为限))(.+?)(?:为限)?$/;
const FLOOR =
  /^(?:但是?|且)?(?:最低|最少|罚款(?:总额|金额|数额)?)*(?:不低于|不得低于|不少于|不得少于)(.+)$/;
const BASE_FLOOR = /^按照?(.+)计算$/;

const amountIn = (text: string): number | undefined => {
  const read = readMeasure(text.replace(/(?:的?罚款)$/, ""));
  if (!read || isUnread(read)) return undefined;
  const { unit, min, max } = read.measure;
  return unit === "yuan" && min !== null && min === max ? min : undefined;
};

/** 但是最高不超过一百万元: what bounds the fine before it. */
export const readBound = (
  clause: string,
): Pick<Result, "cap"> | Pick<Result, "floor"> | undefined => {
  const cap = amountIn(CAP.exec(clause)?.[1] ?? "");
  if (cap !== undefined) return { cap };
  const floor = amountIn(FLOOR.exec(clause)?.[1] ?? "");
  return floor === undefined ? undefined : { floor };
};

/** 不足二十万元的，按二十万元计算: the least that the base of the fine before it is taken for. */
export const readBaseFloor = (branch: string, clause: string): number | undefined => {
  const least = amountIn(
    /^(?:[^\d，]{0,12})?(?:不足|不满|低于|少于)(.+?)的?$/.exec(branch)?.[1] ?? "",
  );
  const taken = amountIn(BASE_FLOOR.exec(clause)?.[1] ?? "");
  return least !== undefined && least === taken ? taken : undefined;
};
