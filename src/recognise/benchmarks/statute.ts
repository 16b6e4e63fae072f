import type { Result, When } from "../../model/benchmark.js";
import { joinClauses } from "./clauses.js";
import { readFine, readLead, ofLead } from "./fine.js";
import { readMeasureBeside } from "./measures-beside.js";
import { plainWording } from "./plain-wording.js";
import { isUnread } from "./span.js";
import { partBranch, readWhen } from "./when.js";

/** What a provision allows, as far as it was read. */
export interface Statute {
  results: Result[];
  /** False where it speaks of a fine that was not understood. */
  complete: boolean;
}

/** Longer texts are compilations of laws, not one provision. */
const longest = 6000;

/** The branches of a provision that decide between ranges; 违反本法规定 and the like lead every one. */
const DECIDES =
  /逾期|拒不|不改正|不履行|情节|严重|轻微|后果|造成|不足|以上|以下|违法所得|货值|再次|尚不|构成/;
/** 依照第二款的规定处以罚款: the amount stands in another sentence. */
const saysNoAmount = (clause: string): boolean =>
  !/[\d〇零一二三四五六七八九十百千万两半]/.test(
    clause.replaceAll(/第[^，条款项]{1,8}[条款项]|一[般定切律]/g, ""),
  );

/**
 * The penalties that a quoted provision sets. Its prose is passed over; only what has the form of a penalty is taken, and
 * a fine that is not understood makes the whole incomplete.
 */
export const readStatute = (text: string): Statute => {
  if (text.length > longest) return { results: [], complete: false };
  const results: Result[] = [];
  let complete = true;
  const sentences = text.split(/\n/).flatMap((line) => plainWording(line).split(/[；。：]/));
  for (const sentence of sentences) {
    const { branch, clauses } = partBranch(joinClauses(sentence.split("，")));
    const deciding = branch.filter((words) => DECIDES.test(words)).join("，");
    const when = deciding === "" ? null : readWhen(deciding);
    for (const clause of clauses) {
      const read = readClause(clause);
      if (read === undefined) complete &&= !clause.includes("罚款") || saysNoAmount(clause);
      else results.push(...read.map((one) => ({ ...one, when })));
    }
  }
  return { results: distinct(results), complete };
};

const readClause = (clause: string): Result[] | undefined => {
  const lead = readLead(clause);
  const fine = readFine(lead, true);
  if (fine) return isUnread(fine) ? undefined : fine.results;
  const beside = readMeasureBeside(lead.rest);
  if (!beside || isUnread(beside)) return undefined;
  return beside
    .filter(({ kind }) => kind !== "order" && kind !== "other")
    .map((one) => ({ ...one, ...ofLead(lead) }));
};

const distinct = (results: readonly Result[]): Result[] => [
  ...new Map(results.map((one) => [JSON.stringify(one), one])).values(),
];

/** What a provision begins with that sets it apart: a branch, or whom it is about. */
export interface ProvisionHead {
  when?: When;
  about?: Pick<Result, "subject" | "subjectText">;
}

/** 逾期不改正的，处…; 对直接负责的主管人员，处…. Undefined where neither leads the provision. */
export const headOfProvision = (text: string): ProvisionHead | undefined => {
  const [first = ""] = plainWording(text).split(/[；。：]/);
  const { branch, clauses } = partBranch(joinClauses(first.split("，")));
  if (branch.length > 0) return { when: readWhen(branch.join("，")) };
  const { subject, subjectText } = readLead(clauses[0] ?? "");
  return subject === null || subjectText === undefined
    ? undefined
    : { about: { subject, subjectText } };
};
