import type { Result, WarningCode } from "../../model/benchmark.js";
import { readBaseFloor, readBound, readFine, readLead, ofLead } from "./fine.js";
import { joinClauses, partsOf } from "./clauses.js";
import { readMeasureBeside } from "./measures-beside.js";
import { plainWording } from "./plain-wording.js";
import { QUANTITY } from "./quantity.js";
import { isUnread, type Unread } from "./span.js";
import { partBranch, readWhen } from "./when.js";

/** What the words of a tier carry, in their order. */
export interface Wording {
  results: Result[];
  warnings: WarningCode[];
}

/** No tier is longer; only whole provisions are. */
const longest = 1200;

/**
 * What a tier carries (处二万元以上五万元以下罚款). Every word must be understood, or the whole is unread, with the
 * words that stopped the reading: a fine of which a condition was passed over would be a wrong one.
 */
export const readWording = (text: string): Wording | Unread => {
  if (text.length > longest) return { reason: "too-long", at: text.slice(0, 20) };
  const plain = plainWording(text);
  if (plain === "") return { reason: "empty", at: "" };
  const { head, formula, runsOn } = partFormula(plain);
  const reader = new WordingReader();
  for (const sentence of sentencesOf(head)) {
    const fault = reader.takeSentence(sentence);
    if (fault) return fault;
  }
  const wording = reader.finish();
  if (wording.results.length === 0) return { reason: "clause-not-understood", at: plain };
  if (formula === undefined) return wording;
  const [last] = wording.results.filter(({ kind }) => kind === "fine").slice(-1);
  if (!last) return { reason: "clause-not-understood", at: formula };
  last.formula = formula;
  return {
    ...wording,
    warnings: [...wording.warnings, ...(runsOn ? ["formula-run-on" as const] : [])],
  };
};

const FORMULA =
  /^([^(]*?罚款)([(：，]?)((?:\(\d\))?[^，]{0,80}?每(?:增加|超|个|次|逾).*(?:增加|递增|加罚|增罚|上浮).*?)\)?$/;

/** 处二十万元以上七十万元以下罚款（每增加1个超标因子增加一万元…）: the range, and how to go about inside it. */
const partFormula = (plain: string): { head: string; formula?: string; runsOn?: boolean } => {
  const [, head, mark, formula] = FORMULA.exec(plain) ?? [];
  return head === undefined || formula === undefined
    ? { head: plain }
    : { head, formula, runsOn: mark === "" };
};

/** 处三万元以上，十万元以下 is one clause. */
const SPLIT_RANGE = new RegExp(`以上，(?=${QUANTITY}以下)`, "g");

const sentencesOf = (plain: string): string[] =>
  plain
    .replaceAll(SPLIT_RANGE, "以上")
    .split(/[；。\n]/)
    .filter((sentence) => sentence !== "");

const APPROVAL = /^(?:并)?(?:报|报请|报经|经)[^，\d]{2,40}(?:批准|同意)$/;

/** Puts the clauses of one wording together. */
class WordingReader {
  readonly #results: Result[] = [];
  readonly #warnings: WarningCode[] = [];

  finish(): Wording {
    return { results: this.#results, warnings: [...new Set(this.#warnings)] };
  }

  takeSentence(sentence: string): Unread | undefined {
    for (const part of partsOf(joinClauses(sentence.split("，")))) {
      const fault = this.#takePart(part, sentence);
      if (fault) return fault;
    }
    return undefined;
  }

  #takePart(part: readonly string[], sentence: string): Unread | undefined {
    const { branch, clauses } = partBranch(part);
    const condition = branch.join("，");
    if (clauses.length === 1 && this.#takeBaseFloor(condition, clauses[0] ?? "")) return undefined;
    if (clauses.length === 0) return { reason: "clause-not-understood", at: sentence };
    const when = condition === "" ? null : readWhen(condition);
    let approval = "";
    for (const clause of clauses) {
      if (APPROVAL.test(clause)) {
        approval = `${clause}，`;
        continue;
      }
      const fault = this.#takeClause(clause, { when, approval });
      if (fault) return fault;
      approval = "";
    }
    return approval === "" ? undefined : { reason: "clause-not-understood", at: approval };
  }

  #takeBaseFloor(condition: string, clause: string): boolean {
    const last = this.#results.at(-1);
    const baseFloor = readBaseFloor(condition, clause);
    if (baseFloor === undefined || (last?.unit !== "times" && last?.unit !== "percent"))
      return false;
    last.baseFloor = baseFloor;
    return true;
  }

  #takeClause(
    clause: string,
    { when, approval }: { when: Result["when"]; approval: string },
  ): Unread | undefined {
    const last = this.#results.at(-1);
    const bound = last?.kind === "fine" ? readBound(clause) : undefined;
    if (last && bound) {
      Object.assign(last, bound);
      return undefined;
    }
    const lead = readLead(clause);
    if (lead.subjectText !== undefined && lead.subject === null) {
      return { reason: "clause-not-understood", at: clause };
    }
    const fine = readFine(lead, false);
    if (fine && !isUnread(fine)) {
      this.#results.push(...fine.results.map((one) => ({ ...one, when })));
      this.#warnings.push(...fine.warnings);
      return undefined;
    }
    const beside = readMeasureBeside(lead.rest);
    if (beside && !isUnread(beside) && beside.length > 0) {
      this.#add(
        beside.map((one) => ({ ...one, ...withLead(one, ofLead(lead)), when })),
        approval,
      );
      return undefined;
    }
    return (
      fine ??
      (beside && isUnread(beside) ? beside : { reason: "clause-not-understood", at: clause })
    );
  }

  /** 限期采取治理措施，消除污染: orders one after the other are one. */
  #add(results: Result[], approval: string): void {
    const last = this.#results.at(-1);
    const [only, ...others] = results;
    const isOneMore =
      only?.kind === "order" && others.length === 0 && last?.kind === "order" && !last.join;
    if (isOneMore && only.join === undefined && sameBranch(last, only) && !only.optional) {
      last.what = `${last.what}，${only.what}`;
      return;
    }
    this.#results.push(
      ...results.map((one) =>
        approval === "" ? one : { ...one, what: approval + (one.what ?? "") },
      ),
    );
  }
}

const sameBranch = (a: Result, b: Result): boolean =>
  a.when?.text === b.when?.text && a.subject === b.subject && a.optional === b.optional;

/** Alternatives keep what makes them so. */
const withLead = (one: Result, lead: Partial<Result>): Partial<Result> =>
  one.join === undefined ? lead : { ...lead, join: one.join };
