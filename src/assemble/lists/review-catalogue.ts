import { parseAmount } from "../../values/parse-amount.js";
import type { CaseValues } from "../../model/case-file.js";
import { textIn, type TableRow } from "../ledger-row.js";
import { isForAgency, type Joined } from "./list-row.js";

type Condition = (values: CaseValues) => boolean;

const atLeast =
  /([\d.,一二三四五六七八九十百千万两]+(?:万元|元))(?:[（(][^）)]{0,12}[）)])?(?:及)?以上/;
/** Amounts of other things than the fine: 没收违法所得十万元以上. */
const notTheFine = /没收|违法所得|货值|价值|涉案/;

/** 对公民处以五千元以上罚款: from which fine on, and for whom. `whole` says that it is about fines. */
const fineCondition = (clause: string, whole: string): Condition | undefined => {
  if (!/罚款/.test(whole) || notTheFine.test(clause)) return undefined;
  const amount = parseAmount(atLeast.exec(clause)?.[1] ?? "", "yuan");
  if (!amount || amount.approximate) return undefined;
  const citizen = /公民|自然人|个人/.test(clause);
  const organisation = /法人|组织|单位|企业/.test(clause);
  if (citizen && organisation) return undefined;
  return ({ decision, party }) => {
    if ((decision?.fine ?? 0) < amount.fen) return false;
    if (citizen === organisation) return true;
    return party?.kind === (citizen ? "citizen" : "organisation");
  };
};

const kinds: readonly [RegExp, readonly string[]][] = [
  [/吊销/, ["revoke-licence"]],
  [/暂扣/, ["suspend-licence"]],
  [/降低资质/, ["downgrade"]],
  [/停产停业|停业整顿/, ["suspend-business"]],
  [/责令关闭/, ["close"]],
  [/限制从业|禁止从业/, ["ban-from-trade"]],
  [/限制开展/, ["restrict-activity"]],
];

const kindCondition = (clause: string): Condition | undefined => {
  const listed = kinds.filter(([words]) => words.test(clause)).flatMap(([, values]) => values);
  if (listed.length === 0) return undefined;
  return ({ decision }) => decision?.kinds?.some((kind) => listed.includes(kind)) ?? false;
};

const otherCondition = (clause: string): Condition | undefined => {
  if (/听证/.test(clause))
    return ({ hearing }) => hearing?.held === true || hearing?.date !== undefined;
  if (/重大|疑难|复杂/.test(clause) && /案件|情节|违法/.test(clause)) {
    return ({ major, complex }) => major === true || complex === true;
  }
  return undefined;
};

interface Entry {
  row: TableRow;
  text: string;
  conditions: readonly Condition[];
}

const entryOf = (row: TableRow): Entry => {
  const text = textIn(row, "toReview.item") ?? "";
  const conditions = text
    .split(/[。；;\n]|[、，,](?=对|单位|法人|组织|企业|个人|公民|自然人)/)
    .flatMap(
      (clause) =>
        fineCondition(clause, text) ?? kindCondition(clause) ?? otherCondition(clause) ?? [],
    );
  return { row, text, conditions };
};

/** 重大执法决定法制审核目录清单: which decisions of an agency need a legal review. */
export class ReviewCatalogue {
  readonly #entries: readonly Entry[];
  /** Rows of which it cannot be told from a ledger what they cover. */
  readonly unmatched: readonly TableRow[];

  constructor(rows: readonly TableRow[]) {
    const penalties = rows.filter((row) => /处罚|^$/.test(textIn(row, "toReview.kind") ?? ""));
    this.#entries = penalties.map(entryOf);
    this.unmatched = this.#entries
      .filter(({ conditions }) => conditions.length === 0)
      .map(({ row }) => row);
  }

  /** The entry that names the case; undefined where none certainly does. */
  join(values: CaseValues): Joined | undefined {
    if (values.kind !== "penalty") return undefined;
    const entry = this.#entries.find(
      ({ row, conditions }) =>
        isForAgency(row, values.decision?.agency) && conditions.some((holds) => holds(values)),
    );
    return entry && { values: { reviewDuty: { found: true, entry: entry.text } }, row: entry.row };
  }
}
