import type { CaseValues } from "../../model/case-file.js";
import { textIn, type TableRow } from "../ledger-row.js";
import { ItemIndex, itemWordsOf } from "./item-index.js";
import { isForAgency, titlesOf, wordsOf, type Joined, type ListRow } from "./list-row.js";

/** 不予处罚清单、首违不罚清单: which acts an agency does not punish, under which conditions. */
export class NoPenaltyList {
  readonly #items: ItemIndex<ListRow>;

  constructor(rows: readonly TableRow[]) {
    const entries = rows.filter(isNoPenalty).map((row) => ({ row }));
    this.#items = new ItemIndex(entries, "lenient.code", ["lenient.violation"]);
  }

  /** Undefined where the list does not name the act in the case's own words. */
  join(values: CaseValues): Joined | undefined {
    const { agency } = values.decision ?? {};
    const entry = this.#items
      .find(itemWordsOf(values))
      ?.find(({ row }) => isForAgency(row, agency));
    if (!entry) return undefined;
    const { row } = entry;
    const conditions = textIn(row, "lenient.conditions");
    const first = /首违|首次|初次/.test(`${titlesOf(row).join()}${wordsOf(row, "lenient")}`);
    return {
      values: {
        noPenaltyList: { found: true, first, ...(conditions !== undefined && { conditions }) },
      },
      row,
    };
  }
}

/** Lists of lighter and mitigated penalties look the same and mean something else. */
const isNoPenalty = (row: TableRow): boolean => {
  const result = textIn(row, "lenient.result");
  const said = result ?? titlesOf(row).join();
  return /不予|不罚|免罚|免予|首违/.test(said) && !/^(减轻|从轻)/.test(result ?? "");
};
