import { documentNumberKey, parseDocumentNumber } from "../../values/document-number.js";
import { CivilDate } from "../../values/civil-date.js";
import { sameName } from "../../values/same-said.js";
import type { CaseFile } from "../../model/origin.js";
import { keyHash } from "../../values/key-hash.js";
import type { Check, CheckInput, CheckResult, Tally } from "./check.js";
import { FigureRows } from "./figure-rows.js";
import { KeyGroups } from "./key-groups.js";
import { bringBackByKey, passed, placesOf, type Taken } from "./taken.js";

const looked = ["decision.number", "decision.date", "party.name"];

const numberKey = ({ values }: CaseFile): string | undefined => {
  const number = values.decision?.number;
  return number && parseDocumentNumber(number) ? documentNumberKey(number) : undefined;
};

/** The day of issue in one ledger and that of the decision in another are seldom farther apart. */
const mostDaysApart = 7;

/** One party, and days so close that they may be two days of one decision. */
const mayBeOne = (group: readonly Taken[]): boolean => {
  const names = group.map(({ file }) => file.values.party?.name ?? "");
  const days = group.map(({ file }) => CivilDate.fromIso(file.values.decision?.date ?? ""));
  const known = days.flatMap((day) => (day?.precision === "day" ? day.first : []));
  return (
    names.every((name) => name !== "" && sameName(name, names[0] ?? "")) &&
    known.length === group.length &&
    Math.max(...known) - Math.min(...known) <= mostDaysApart
  );
};

const judgeGroup = (group: readonly Taken[]): CheckResult => {
  if (group.length < 2) return passed;
  const number = group[0]?.file.values.decision?.number ?? "";
  const ids = group.map(({ file }) => file.id);
  return {
    ...{ scope: "batch", id: number, cases: placesOf(group), looked },
    outcome: mayBeOne(group) ? "unknown" : "fail",
    facts: { number, decisions: BigInt(group.length), ids },
  };
};

/** A decision without a legible number may share one with another. */
const withoutNumber = ({ id }: CaseFile, at: number): CheckResult => ({
  ...{ scope: "case", id, outcome: "unknown" },
  ...{ cases: [at], facts: {}, looked },
});

interface Notes {
  numbered: Float64Array;
  /** Places of the cases without a legible number. */
  others: Float64Array;
}

class NumberUnique implements Tally<Notes> {
  readonly #numbered = new KeyGroups();
  readonly #others = new FigureRows(1);

  constructor(readonly input: CheckInput) {}

  take(file: CaseFile, at: number): void {
    const key = numberKey(file);
    if (key === undefined) this.#others.add(at);
    else this.#numbered.add(keyHash(key), at);
  }

  notes(): Notes {
    return { numbered: this.#numbered.notes(), others: this.#others.notes() };
  }

  join(notes: Notes): void {
    this.#numbered.join(notes.numbered);
    this.#others.join(notes.others);
  }

  *results(): Generator<CheckResult> {
    const { caseAt } = this.input;
    for (const { places } of this.#numbered.groups(1)) {
      if (places.length === 1) yield passed;
      else yield* bringBackByKey(places, caseAt, numberKey).map(judgeGroup);
    }
    for (const at of this.#others.column(0)) yield withoutNumber(caseAt(at), at);
  }
}

/**
 * One decision document number, one decision. Rows of several parties of one decision are one case
 * already when they arrive here, so two cases with one number are two decisions.
 */
export const numberUnique: Check = {
  facts: { number: "string", decisions: "int", ids: "list<string>" },
  begin: (input) => new NumberUnique(input),
};
