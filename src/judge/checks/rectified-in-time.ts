import { textOf, type RegisterRow } from "../../model/registers.js";
import { CivilDate } from "../../values/civil-date.js";
import { registerCheck, type CheckResult } from "./check.js";

const settled = /已(完成|整改|办结|销号|改正)|整改(完毕|到位|完成)|^(是|完成|销号|办结|已改|到位)$/;
const open = /未(完成|整改|办结|销号|改正|到位)|正在|整改中|推进中|进行中|尚未|^(否|未|无)$/;

const partly = /部分|基本|大部/;

const looked = ["case", "problem", "deadline", "state", "doneOn"];

const outcomeOf = (row: RegisterRow, asOf: CivilDate): CheckResult["outcome"] => {
  const deadline = textOf(row, "deadline");
  if (deadline === undefined) return row.unreadable.has("deadline") ? "unknown" : "notApplicable";
  const doneOn = textOf(row, "doneOn");
  const [due, done] = [CivilDate.fromIso(deadline), CivilDate.fromIso(doneOn ?? "")];
  if (!due) return "unknown";
  // Of a month, the last day is the date, and the first the earliest on which it can have been done.
  if (done) return done.last <= due.last ? "pass" : done.first > due.last ? "fail" : "unknown";
  if (asOf.last <= due.last) return "notApplicable";
  const state = textOf(row, "state");
  if (row.unreadable.has("doneOn")) return "unknown";
  if (state !== undefined && open.test(state)) return "fail";
  if (state !== undefined) return settled.test(state) && !partly.test(state) ? "pass" : "unknown";
  return row.columns.has("state") || row.columns.has("doneOn") ? "fail" : "unknown";
};

/** 整改台账: a problem past its date and still open, or settled after it. */
export const rectifiedInTime = registerCheck(
  { problem: "string", deadline: "string", state: "string", about: "string" },
  ({ registers, asOf }) =>
    (registers.get("rectification-ledger") ?? []).flatMap((row): CheckResult[] => {
      const outcome = outcomeOf(row, asOf);
      if (outcome === "notApplicable") return [];
      const of = (field: string) => textOf(row, field) ?? "";
      const about = of("case") || of("name") || of("agency");
      return [
        {
          scope: "batch",
          id: `${about} ${of("problem")} ${of("deadline")}`,
          outcome,
          cases: [],
          looked: [],
          needed: outcome === "unknown" ? ["rectification.state"] : [],
          rows: [{ row, fields: looked }],
          facts: {
            about,
            problem: of("problem"),
            deadline: of("deadline"),
            state: of("doneOn") || of("state"),
          },
        },
      ];
    }),
);
