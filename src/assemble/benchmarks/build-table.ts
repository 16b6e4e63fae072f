import { parseDate } from "../../values/parse-date.js";
import { parseInclusion } from "../../values/penalty-range.js";
import { textKey } from "../../values/text-key.js";
import type { BenchmarkTable, UnparsedCell } from "../../model/benchmark.js";
import { ItemBuilder } from "./build-item.js";
import type { TableCells, TierRow } from "./table-cells.js";

export interface BuiltTable {
  table: BenchmarkTable;
  unparsed: UnparsedCell[];
}

/** One recognised benchmark table as a model, with every tier cell that was not read with certainty. */
export const buildTable = (cells: TableCells): BuiltTable => {
  const unparsed: UnparsedCell[] = [];
  const items: ItemBuilder[] = [];
  let above: ItemKey | undefined;
  for (const row of cells.rows()) {
    const own = keyOf(row);
    const key = own ?? (cells.hasMerges ? undefined : above);
    const standard = row.text("tier.standard");
    if (!key) {
      if (standard !== "") unparsed.push(unplaced(row, standard));
      continue;
    }
    let item = items.at(-1);
    if (!item || !above || !goesOn(above, key, item.hasLevel(row.text("tier.level")))) {
      item = new ItemBuilder(key.code, key.violation, row.source(key.field));
      items.push(item);
    }
    item.take(row, { carried: own === undefined });
    above = key;
  }
  const built = items.map((item) => item.finish());
  return {
    table: { ...aboutTable(cells), items: built.map(({ item }) => item) },
    unparsed: [...unparsed, ...built.flatMap((one) => one.unparsed)],
  };
};

interface ItemKey {
  key: string;
  sequence: string;
  code: string | null;
  violation: string;
  /** Where the item's name stands. */
  field: string;
}

/** What tells an item from others; undefined where the row names none. */
const keyOf = (row: TierRow): ItemKey | undefined => {
  const violation = [row.text("tier.violation"), row.text("tier.subitem")]
    .filter((text) => text !== "")
    .join("：");
  const sequence = row.text("row.sequence").replace(/\.0$/, "");
  const ownCode = row.text("tier.itemCode");
  if (violation === "" && ownCode === "") return undefined;
  // 2-1 and §2.38 name an item, a running number of rows does not.
  const numbered = /^\d*$/.test(sequence) ? null : sequence;
  const code = ownCode === "" ? numbered : ownCode;
  return {
    key: textKey([code ?? "", violation].join("\n")),
    sequence,
    code,
    violation: violation === "" ? ownCode : violation,
    field: row.text("tier.violation") === "" ? "tier.itemCode" : "tier.violation",
  };
};

/** Rows of one act are one item, numbered together or one by one, until a level comes a second time. */
const goesOn = (above: ItemKey, key: ItemKey, levelAgain: boolean): boolean =>
  above.key === key.key && (above.sequence === key.sequence || !levelAgain);

const unplaced = (row: TierRow, text: string): UnparsedCell => ({
  ...row.source("tier.standard"),
  text,
  reason: "no-item",
  at: "",
});

/** `本基准自2023年8月1日起施行`. */
const IN_FORCE = /自([^，。；]{6,14}?)起(?:施行|执行|实施)/;
const UNTIL = /(?:有效期至|施行至|有效期[^，。；]{0,8}至)([^，。；]{6,14}日)/;
const ISSUED_BY = /(?:发布|制定|印发|发文)(?:机关|单位|机构)[:：]\s*([^\s，。；;]{3,40})/;

const dayIn = (texts: readonly string[], form: RegExp): string | null => {
  const days = texts.flatMap((text) => parseDate(form.exec(text)?.[1] ?? "") ?? []);
  return days[0]?.iso ?? null;
};

const aboutTable = (cells: TableCells): Omit<BenchmarkTable, "items"> => {
  const texts = cells.besides();
  const inclusion = parseInclusion(texts.join("\n"));
  const [first] = cells.rows();
  const column = (field: string): string => first?.text(field) ?? "";
  const issuer =
    column("tier.issuer") || texts.flatMap((text) => ISSUED_BY.exec(text)?.[1] ?? [])[0];
  const { title, sheet } = cells.table;
  return {
    name: title?.replace(/\s+/g, " ") ?? sheet,
    issuer: issuer ?? null,
    region: null,
    from: parseDate(column("tier.effectiveFrom"))?.iso ?? dayIn(texts, IN_FORCE),
    to: parseDate(column("tier.effectiveTo"))?.iso ?? dayIn(texts, UNTIL),
    lowerIncluded: inclusion.minimumIncluded ?? true,
    upperIncluded: inclusion.maximumIncluded ?? true,
  };
};
