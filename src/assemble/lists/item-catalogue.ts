import { textKey } from "../../values/text-key.js";
import type { CaseValues } from "../../model/case-file.js";
import { textIn, type TableRow } from "../ledger-row.js";
import { ItemIndex, itemWordsOf } from "./item-index.js";
import { holdsOn, isListOf, type Joined, type ListRow } from "./list-row.js";

/** A name that says where the agency is: 甲市乙区城市管理局; 市场监督管理部门 may be any. */
const isFullName = (agency: string): boolean =>
  /[省市区县旗州盟镇乡].*(局|委员会|委|厅|办公室|办事处|政府|大队|支队|总队|中心|队|院|署|处)$/.test(
    agency,
  );

/** Whether the agency is the one that the catalogue names; undefined where the catalogue names a kind of agency. */
const isNamed = (agency: string, named: string): boolean | undefined => {
  const names = named
    .split(/[、,，;；/\n]/)
    .map(textKey)
    .filter(Boolean);
  const own = textKey(agency);
  if (names.some((name) => own === name || own.startsWith(name))) return true;
  return names.every(isFullName) && isFullName(own) ? false : undefined;
};

/** 行政执法事项清单、权责清单: which items an agency may enforce. */
export class ItemCatalogue {
  readonly #items: ItemIndex<ListRow>;

  constructor(rows: readonly TableRow[]) {
    const entries = rows.map((row) => ({ row }));
    this.#items = new ItemIndex(entries, "itemList.code", ["itemList.name", "itemList.subitem"]);
  }

  /** Undefined where the folder has no catalogue, or none that can say anything of the case's item. */
  join(values: CaseValues): Joined | undefined {
    const { agency, date } = values.decision ?? {};
    const found = this.#items
      .find(itemWordsOf(values))
      ?.filter(({ row }) => holdsOn(row, "itemList", date));
    if (!found) return undefined;
    const [first] = found;
    if (!first) return this.#lacking(agency);
    const { row } = found.find((entry) => agency && this.#agencyMatches(entry, agency)) ?? first;
    const matches = agency === undefined ? undefined : this.#agencyMatches({ row }, agency);
    const [name, named] = [textIn(row, "itemList.name"), textIn(row, "itemList.agency")];
    return {
      values: {
        catalogue: {
          found: true,
          ...(name !== undefined && { name }),
          ...(named !== undefined && { agency: named }),
          ...(matches !== undefined && { agencyMatches: matches }),
        },
      },
      row,
    };
  }

  /** Only the agency's own catalogue can lack an item of its. */
  #lacking(agency: string | undefined): Joined | undefined {
    const own = this.#items.entries.find(
      ({ row }) =>
        agency !== undefined &&
        (isListOf(row, agency) ||
          textKey(textIn(row, "itemList.agency") ?? "") === textKey(agency)),
    );
    return own && { values: { catalogue: { found: false } }, row: own.row };
  }

  #agencyMatches({ row }: ListRow, agency: string): boolean | undefined {
    const named = textIn(row, "itemList.agency");
    return named === undefined ? undefined : isNamed(agency, named);
  }
}
