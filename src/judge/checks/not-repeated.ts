import { keyHash } from "../../values/key-hash.js";
import { nameKey } from "../../values/names.js";
import { textKey } from "../../values/text-key.js";
import type { CaseFile } from "../../model/origin.js";
import { textOf, type RegisterRow } from "../../model/registers.js";
import type { Check, CheckInput, CheckResult, Tally } from "./check.js";
import { KeyGroups } from "./key-groups.js";
import { bringBackByKey, passed, placesOf, type Taken } from "./taken.js";

/** Visits that the yearly cap leaves out: ordered from above, after a complaint, or at the enterprise's wish. */
const notCounted = /上级|部署|统一|投诉|举报|交办|转办|移送|申请|复查|核查|数据|预警/;

const inspected = ({ values }: CaseFile): string | undefined =>
  values.inspection?.object ?? values.party?.name;

const isCounted = ({ values: { inspection, remarks } }: CaseFile): boolean =>
  !notCounted.test(
    `${inspection?.form ?? ""}${inspection?.name ?? ""}${inspection?.plan ?? ""}${remarks ?? ""}`,
  );

const keyOf = (file: CaseFile): string | undefined => {
  const { inspection, decision } = file.values;
  const object = inspected(file);
  const year = inspection?.date?.slice(0, 4);
  if (!object || !year || /[*×]|某/.test(object)) return undefined;
  const matter = textKey(inspection?.item ?? "");
  return `${nameKey(object)}\u0000${textKey(decision?.agency ?? "")}\u0000${matter}\u0000${year}`;
};

/** A list that names its agency is nobody else's. */
const isOf = (row: RegisterRow, agency: string): boolean => {
  const named = textKey(textOf(row, "agency") ?? "");
  return named === "" || named.includes(agency) || (agency !== "" && agency.includes(named));
};

/** 每年不超过2次 in the agency's list of random inspections; 2次/年 is how often lots are drawn, no cap. */
const capInList = (
  rows: readonly RegisterRow[],
  matter: string,
  agency: string,
): number | undefined => {
  const row = rows.find(
    (one) => matter !== "" && textKey(textOf(one, "name") ?? "") === matter && isOf(one, agency),
  );
  const frequency = textKey((row && textOf(row, "frequency")) ?? "");
  const [, before, behind] =
    /(?:不超过|不得超过|不多于|最多|至多|上限)[^\d]{0,4}(\d{1,2})次|(\d{1,2})次(?:以内|以下|为限)/.exec(
      frequency,
    ) ?? [];
  const times = before ?? behind;
  return times === undefined || !/年/.test(frequency) ? undefined : Number(times);
};

const judgeGroup = (
  group: readonly Taken[],
  { registers, parameter }: CheckInput,
): CheckResult[] => {
  // One visit may stand in two ledgers.
  const days = new Set(group.map(({ file }) => file.values.inspection?.date));
  const [any] = group.map(({ file }) => file);
  if (days.size < 2 || !any) return [];
  const matter = any.values.inspection?.item ?? "";
  const { value: set, basis } = parameter("cap", { file: any });
  const listed = capInList(
    registers.get("random-inspection-list") ?? [],
    textKey(matter),
    textKey(any.values.decision?.agency ?? ""),
  );
  const cap = listed ?? set;
  if (cap !== undefined && days.size <= Number(cap)) return [passed];
  const object = inspected(any) ?? "";
  return [
    {
      scope: "batch",
      id: `${object} ${matter} ${any.values.inspection?.date?.slice(0, 4) ?? ""}`,
      outcome: cap === undefined ? "unknown" : "fail",
      cases: placesOf(group),
      limits: listed === undefined ? [basis] : [],
      needed: cap === undefined ? ["param:inspection/not-repeated.cap"] : [],
      looked: ["inspection.object", "inspection.item", "inspection.date", "inspection.form"],
      facts: { object, matter, times: BigInt(days.size), most: BigInt(Number(cap ?? 0)) },
    },
  ];
};

class NotRepeated implements Tally<Float64Array> {
  readonly #visits = new KeyGroups();

  constructor(readonly input: CheckInput) {}

  take(file: CaseFile, at: number): void {
    const key = isCounted(file) ? keyOf(file) : undefined;
    if (key !== undefined) this.#visits.add(keyHash(key), at);
  }

  notes(): Float64Array {
    return this.#visits.notes();
  }

  join(notes: Float64Array): void {
    this.#visits.join(notes);
  }

  *results(): Generator<CheckResult> {
    for (const { places } of this.#visits.groups(2)) {
      for (const group of bringBackByKey(places, this.input.caseAt, keyOf)) {
        yield* judgeGroup(group, this.input);
      }
    }
  }
}

/** One enterprise inspected on one matter more often in a year than the cap, by one agency. */
export const notRepeated: Check = {
  facts: { object: "string", matter: "string", times: "int", most: "int" },
  begin: (input) => new NotRepeated(input),
};
