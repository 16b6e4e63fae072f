import { textKey } from "../../values/text-key.js";
import type { CaseValues } from "../../model/case-file.js";
import { textIn, type TableRow } from "../ledger-row.js";
import { ItemIndex, itemWordsOf } from "./item-index.js";
import { holdsOn, titlesOf, type Joined, type ListRow } from "./list-row.js";

/** 乡镇人民政府、街道办事处 and their teams: they enforce what has been granted to them (art. 24). */
const township = /(镇|乡)人民政府|街道办事处|(镇|乡|街道)(综合)?(行政)?执法/;

/** 安和镇 of 甲县安和镇人民政府. */
const placeIn = (agency: string): string =>
  /([^省市区县旗州盟]{1,8}(?:镇|乡|街道))/.exec(textKey(agency))?.[1] ?? textKey(agency);

/** 赋权清单: which items townships were granted, and since when. */
export class TownshipGrants {
  readonly #items: ItemIndex<ListRow>;

  constructor(readonly rows: readonly TableRow[]) {
    const entries = rows.map((row) => ({ row }));
    this.#items = new ItemIndex(entries, "grantList.code", ["grantList.name"]);
  }

  /** Undefined for agencies that are no township. */
  join(values: CaseValues): Joined | undefined {
    const { agency, date } = values.decision ?? {};
    if (agency === undefined || !township.test(agency)) return undefined;
    const isGrantee = { grant: { isGrantee: true } };
    const own = this.#items.find(itemWordsOf(values))?.filter(({ row }) => isFor(row, agency));
    if (!own) return { values: isGrantee, row: undefined };
    const inForce = own.find(({ row }) => holdsOn(row, "grantList", date));
    const entry = inForce ?? own[0];
    if (!entry && !this.rows.some((row) => isFor(row, agency)))
      return { values: isGrantee, row: undefined };
    const of = (field: string) => entry && textIn(entry.row, `grantList.${field}`);
    const [to, from, grantee] = [of("to"), of("from"), of("agency")];
    return {
      values: {
        grant: {
          isGrantee: true,
          found: inForce !== undefined,
          ...(grantee !== undefined && { agency: grantee }),
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
        },
      },
      row: entry?.row,
    };
  }
}

/** A list that names no township is for all of them. */
const isFor = (row: TableRow, agency: string): boolean => {
  const named = textIn(row, "grantList.agency");
  const place = placeIn(agency);
  if (named !== undefined) return /各|全部|所有/.test(named) || textKey(named).includes(place);
  const titles = titlesOf(row);
  return (
    titles.some((title) => title.includes(place)) ||
    !titles.some((title) => /[镇乡]|街道/.test(title.replace(/乡镇/g, "")))
  );
};
