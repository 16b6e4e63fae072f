import { groupBy } from "../../values/group-by.js";
import { nameKey } from "../../values/names.js";
import { textKey } from "../../values/text-key.js";
import type { CaseFile } from "../../model/origin.js";
import { textOf, type RegisterRow } from "../../model/registers.js";
import type { Check, CheckInput, CheckResult } from "./check.js";

/** Visits that the yearly cap leaves out: ordered from above, after a complaint, or at the enterprise's wish. */
const notCounted = /上级|部署|统一|投诉|举报|交办|转办|移送|申请|复查|核查|数据|预警/;

const inspected = ({ values }: CaseFile): string | undefined =>
  values.inspection?.object ?? values.party?.name;

const key = (file: CaseFile): string | undefined => {
  const { inspection, decision } = file.values;
  const object = inspected(file);
  const year = inspection?.date?.slice(0, 4);
  if (!object || !year || /[*×]|某/.test(object)) return undefined;
  const matter = textKey(inspection?.item ?? "");
  return `${nameKey(object)}\u0000${textKey(decision?.agency ?? "")}\u0000${matter}\u0000${year}`;
};

/** 每年不超过2次, 1次/年 in the list of random inspections. */
const capInList = (rows: readonly RegisterRow[], matter: string): number | undefined => {
  const row = rows.find((one) => matter !== "" && textKey(textOf(one, "name") ?? "") === matter);
  const frequency = row && textKey(textOf(row, "frequency") ?? "");
  const times = /(?:每年|年度)[^\d]{0,6}(\d{1,2})次|(\d{1,2})次[/／每]年/.exec(frequency ?? "");
  return times ? Number(times[1] ?? times[2]) : undefined;
};

const judgeGroup = (
  group: readonly CaseFile[],
  { registers, parameter }: CheckInput,
): CheckResult[] => {
  const counted = group.filter(
    ({ values }) =>
      !notCounted.test(
        `${values.inspection?.form ?? ""}${values.inspection?.name ?? ""}${values.inspection?.plan ?? ""}${values.remarks ?? ""}`,
      ),
  );
  // One visit may stand in two ledgers.
  const days = new Set(counted.map(({ values }) => values.inspection?.date));
  if (days.size < 2) return [];
  const [any] = counted;
  const matter = any?.values.inspection?.item ?? "";
  const { value: set, basis } = parameter("cap", { file: any });
  const listed = capInList(registers.get("random-inspection-list") ?? [], textKey(matter));
  const cap = listed ?? set;
  const object = (any && inspected(any)) ?? "";
  return [
    {
      scope: "batch",
      id: `${object} ${matter} ${any?.values.inspection?.date?.slice(0, 4) ?? ""}`,
      outcome: cap === undefined ? "unknown" : days.size > Number(cap) ? "fail" : "pass",
      cases: counted,
      limits: listed === undefined ? [basis] : [],
      needed: cap === undefined ? ["param:inspection/not-repeated.cap"] : [],
      looked: ["inspection.object", "inspection.item", "inspection.date", "inspection.form"],
      facts: { object, matter, times: BigInt(days.size), most: BigInt(Number(cap ?? 0)) },
    },
  ];
};

/** One enterprise inspected on one matter more often in a year than the cap, by one agency. */
export const notRepeated: Check = {
  facts: { object: "string", matter: "string", times: "int", most: "int" },
  run: (input) =>
    [...groupBy(input.cases, key).values()].flatMap((group) => judgeGroup(group, input)),
};
