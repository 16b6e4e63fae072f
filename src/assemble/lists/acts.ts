import type { CaseValues } from "../../model/case-file.js";

/** An act of enforcement, the words by which lists and recordings call it, and whether a case has it. */
export interface Act {
  id: string;
  /** Any of these in a list's row or a recording's stage means the act. */
  words: RegExp;
  happened: (values: CaseValues) => boolean;
}

const has = (value: unknown): boolean => value !== undefined;

/**
 * Acts that recording lists (音像记录事项清单) name and ledgers show. An act that a ledger cannot show is
 * not here: a row that names no other is reported as not matched.
 */
export const acts: readonly Act[] = [
  {
    id: "留置送达",
    words: /留置/,
    happened: ({ service }) => service?.mode === "retained",
  },
  {
    id: "公告送达",
    words: /公告送达/,
    happened: ({ service }) => service?.mode === "public-notice",
  },
  {
    id: "查封扣押",
    words: /查封|扣押|强制措施/,
    happened: ({ coercion }) =>
      coercion?.taken === true || has(coercion?.from) || has(coercion?.documentNumber),
  },
  {
    id: "听证",
    words: /听证/,
    happened: ({ hearing }) => hearing?.held === true || has(hearing?.date),
  },
  {
    id: "先行登记保存",
    words: /登记保存/,
    happened: ({ preservation }) => has(preservation?.date) || has(preservation?.documentNumber),
  },
  {
    id: "抽样取证",
    words: /抽样|采样/,
    happened: ({ sampling }) => has(sampling?.takenOn),
  },
  {
    id: "现场检查",
    words: /现场检查|现场勘验|现场勘察|现场执法|日常检查|实地核查/,
    happened: ({ inspection }) => has(inspection?.date),
  },
  {
    id: "调查询问",
    words: /询问/,
    happened: ({ inquiry }) => has(inquiry?.date),
  },
];
