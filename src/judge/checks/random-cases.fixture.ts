import fc from "fast-check";
import type { CaseFile } from "../../model/origin.js";
import type { CaseValues } from "../../model/case-file.js";

const some = <T>(...values: T[]): fc.Arbitrary<T | undefined> =>
  fc.constantFrom(undefined, ...values, ...values, ...values);

/** With and without codes: a name of one code, one of two, namesakes, a masked name, nothing at all. */
const party: fc.Arbitrary<NonNullable<CaseValues["party"]>> = fc.constantFrom(
  { name: "甲食品有限公司", kind: "organisation", creditCode: "91110000600037341L" },
  { name: "甲食品有限公司", kind: "organisation" },
  { name: "乙百货有限公司", kind: "organisation" },
  { name: "乙百货有限公司", kind: "organisation", creditCode: "91350100M000100Y43" },
  { name: "甲食品有限公司", kind: "organisation", creditCode: "91350100M000100Y43" },
  { name: "张三", kind: "citizen" },
  { name: "张三", kind: "citizen", idNumber: "11010519491231002X" },
  { name: "王某" },
  {},
);

const day = fc
  .tuple(fc.constantFrom(1, 1, 1, 2), fc.integer({ min: 1, max: 9 }))
  .map(([month, n]) => `2024-0${month}-0${n}`);
const dayOrMonth = fc.oneof({ weight: 20, arbitrary: day }, fc.constant("2024-01"));
const item = some({ code: "A01" }, { code: "A02", name: "售假" }, { name: "其他违法行为" });

const opinions = [
  "事实清楚，证据确凿，定性准确，同意处罚意见",
  "程序合法，文书规范，建议按拟定意见处罚",
];

const values: fc.Arbitrary<CaseValues> = fc
  .record({
    parties: fc.array(party, { maxLength: 3 }),
    party,
    item,
    decision: fc.record({
      number: some(...[1, 2, 3, 4, 5, 6, 7, 9].map((n) => `甲市监罚〔2024〕${n}号`), "无号"),
      date: fc.option(dayOrMonth, { nil: undefined, freq: 8 }),
      fine: some(100_00, 200_00, 100_00, 90_000_00),
      agency: some("甲局", "甲局", "甲局", "乙局"),
    }),
    benchmark: fc.record({ tier: some("较轻") }),
    violation: fc.record({
      date: fc.option(dayOrMonth, { nil: undefined, freq: 6 }),
      endDate: some("2024-01-05"),
      place: some("甲路1号", "甲路1号", "乙路2号"),
    }),
    legalReview: fc.record({
      opinion: some(...opinions),
      reviewers: fc.constantFrom([], [{ name: "李四" }]),
    }),
    officers: fc.constantFrom([], [{ name: "赵五", certificate: "13050001" }]),
    inspection: fc.record({
      object: some("甲食品有限公司"),
      item: some("食品安全"),
      date: fc.option(day, { nil: undefined }),
      form: some("投诉举报核查", "日常检查", "日常检查"),
      from: some("09:00", "09:30"),
      to: some("10:00", "11:00"),
      place: some("甲路1号", "乙县丙镇丁村"),
    }),
  })
  .map((all) => JSON.parse(JSON.stringify(all)) as CaseValues);

/** One agency's usual cases: nearly all within three days, with few fines. */
const usual = (kind?: "organisation"): fc.Arbitrary<CaseValues> =>
  fc
    .record({
      values,
      date: fc.constantFrom("2024-01-02", "2024-01-03", "2024-01-04"),
      rare: fc.constantFrom("2024-03-31", undefined, undefined, undefined, undefined, undefined),
      fine: fc.constantFrom(100_00, 100_00, 110_00, 120_00, 900_00),
    })
    .map(({ values: written, date, rare, fine }) => ({
      ...written,
      party: { name: "甲食品有限公司", ...(kind && { kind }) },
      item: { code: "A01" },
      benchmark: { tier: "较轻" },
      decision: { ...written.decision, agency: "甲局", date: rare ?? date, fine },
    }));

const origin = { name: "o", file: "o", speaksOf: () => true, source: () => undefined };

const differing = fc.subarray(["party.name", "decision.fine", "violation.date"]);

const written: fc.Arbitrary<CaseValues[]> = fc.oneof(
  fc.array(values, { maxLength: 12 }),
  fc.array(values, { minLength: 20, maxLength: 40 }),
  fc.array(usual("organisation"), { minLength: 20, maxLength: 40 }),
  fc.array(usual(), { minLength: 20, maxLength: 40 }),
);

const fileOf = (
  given: CaseValues,
  i: number,
  [contradicted, unreadable, twice]: readonly [string[], string[], boolean],
): CaseFile => ({
  ...{ id: `案${String(i).padStart(3, "0")}`, numbers: [], values: given },
  origins: twice ? [origin, origin] : [origin],
  exceptions: new Map(unreadable.map((path) => [path, "unreadable"])),
  contradicted: new Set(twice ? contradicted : []),
});

/** Some cases of which many share what checks group by, sorted by id. */
export const randomCases: fc.Arbitrary<CaseFile[]> = written.chain((all) =>
  fc
    .tuple(...all.map(() => fc.tuple(differing, differing, fc.boolean())))
    .map((known) => known.map((one, i) => fileOf(all[i] ?? {}, i, one))),
);
