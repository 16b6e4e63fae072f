import { CivilDate } from "../values/civil-date.js";
import { checkCreditCode } from "../values/credit-code.js";
import {
  documentNumberKey,
  documentNumberProblems,
  parseDocumentNumber,
} from "../values/document-number.js";
import { personalNumbersIn } from "../values/mask.js";
import { Money } from "../values/money.js";
import { momentFromIso } from "../values/moment.js";
import { nameKey } from "../values/names.js";
import { checkResidentId } from "../values/resident-id.js";
import { parseAmount } from "../values/parse-amount.js";
import { sameName } from "../values/same-said.js";
import { textKey } from "../values/text-key.js";
import type { WorkingDayCalendar } from "../values/working-days.js";
import { settled, type Apply } from "./operators.js";
import { keepingLast, keepingSome } from "../values/remember.js";
import { searchFor } from "./text-pattern.js";
import { notKnown, type Unknown } from "./unknown.js";

/** A function that rules may call, with what its page says. */
interface RuleFunction {
  signature: string;
  zh: string;
  /** Unknown where the values do not settle it. */
  handler: Apply;
}

const isMonth = (date: CivilDate): boolean => date.precision === "month";

/** A month has no working days to count and no deadline; only whole days do. */
const betweenDays =
  (count: (a: CivilDate, b: CivilDate) => number) =>
  (a: CivilDate, b: CivilDate): bigint | Unknown =>
    isMonth(a) || isMonth(b) ? notKnown : BigInt(count(a, b));

const fromDay =
  (move: (day: CivilDate, count: number) => CivilDate | undefined) =>
  (day: CivilDate, count: bigint | number): CivilDate | Unknown =>
    isMonth(day) ? notKnown : settled(move(day, Number(count)));

/** The functions about days; the calendar knows holidays and make-up working days. */
const dayFunctions = (calendar: WorkingDayCalendar): RuleFunction[] => [
  {
    signature: "workingDays(Date, Date): int",
    zh: "从第一日的次日起到第二日止的工作日数（含调休上班日）",
    handler: betweenDays((a, b) => calendar.workingDaysBetween(a, b)),
  },
  {
    signature: "calendarDays(Date, Date): int",
    zh: "从第一日的次日起到第二日止的自然日数",
    handler: betweenDays((a, b) => b.first - a.first),
  },
  ...(["int", "double"] as const).flatMap((type) => [
    {
      signature: `addWorkingDays(Date, ${type}): Date`,
      zh: "第n个工作日",
      handler: fromDay((day, count) => calendar.addWorkingDays(day, count)),
    },
    {
      signature: `addDays(Date, ${type}): Date`,
      zh: "第n个自然日，不顺延",
      handler: fromDay((day, count) => CivilDate.fromEpochDay(day.first + count)),
    },
    {
      signature: `deadline(Date, ${type}): Date`,
      zh: "n个自然日的期限届满日，遇休息日顺延至下一工作日",
      handler: fromDay((day, count) => calendar.addCalendarDays(day, count, true)),
    },
  ]),
  {
    signature: "addMonths(Date, int): Date",
    zh: "n个月后的对应日，遇休息日顺延",
    handler: fromDay((day, count) => calendar.addMonths(day, count)),
  },
  {
    signature: "addYears(Date, int): Date",
    zh: "n年后的对应日，不顺延",
    handler: fromDay(yearsLater),
  },
];

/** The same day so many years on; 29 February becomes 28 February. Not moved off holidays. */
const yearsLater = ({ year, month, day }: CivilDate, years: number): CivilDate | undefined =>
  CivilDate.of(year + years, month, day) ?? CivilDate.of(year + years, month, (day ?? 1) - 1);

const dateLiteral = (text: string): CivilDate => {
  const date = CivilDate.fromIso(text);
  if (!date) throw new Error(`date("${text}") is not a day like 2021-07-15`);
  return date;
};

const searches = new Map<string, (text: string) => boolean>();

/** In place of the engine's own `matches()`, which can hang and is refused when rules are loaded. */
const contains = (text: string, pattern: string): boolean => {
  let search = searches.get(pattern);
  if (!search) {
    search = keepingLast(searchFor(pattern));
    searches.set(pattern, search);
  }
  return search(text);
};

/** Times without their days may be of two days. */
const minutesBetween = (a: string, b: string): bigint | Unknown => {
  const [from, to] = [momentFromIso(a), momentFromIso(b)];
  if (!from?.date || !to?.date) return notKnown;
  return BigInt((to.date.first - from.date.first) * 1440 + to.time - from.time);
};

/** Excel drops the leading zeros of numbers. */
const codeKey = keepingSome((code) => textKey(code).toUpperCase().replace(/^0+/, ""));
const personKey = keepingSome(nameKey);

const plainFunctions: RuleFunction[] = [
  { signature: "date(string): Date", zh: "写明的日期", handler: dateLiteral },
  {
    signature: "year(Date): int",
    zh: "年份",
    handler: (date: CivilDate) => BigInt(date.year),
  },
  {
    signature: "yuan(int): Money",
    zh: "以元计的金额",
    handler: (n: bigint) => new Money(Number(n) * 100),
  },
  { signature: "re(string, string): bool", zh: "文字中有符合模式的部分", handler: contains },
  {
    signature: "samePerson(string, string): bool",
    zh: "两个姓名相同（不计空格和全半角）",
    handler: (a: string, b: string) => personKey(a) === personKey(b),
  },
  {
    signature: "sameCode(string, string): bool",
    zh: "两个证号相同（不计空格、全半角、字母大小写和开头的零）",
    handler: (a: string, b: string) => codeKey(a) === codeKey(b),
  },
  {
    signature: "minutes(string, string): int",
    zh: "两个写明日期的时刻之间的分钟数；第二个较早的为负数",
    handler: minutesBetween,
  },
  {
    signature: "creditCodeState(string): string",
    zh: "统一社会信用代码：valid、invalid、masked、other",
    handler: (code: string) => checkCreditCode(code).kind,
  },
  {
    signature: "residentIdState(string): string",
    zh: "居民身份证号：valid、invalid、masked、damaged、other",
    handler: (id: string) => checkResidentId(id).kind,
  },
  {
    signature: "sameDocumentNumber(string, string): bool",
    zh: "两个文号相同（不计括号形式、“字”“第”和序号前的零）",
    handler: (a: string, b: string) => documentNumberKey(a) === documentNumberKey(b),
  },
  {
    signature: "sameName(string, string): bool",
    zh: "两个姓名或者名称相同，隐去的文字不计（王*锋与王大锋）",
    handler: sameName,
  },
  {
    signature: "amountIn(string): Money",
    zh: "文字（含大写）写明的一个金额；约数、没有单位、不止一个金额的为未知",
    handler: keepingLast((text) => {
      const amount = parseAmount(text, "yuan");
      return amount?.unitInText && !amount.approximate ? new Money(amount.fen) : notKnown;
    }),
  },
  {
    signature: "numberYear(string): int",
    zh: "文号中的年份",
    handler: keepingLast((text) => {
      const number = parseDocumentNumber(text);
      return number ? BigInt(number.year) : notKnown;
    }),
  },
  {
    signature: "numberProblems(string): list<string>",
    zh: "文号书写上的问题：brackets、leading-zero、di、no-prefix、year-first、compound-serial、no-hao、not-a-number",
    handler: keepingLast(documentNumberProblems),
  },
  {
    signature: "personalNumbersIn(string): list<string>",
    zh: "文字中没有隐去的个人号码的种类：resident-id、mobile、bank-card",
    handler: keepingLast(personalNumbersIn),
  },
  {
    signature: "max(Money, Money): Money",
    zh: "较大的金额",
    handler: (a: Money, b: Money) => (a.fen >= b.fen ? a : b),
  },
];

const unclear: RuleFunction = {
  signature: "unclear(): bool",
  zh: "由人判断",
  handler: () => notKnown,
};

/** Every function that rules have besides those of CEL. */
export const ruleFunctions = (calendar: WorkingDayCalendar): RuleFunction[] => [
  ...dayFunctions(calendar),
  ...plainFunctions,
  unclear,
];
