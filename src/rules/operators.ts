import { CivilDate } from "../values/civil-date.js";
import { isAfter, isBefore, isOnOrAfter, isOnOrBefore, isSame } from "../values/compare-dates.js";
import { Money } from "../values/money.js";
import { notKnown, Unsettled } from "./unknown.js";

/** An operator or function on values that are known; gives its value or Unsettled, and may throw. */
export type Apply = (...args: never[]) => unknown;

/** A value that only whole days can settle; a month alone does not. */
export const settled = <T>(value: T | undefined): T | typeof notKnown => value ?? notKnown;

const not = (truth: unknown): unknown => (truth instanceof Unsettled ? truth : !truth);

/** Whether two members of lists are the same. */
const equal = (a: unknown, b: unknown): unknown => {
  if (a === b) return true;
  if (a instanceof CivilDate && b instanceof CivilDate) return settled(isSame(a, b));
  if (a instanceof Money && b instanceof Money) return a.fen === b.fen;
  return Array.isArray(a) && Array.isArray(b) && equalLists(a, b);
};

const equalLists = (a: readonly unknown[], b: readonly unknown[]): unknown => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const same = equal(a[i], b[i]);
    if (same !== true) return same;
  }
  return true;
};

const isIn = (value: unknown, list: readonly unknown[]): unknown => {
  for (const member of list) {
    const same = equal(value, member);
    if (same !== false) return same;
  }
  return false;
};

/** CEL integers have 64 bits. */
const checked = (value: bigint): bigint => {
  if (BigInt.asIntN(64, value) === value) return value;
  throw new RangeError(`integer overflow: ${value}`);
};

type Table = [name: string, apply: Apply][];

const equality = (type: string, same: Apply): Table => [
  [`${type} == ${type}`, same],
  [`${type} != ${type}`, (...args: never[]) => not(same(...args))],
];

const order = (left: string, right = left): Table => [
  [`${left} < ${right}`, (a: number, b: number) => a < b],
  [`${left} <= ${right}`, (a: number, b: number) => a <= b],
  [`${left} > ${right}`, (a: number, b: number) => a > b],
  [`${left} >= ${right}`, (a: number, b: number) => a >= b],
];

const identity: Apply = (a: unknown, b: unknown) => a === b;

/** Whether an operator does no more than `===`. */
export const isIdentity = (apply: Apply): boolean => apply === identity;

const primitives: Table = [
  ...["bool", "string", "int", "double"].flatMap((type) => [
    ...equality(type, identity),
    ...order(type),
  ]),
  ...order("int", "double"),
  ...order("double", "int"),
  ...equality("list", (a: unknown[], b: unknown[]) => equal(a, b)),
];

const arithmetic: Table = [
  ["int + int", (a: bigint, b: bigint) => checked(a + b)],
  ["int - int", (a: bigint, b: bigint) => checked(a - b)],
  ["int * int", (a: bigint, b: bigint) => checked(a * b)],
  ["int / int", (a: bigint, b: bigint) => a / b],
  ["int % int", (a: bigint, b: bigint) => a % b],
  ["double + double", (a: number, b: number) => a + b],
  ["double - double", (a: number, b: number) => a - b],
  ["double * double", (a: number, b: number) => a * b],
  ["double / double", (a: number, b: number) => a / b],
  ["string + string", (a: string, b: string) => a + b],
  ["list + list", (a: unknown[], b: unknown[]) => [...a, ...b]],
  ["-int", (a: bigint) => -a],
  ["-double", (a: number) => -a],
  ["!bool", (a: boolean) => !a],
];

const compareDates = (operator: string, test: typeof isSame): Table => [
  [`Date ${operator} Date`, (a: CivilDate, b: CivilDate) => settled(test(a, b))],
];

/** What rules may do with days and money besides what CEL has. */
export const ownOperators: Table = [
  ...compareDates("<", isBefore),
  ...compareDates("<=", isOnOrBefore),
  ...compareDates(">", isAfter),
  ...compareDates(">=", isOnOrAfter),
  ...compareDates("==", isSame),
  ["Money < Money", (a: Money, b: Money) => a.fen < b.fen],
  ["Money <= Money", (a: Money, b: Money) => a.fen <= b.fen],
  ["Money > Money", (a: Money, b: Money) => a.fen > b.fen],
  ["Money >= Money", (a: Money, b: Money) => a.fen >= b.fen],
  ["Money == Money", (a: Money, b: Money) => a.fen === b.fen],
  ["Money + Money", (a: Money, b: Money) => new Money(a.fen + b.fen)],
  ["Money - Money", (a: Money, b: Money) => new Money(a.fen - b.fen)],
  ["Money * int", (a: Money, n: bigint) => new Money(a.fen * Number(n))],
];

/** Every operator by its signature; `==` of days and of money brings `!=` with it. */
const operators = new Map<string, Apply>([
  ...primitives,
  ...arithmetic,
  ...ownOperators.flatMap(([signature, apply]): Table => {
    const [type = "", operator] = signature.split(" ");
    return operator === "==" ? equality(type, apply) : [[signature, apply]];
  }),
]);

/** The operator for these types; undefined if rules may not use it. */
export const operatorFor = (op: string, left: string, right?: string): Apply | undefined => {
  if (op === "in") return right === "list" ? isIn : undefined;
  return operators.get(right === undefined ? op[0] + left : `${left} ${op} ${right}`);
};
