import { beforeAll, describe, expect, it } from "vitest";
import { CivilDate } from "../values/civil-date.js";
import { loadCalendar } from "./calendar.js";
import { viewOf } from "./case-view.js";
import { ruleLanguage, type Language } from "./environment.js";
import { exampleCase } from "./example-case.js";
import { compileExpression } from "./expression.js";
import { Oracle, type Ending } from "./oracle.fixture.js";
import { recordingReads } from "./reads.js";
import type { Scope } from "./scope.js";
import { Defect, notKnown, Unknown } from "./unknown.js";

const file = exampleCase(
  {
    kind: "penalty",
    number: "某市监罚〔2023〕12号",
    cause: null,
    complex: true,
    major: null,
    decision: { date: "2023-09-28", fine: "5000元", kinds: ["fine", "warning"], content: "" },
    filing: { date: "2023-09" },
    service: { date: { unreadable: "四月初三" } },
    party: { name: "张 某", age: 17 },
    officers: [{ name: "周某", certificate: "A01" }, { name: null }, { name: "吴某" }],
  },
  "c",
);

const asOf = CivilDate.of(2024, 6, 30)!;

let language: Language;
let oracle: Oracle;
beforeAll(async () => {
  const calendar = await loadCalendar();
  language = ruleLanguage(calendar);
  oracle = new Oracle(calendar);
});

const byClosures = (source: string): { ending: Ending; reads: ReadonlyMap<string, boolean> } => {
  const { run } = compileExpression(language, source);
  const scope: Scope = { values: [viewOf(file), asOf], compute: () => notKnown };
  const { result, reads } = recordingReads(file, () => run(scope));
  const unrecorded = run({ ...scope, values: [viewOf(file), asOf] });
  expect(unrecorded).toEqual(result);
  if (result instanceof Defect) return { ending: { defect: true }, reads: reads.paths };
  if (result instanceof Unknown) return { ending: { unknown: result.needed }, reads: reads.paths };
  return { ending: { value: result }, reads: reads.paths };
};

const operands: Record<string, string[]> = {
  int: ["1", "2", "-3", "size(case.officers)", "size(case.certificates)"],
  double: ["1.5", "-2.0", "case.party.age", "case.violation.quantity"],
  string: ['"a"', '"b"', "case.kind", "case.cause", "case.party.name"],
  bool: ["true", "false", "case.complex", "case.major", "unclear()"],
  Date: [
    'date("2023-09-28")',
    "case.decision.date",
    "case.filing.date",
    "case.service.date",
    "asOf",
  ],
  Money: ["yuan(1)", "yuan(5000)", "case.decision.fine", "case.notice.fine"],
  list: ['["a", "b"]', '["b", "a"]', "case.decision.kinds", "case.decision.kinds + []"],
};

const operators: Record<string, string[]> = {
  int: ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">="],
  double: ["+", "-", "*", "/", "==", "!=", "<", "<=", ">", ">="],
  string: ["+", "==", "!=", "<", "<=", ">", ">="],
  bool: ["&&", "||", "==", "!=", "<", ">"],
  Date: ["==", "!=", "<", "<=", ">", ">="],
  Money: ["+", "-", "==", "!=", "<", "<=", ">", ">="],
  list: ["+", "==", "!="],
};

const pairs = Object.entries(operators).flatMap(([type, ops]) =>
  ops.flatMap((op) =>
    (operands[type] ?? []).flatMap((a) => (operands[type] ?? []).map((b) => `${a} ${op} ${b}`)),
  ),
);

const others = `
  1 < 1.5
  2.5 >= 2
  -case.party.age
  -(2)
  !case.major
  !case.complex
  1 / 0
  1 % 0
  9223372036854775807 + 1
  yuan(3) * 2
  "fine" in case.decision.kinds
  "a" in ["b"]
  case.kind in case.decision.kinds
  case.decision.date in [asOf, case.decision.date]
  case.filing.date in [case.decision.date]
  yuan(1) in [yuan(1)]
  [[1]] == [[1]]
  [] == []
  case.complex ? 1 : 2
  case.major ? 1 : 2
  case.complex ? case.party.age : 0.0
  unclear() ? 1 : 1
  case.officers[0].name
  case.officers[1].name
  case.officers[5].name == 'x'
  [1, 2][1]
  [1][-1]
  case.officers[5].name == 'x' || true
  true || 1 / 0 == 1
  1 / 0 == 1 && false
  1 / 0 == 1 || unclear()
  case.officers.map(o, o.name)
  case.officers.filter(o, o.name == '周某').map(o, o.certificate)
  case.officers.exists(o, o.name == '吴某')
  case.officers.exists(o, o.name == '郑某')
  case.officers.all(o, o.name != '吴某')
  case.officers.all(o, o.name != '郑某')
  case.officers.exists_one(o, o.name == '周某')
  [1, 2, 2].exists_one(n, n == 1)
  [1, 2].map(n, n > 1, n * 2)
  case.officers.where(o, o.name != '周某').map(o, o.name)
  case.certificates.exists(c, c.number == 'x')
  [1, 2, 3].exists(a, [2].exists(b, a == b && [2].all(c, c == a)))
  [1, 2].map(a, [3].map(b, a + b))
  [1, 2].exists(a, 1 / 0 == a || a == 2)
  [1, 2].all(a, 1 / 0 == a)
  [].all(a, false)
  size('ä𠮷')
  'ä𠮷'.size()
  size(case.decision.kinds)
  case.decision.kinds.size()
  case.party.name.contains('张')
  'abc'.startsWith('ab')
  'abc'.endsWith('ab')
  ' a '.trim()
  'aB'.lowerAscii()
  'aB'.upperAscii()
  'abcabc'.indexOf('c')
  'abcabc'.lastIndexOf('c')
  'abc'.substring(1)
  'abc'.substring(1, 2)
  'abc'.substring(4)
  'abc'.substring(2, 1)
  'a,b'.split(',')
  ['a', 'b'].join()
  ['a', 'b'].join('-')
  int(case.party.age)
  int(1.9)
  int(-1.9)
  double(3)
  string(1)
  string(true)
  string('a')
  int(3)
  double(1.5)
  int(0.0 / 0.0)
  known(case.major)
  known(case.complex)
  known(case.service.date)
  known(1 / 0)
  known(unclear())
  ifKnown(case.major)
  ifKnown(case.complex)
  ifKnown(case.decision.date <= case.service.date)
  surely(case.major)
  surely(case.party.age < 18.0)
  surely(case.filing.date < case.decision.date)
  ifKnown(case.complex && case.major)
  surely(case.major || case.complex)
  ifKnown(1 / 0 == 1)
  first(case.cause, '-')
  first(case.kind, '-')
  first(case.service.date, case.decision.date)
  first(case.cause, case.name)
  first(case.major, case.complex)
  first(case.decision.date, asOf)
  first(case.cause + 'x', case.name, 'y')
  first(first(case.cause, case.name), 'z')
  first(case.filing.date > case.decision.date, false)
  first(1 / 0, 1)
  missing(case.cause)
  missing(case.kind)
  missing(case.name)
  missing(case.service.date)
  missing(case.cause, case.name)
  missing(case.cause, case.service.date)
  missing(case.name, case.kind)
  case.officers.exists(o, missing(o.name))
  case.officers.map(o, known(o.name))
  workingDays(case.decision.date, asOf)
  workingDays(case.filing.date, asOf)
  calendarDays(case.decision.date, asOf)
  calendarDays(case.service.date, case.notice.date)
  addWorkingDays(case.decision.date, 7)
  addWorkingDays(case.decision.date, case.party.age)
  addDays(asOf, -3)
  addDays(asOf, 1.5)
  addDays(asOf, 9999999)
  deadline(case.decision.date, 3)
  deadline(case.decision.date, 2.0)
  addMonths(asOf, 2)
  addYears(date('2024-02-29'), 1)
  addYears(case.filing.date, 1)
  workingDays(asOf, date('2031-01-05'))
  date('2023-13-01')
  year(case.filing.date)
  max(yuan(1), yuan(2))
  re(case.party.name, '张|李')
  re(case.cause, 'x')
  re('abc', '(a')
  samePerson(case.party.name, '张某')
  sameCode('00a1', 'A1')
  creditCodeState('x')
  residentIdState('x')
  numberYear(case.number)
  numberYear('x')
  numberProblems(case.number)
  numberProblems('某市监罚字[2023]第012号')
  known(case.officers[5].name)
  surely(case.officers[0].name == '周某')
`
  .trim()
  .split(/\n\s*/);

describe("closures agree with the engine's own evaluation", () => {
  it.each([...pairs, ...others])("%s", (source) => {
    const { ending, reads } = byClosures(source);
    const wanted = oracle.on(file, source, { asOf });
    expect(ending).toEqual(wanted.ending);
    expect(reads).toEqual(wanted.reads);
  });
});

describe("what closures do not know is refused when a rule is loaded", () => {
  it.each([
    ["cel.bind(x, 1, x + 1)", 0],
    ["size({'a': 1})", 0],
    ["{'a': 1}['a'] == 1", 0],
    ["1u + 1u", 0],
    ["size(b'x')", 0],
    ["type(1)", 0],
    ["duration('1s') == duration('1s')", 0],
    ["true && known(case.decision)", 14],
    ["case['kind']", 0],
    ["[1].all(a, [1].all(b, [1].all(c, [1].all(d, true))))", 33],
    ["[1].exists(a, [1].where(b, [1].where(c, [1].exists(d, true)).size() > 0).size() > 0)", 40],
  ])("%s", (source, offset) => {
    const message = expect.stringMatching(/cannot be used in rules|loops in each other/) as string;
    expect(() => compileExpression(language, source)).toThrow(
      expect.objectContaining({ offset, message }) as Error,
    );
  });
});
