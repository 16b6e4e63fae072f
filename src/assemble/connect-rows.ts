import { documentNumberKey } from "../values/document-number.js";
import { HashTable } from "../values/hash-table.js";
import { keyHash } from "../values/key-hash.js";
import type { TableRow } from "./ledger-row.js";
import type { Ledger, LedgerRow } from "./ledger.js";
import { groupOf, type RowGroup } from "./row-group.js";
import { isFull, numbersOf } from "./row-numbers.js";

/** The keys that join rows: full numbers everywhere, short ones within their sheet. */
const keysOf = (row: TableRow): string[] => {
  const { file, sheet } = row.index.table;
  const numbers = numbersOf(row);
  const full = numbers.filter(isFull).map(documentNumberKey);
  if (full.length > 0) return full;
  const [short] = numbers;
  const own = short === undefined ? `row ${row.row.number}` : documentNumberKey(short);
  return [`${JSON.stringify([file, sheet])} ${own}`];
};

/** Rows joined to each other, directly or through others. */
class Joined {
  readonly #parents: Int32Array;

  constructor(length: number) {
    this.#parents = Int32Array.from({ length }, (_, place) => place);
  }

  /** The one row that stands for all that a row is joined to. */
  rootOf(place: number): number {
    let root = place;
    while (this.#parentOf(root) !== root) root = this.#parentOf(root);
    for (let at = place; at !== root;) {
      const next = this.#parentOf(at);
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [one, other] = [this.rootOf(a), this.rootOf(b)];
    this.#parents[Math.max(one, other)] = Math.min(one, other);
  }

  #parentOf(place: number): number {
    return this.#parents[place] ?? place;
  }
}

const byHash = (ledger: Ledger, see: (row: LedgerRow) => void): Joined => {
  const joined = new Joined(ledger.length);
  const first = new HashTable();
  for (let place = 0; place < ledger.length; place++) {
    const row = ledger.joining(place);
    see(row);
    for (const key of keysOf(row)) {
      const hash = keyHash(key);
      const before = first.get(hash);
      if (before === undefined) first.set(hash, place);
      else joined.join(before, place);
    }
  }
  return joined;
};

/** Some rows by their true keys: what only their hashes had in common is parted again. */
const byKey = (rows: readonly LedgerRow[]): RowGroup[] => {
  const joined = new Joined(rows.length);
  const first = new Map<string, number>();
  rows.forEach((row, at) => {
    for (const key of keysOf(row)) {
      const before = first.get(key);
      if (before === undefined) first.set(key, at);
      else joined.join(before, at);
    }
  });
  const groups = new Map<number, LedgerRow[]>();
  rows.forEach((row, at) => {
    const root = joined.rootOf(at);
    const group = groups.get(root);
    if (group) group.push(row);
    else groups.set(root, [row]);
  });
  return [...groups.values()].map(groupOf);
};

/**
 * Places of rows that share a number, directly or through others; a row that shares none stands alone.
 * `see` is shown every row in passing.
 */
export const connectRows = (ledger: Ledger, see: (row: LedgerRow) => void): RowGroup[] => {
  const joined = byHash(ledger, see);
  const members = new Map<number, number[]>();
  for (let place = 0; place < ledger.length; place++) {
    const root = joined.rootOf(place);
    if (root === place) continue;
    const group = members.get(root);
    if (group) group.push(place);
    else members.set(root, [root, place]);
  }
  const groups: RowGroup[] = [];
  for (let place = 0; place < ledger.length; place++) {
    if (joined.rootOf(place) !== place) continue;
    const group = members.get(place);
    if (!group) groups.push(place);
    else groups.push(...byKey(group.map((member) => ledger.joining(member))));
  }
  return groups;
};
