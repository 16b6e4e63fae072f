import { textKey } from "../../values/text-key.js";
import type { CaseValues } from "../../model/case-file.js";
import { textIn, type TableRow } from "../ledger-row.js";
import { ItemIndex, itemWordsOf, type ItemWords } from "./item-index.js";
import { holdsOn, isListOf, type Joined, type ListRow } from "./list-row.js";

const full =
  /^(\p{Script=Han}{1,12}?(?:省|市(?![场政容])|区|县|旗|州|盟|镇|乡))(\p{Script=Han}*?)(局|委员会|委|厅|人民政府|办公室|办事处|大队|支队|总队|中心|队|院|署|处)$/u;

/** Place and business of a full name: 甲市, 城市管理; undefined for 市场监督管理部门 or 县市场监管局. */
const partsOf = (agency: string): { place: string; business: string } | undefined => {
  const [, place, business] = full.exec(agency) ?? [];
  return place === undefined || business === undefined ? undefined : { place, business };
};

/** 卫健 is short for 卫生健康: its characters in their order. */
const isShortFor = (short: string, long: string): boolean => {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
};

/** Teams of integrated enforcement act for many agencies. */
const integrated = /综合(行政)?执法/;

/** Whether the agency is one that the catalogue names; undefined where names are written in other ways. */
const isNamed = (agency: string, named: string): boolean | undefined => {
  const names = named
    .split(/[、,，;；/\n]/)
    .map(textKey)
    .filter(Boolean);
  const own = textKey(agency);
  if (names.some((name) => own === name || own.startsWith(name))) return true;
  const parts = partsOf(own);
  if (!parts || integrated.test(own)) return undefined;
  const differs = (name: string): boolean => {
    const other = partsOf(name);
    if (!other || integrated.test(name) || name.endsWith(own) || own.endsWith(name)) return false;
    const [a, b] = [parts.business, other.business];
    return (
      other.place === parts.place && a !== "" && b !== "" && !isShortFor(a, b) && !isShortFor(b, a)
    );
  };
  return names.every(differs) ? false : undefined;
};

/** A row number of the benchmark table is no code of the catalogue. */
const ownWords = (values: CaseValues): ItemWords => ({
  ...itemWordsOf(values),
  codes: values.item?.code === undefined ? [] : [values.item.code],
});

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
      .find(ownWords(values))
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
