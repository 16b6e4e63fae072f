import { Environment } from "@marcbachmann/cel-js";
import { RE2JS } from "re2js";
import { CivilDate } from "../values/civil-date.js";
import { isAfter, isBefore, isOnOrAfter, isOnOrBefore, isSame } from "../values/compare-dates.js";
import { checkCreditCode } from "../values/credit-code.js";
import { documentNumberProblems, parseDocumentNumber } from "../values/document-number.js";
import { Money } from "../values/money.js";
import { nameKey } from "../values/names.js";
import { checkResidentId } from "../values/resident-id.js";
import { textKey } from "../values/text-key.js";
import type { WorkingDayCalendar } from "../values/working-days.js";
import { caseTypes } from "./case-view.js";
import { registerUnknownMacros } from "./unknown-macros.js";
import { notKnown } from "./unknown.js";

/** A function that rules may call, with what its page says. */
interface RuleFunction {
  signature: string;
  zh: string;
  handler: (...args: never[]) => unknown;
}

/** A value that only whole days can settle; a month alone does not. */
const settled = <T>(value: T | undefined): T => {
  if (value === undefined) throw notKnown;
  return value;
};

const wholeDay = (date: CivilDate): CivilDate => {
  if (date.precision === "month") throw notKnown;
  return date;
};

const count = (n: bigint | number): number => Number(n);

/** The functions about days; the calendar knows holidays and make-up working days. */
const dayFunctions = (calendar: WorkingDayCalendar): RuleFunction[] => {
  const between = (a: CivilDate, b: CivilDate) =>
    BigInt(calendar.workingDaysBetween(wholeDay(a), wholeDay(b)));
  const addWorking = (d: CivilDate, n: bigint | number) =>
    calendar.addWorkingDays(wholeDay(d), count(n));
  const addDays = (d: CivilDate, n: bigint | number) =>
    CivilDate.fromEpochDay(wholeDay(d).first + count(n));
  return [
    {
      signature: "workingDays(Date, Date): int",
      zh: "从第一日的次日起到第二日止的工作日数（含调休上班日）",
      handler: between,
    },
    {
      signature: "calendarDays(Date, Date): int",
      zh: "从第一日的次日起到第二日止的自然日数",
      handler: (a: CivilDate, b: CivilDate) => BigInt(wholeDay(b).first - wholeDay(a).first),
    },
    ...(["int", "double"] as const).flatMap((type) => [
      {
        signature: `addWorkingDays(Date, ${type}): Date`,
        zh: "第n个工作日",
        handler: addWorking,
      },
      {
        signature: `addDays(Date, ${type}): Date`,
        zh: "第n个自然日，不顺延",
        handler: addDays,
      },
      {
        signature: `deadline(Date, ${type}): Date`,
        zh: "n个自然日的期限届满日，遇休息日顺延至下一工作日",
        handler: (d: CivilDate, n: bigint | number) =>
          calendar.addCalendarDays(wholeDay(d), count(n), true),
      },
    ]),
    {
      signature: "addMonths(Date, int): Date",
      zh: "n个月后的对应日，遇休息日顺延",
      handler: (d: CivilDate, n: bigint) => calendar.addMonths(wholeDay(d), Number(n)),
    },
    {
      signature: "addYears(Date, int): Date",
      zh: "n年后的对应日，不顺延",
      handler: (d: CivilDate, n: bigint) => yearsLater(wholeDay(d), Number(n)),
    },
  ];
};

/** The same day so many years on; 29 February becomes 28 February. Not moved off holidays. */
const yearsLater = (date: CivilDate, years: number): CivilDate => {
  const { year, month, day } = date;
  const found =
    CivilDate.of(year + years, month, day) ?? CivilDate.of(year + years, month, (day ?? 1) - 1);
  return settled(found);
};

const dateLiteral = (text: string): CivilDate => {
  const date = CivilDate.fromIso(text);
  if (!date) throw new Error(`date("${text}") is not a day like 2021-07-15`);
  return date;
};

const patterns = new Map<string, RE2JS>();

/** Linear-time matching; the engine's own `matches()` can hang and is refused when rules are loaded. */
const contains = (text: string, pattern: string): boolean => {
  const compiled = patterns.get(pattern) ?? RE2JS.compile(pattern);
  patterns.set(pattern, compiled);
  return compiled.matcher(text).find();
};

/** Excel drops the leading zeros of numbers. */
const codeKey = (code: string): string => textKey(code).toUpperCase().replace(/^0+/, "");

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
    handler: (a: string, b: string) => nameKey(a) === nameKey(b),
  },
  {
    signature: "sameCode(string, string): bool",
    zh: "两个证号相同（不计空格、全半角、字母大小写和开头的零）",
    handler: (a: string, b: string) => codeKey(a) === codeKey(b),
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
    signature: "numberYear(string): int",
    zh: "文号中的年份",
    handler: (text: string) => BigInt(settled(parseDocumentNumber(text)).year),
  },
  {
    signature: "numberProblems(string): list<string>",
    zh: "文号书写上的问题：brackets、leading-zero、di、no-prefix、year-first、compound-serial、no-hao、not-a-number",
    handler: (text: string) => documentNumberProblems(text),
  },
  {
    signature: "max(Money, Money): Money",
    zh: "较大的金额",
    handler: (a: Money, b: Money) => (a.fen >= b.fen ? a : b),
  },
];

const registerDates = (env: Environment): void => {
  env.registerType("Date", { ctor: CivilDate as unknown as new () => CivilDate, fields: {} });
  const compare = (
    operator: string,
    test: (a: CivilDate, b: CivilDate) => boolean | undefined,
  ): void => {
    env.registerOperator(`Date ${operator} Date`, (a: CivilDate, b: CivilDate) =>
      settled(test(a, b)),
    );
  };
  compare("<", isBefore);
  compare("<=", isOnOrBefore);
  compare(">", isAfter);
  compare(">=", isOnOrAfter);
  compare("==", isSame);
};

const registerMoney = (env: Environment): void => {
  env.registerType("Money", { ctor: Money, fields: {} });
  const compare = (operator: string, test: (a: number, b: number) => boolean): void => {
    env.registerOperator(`Money ${operator} Money`, (a: Money, b: Money) => test(a.fen, b.fen));
  };
  compare("<", (a, b) => a < b);
  compare("<=", (a, b) => a <= b);
  compare(">", (a, b) => a > b);
  compare(">=", (a, b) => a >= b);
  compare("==", (a, b) => a === b);
  env.registerOperator("Money + Money", (a: Money, b: Money) => new Money(a.fen + b.fen));
  env.registerOperator("Money - Money", (a: Money, b: Money) => new Money(a.fen - b.fen));
  env.registerOperator("Money * int", (a: Money, n: bigint) => new Money(a.fen * Number(n)));
};

/** Names of the functions and macros that rules may call, for listing and for the nearest valid name. */
export const functionNames = (env: Environment): string[] => [
  ...new Set(env.getDefinitions().functions.map((definition) => definition.name)),
];

/**
 * The expression language of the rules: CEL with the case file's types, civil days, money and the
 * field's functions. `case` and `asOf` are always there; a rule adds its parameters and facts.
 */
export const ruleEnvironment = (calendar: WorkingDayCalendar): Environment => {
  const env = new Environment({ enableOptionalTypes: false, limits: { maxDepth: 60 } });
  registerDates(env);
  registerMoney(env);
  for (const { name, ctor, fields } of caseTypes) {
    env.registerType(name, { ctor: ctor as unknown as new () => object, fields });
  }
  for (const { signature, handler } of [...dayFunctions(calendar), ...plainFunctions]) {
    env.registerFunction(signature, handler as (...args: unknown[]) => unknown, { async: false });
  }
  registerUnknownMacros(env);
  env.registerVariable("case", "Case");
  env.registerVariable("asOf", "Date");
  return env;
};
