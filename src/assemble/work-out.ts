import type { CaseValues, penaltyKinds } from "../model/case-file.js";

type PenaltyKind = (typeof penaltyKinds)[number];

const noPenaltyWords =
  /不予(行政)?处罚|免[予于](行政)?处罚|免罚|不罚决?字?|不予罚|不予立案|终止调查|[撤销]案/;
const fineInWords = /罚款(金额)?[:：]?(人民币)?[\d一二三四五六七八九壹贰叁肆伍陆柒捌玖]/;
const simpleNumber = /当罚|简罚|罚当|当场/;

/** Kinds that are penalties; an order to correct is none (art. 28), nor is the decision not to punish. */
const isPenalty = (kind: PenaltyKind): boolean => kind !== "order" && kind !== "no-penalty";

/**
 * 不予处罚: whether the decision imposes no penalty. Said by its kinds, its text or its number; a fine
 * or another penalty says the opposite; otherwise nobody knows.
 */
const noPenaltyOf = ({ decision }: CaseValues): boolean | undefined => {
  if (!decision) return undefined;
  const { kinds, content, number, fine } = decision;
  if ((fine ?? 0) > 0 || kinds?.some(isPenalty)) return false;
  if (kinds?.includes("no-penalty")) return true;
  if (noPenaltyWords.test(content ?? "") || noPenaltyWords.test(number ?? "")) return true;
  return fineInWords.test(content ?? "") ? false : undefined;
};

/**
 * The procedure where no column says it: by the decision's number or the ledger's name, else by 立案, which
 * belongs to the ordinary one. A ledger of both kinds leaves it open.
 */
const procedureOf = (values: CaseValues, ledgerName: string): CaseValues["procedure"] => {
  if (values.procedure) return values.procedure;
  if (simpleNumber.test(values.decision?.number ?? "")) return "simple";
  const simple = /简易|当场/.test(ledgerName);
  if (simple && /普通|一般/.test(ledgerName)) return undefined;
  if (simple) return "simple";
  return values.filing?.date ? "ordinary" : undefined;
};

const leniencyWords = [
  [/减轻(?!违法|危害)/, "mitigated"],
  [/从轻/, "lighter"],
  [/从重/, "heavier"],
] as const;

const denied = /(无|没有|不具有|不存在|未发现)[^，。；]*(减轻|从轻|从重)/;

/**
 * 减轻、从轻、从重 where one of them is stated as such; a tier's name (较轻) is not by itself a
 * circumstance, and a text that speaks of two (从轻或者减轻) says neither.
 */
const leniencyOf = ({ benchmark, decision }: CaseValues) => {
  if (benchmark?.leniency) return benchmark.leniency;
  const stated = [benchmark?.factors, decision?.content].filter(Boolean).join("；");
  if (denied.test(stated)) return "none";
  const found = leniencyWords.filter(([words]) => words.test(stated));
  return found.length === 1 ? found[0]?.[1] : undefined;
};

const whereKnown = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);

/** What follows with certainty from the values that the sources give: the groups that it changes, whole. */
export const workOut = (values: CaseValues, ledgerName: string): Partial<CaseValues> => {
  const noPenalty = noPenaltyOf(values);
  const leniency = leniencyOf(values);
  const ground = values.benchmark?.leniencyGround ?? values.benchmark?.factors;
  return {
    ...whereKnown("procedure", procedureOf(values, ledgerName)),
    ...(noPenalty !== undefined && { decision: { ...values.decision, noPenalty } }),
    ...((values.benchmark ?? leniency) && {
      benchmark: {
        ...values.benchmark,
        ...whereKnown("leniency", leniency),
        ...whereKnown("leniencyGround", ground),
      },
    }),
  };
};
