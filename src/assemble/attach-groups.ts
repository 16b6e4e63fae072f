import { HashTable } from "../values/hash-table.js";
import { keyHash } from "../values/key-hash.js";
import { attachRows, isFirm, isOfStages, ways } from "./attach-rows.js";
import type { TableRow } from "./ledger-row.js";
import type { Ledger, LedgerRow } from "./ledger.js";
import { groupOf, placesOf, type RowGroup } from "./row-group.js";

/** The rows of each case, and rows of stage ledgers that no case was found for. */
export interface AttachedGroups {
  groups: readonly RowGroup[];
  unlinked: readonly number[];
}

type Asked = "asked" | "given";

/** What a row asks for its case by, or answers by, as hashes. */
const hashesOf = (row: TableRow, which: Asked): number[] =>
  ways.flatMap((way, at) => way[which](row).map((key) => keyHash(`${at} ${key}`)));

/** Several layouts ask by one key. */
const several = -1;

/**
 * Brings groups to the cases that they speak of (`attachRows`), having looked only for keys which one
 * ledger asks by and another answers by: most rows of large ledgers are never compared with each other.
 */
export const attachGroups = (groups: readonly RowGroup[], ledger: Ledger): AttachedGroups => {
  if (ledger.layouts.size < 2) return { groups, unlinked: [] };
  const rowsOf = (group: RowGroup) => placesOf(group).map((place) => ledger.attaching(place));
  const layouts = new Map([...ledger.layouts].map((layout, at) => [layout, at]));
  const layoutOf = ({ index }: LedgerRow) => layouts.get(index.layout) ?? several;

  const asking = groups.filter((group) => asks(rowsOf(group)));
  const asked = new HashTable();
  for (const row of asking.flatMap(rowsOf)) {
    const layout = layoutOf(row);
    for (const hash of hashesOf(row, "asked")) {
      const before = asked.get(hash);
      asked.set(hash, before === undefined || before === layout ? layout : several);
    }
  }

  const answered = new HashTable();
  const near = new Set<RowGroup>();
  for (const group of groups) {
    const rows = rowsOf(group);
    if (!answers(rows)) continue;
    for (const row of rows) {
      const layout = layoutOf(row);
      for (const hash of hashesOf(row, "given")) {
        const asker = asked.get(hash);
        if (asker === undefined || asker === layout) continue;
        answered.set(hash, 1);
        near.add(group);
      }
    }
  }
  for (const group of asking) {
    const isAnswered = rowsOf(group).some((row) =>
      hashesOf(row, "asked").some((hash) => answered.get(hash) !== undefined),
    );
    if (isAnswered) near.add(group);
  }

  const attached = attachRows([...near].map((group) => ledger.rows(placesOf(group))));
  const far = groups.filter((group) => !near.has(group));
  const lost = new Set(asking.filter((group) => !near.has(group) && isUnlinked(rowsOf(group))));
  return {
    groups: [...far.filter((group) => !lost.has(group)), ...attached.groups.map(groupOf)],
    unlinked: [...[...lost].flatMap(placesOf), ...attached.unlinked.map(({ place }) => place)],
  };
};

/** A group with a full number, or from a ledger of cases, answers; one with both does not ask. */
const answers = (rows: readonly TableRow[]): boolean => isFirm(rows) || !isOfStages(rows);
const asks = (rows: readonly TableRow[]): boolean => !isFirm(rows) || isOfStages(rows);
const isUnlinked = (rows: readonly TableRow[]): boolean => !isFirm(rows) && isOfStages(rows);
