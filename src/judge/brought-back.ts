import type { CaseFile, Cases } from "../model/origin.js";

/** Findings, questions and names of one group of cases ask for the same few cases in turn. */
const mostKept = 1_000;

/** Brings cases back by their places, the last of them without putting them together again. */
export const bringingBack = (cases: Cases): ((at: number) => CaseFile) => {
  const kept = new Map<number, CaseFile>();
  return (at) => {
    const known = kept.get(at);
    if (known) return known;
    const file = cases.at(at);
    if (!file) throw new RangeError(`There is no case at ${at}.`);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= mostKept) kept.delete(oldest);
    kept.set(at, file);
    return file;
  };
};
