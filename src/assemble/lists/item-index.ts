import { codeKey, shapeOf } from "../../values/item-code.js";
import { textKey } from "../../values/text-key.js";
import type { CaseValues } from "../../model/case-file.js";
import { textIn, type TableRow } from "../ledger-row.js";

/** How much of their pairs of characters two texts must share to be taken for two wordings of one act. */
const likeness = 0.5;

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2)));

const isAlike = (a: string, b: string): boolean => {
  if (a.includes(b) || b.includes(a)) return true;
  const [ofA, ofB] = [pairsOf(a), pairsOf(b)];
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length;
  return (2 * shared) / (ofA.size + ofB.size) >= likeness;
};

/** What a case calls the item that it enforces. */
export interface ItemWords {
  codes: readonly string[];
  names: readonly string[];
}

/** The codes and the words under which a case's item may stand in a list. */
export const itemWordsOf = ({ item, violation, benchmark }: CaseValues): ItemWords => ({
  codes: [benchmark?.item, item?.code].filter((code) => code !== undefined),
  names: [item?.name, violation?.kind].filter((name) => name !== undefined),
});

/** Rows of a list by the item's code and by its words. */
export class ItemIndex<T extends { row: TableRow }> {
  readonly #byCode = new Map<string, T[]>();
  readonly #byName = new Map<string, T[]>();
  readonly #codeShapes: ReadonlySet<string>;

  constructor(entries: readonly T[], codeField: string, nameFields: readonly string[]) {
    for (const entry of entries) {
      const code = textIn(entry.row, codeField);
      if (code) add(this.#byCode, codeKey(code), entry);
      for (const field of nameFields) {
        const name = textIn(entry.row, field);
        if (name) add(this.#byName, textKey(name), entry);
      }
    }
    this.#codeShapes = new Set([...this.#byCode.keys()].map(shapeOf));
  }

  /** All entries. */
  get entries(): readonly T[] {
    return [...new Set([...this.#byCode.values(), ...this.#byName.values()].flat())];
  }

  /**
   * The entries of an item. An empty list where the list certainly lacks it; undefined where nobody can
   * tell, since the case names it in another way than the list does.
   */
  find({ codes, names }: ItemWords): readonly T[] | undefined {
    const found = [
      ...codes.map((code) => this.#byCode.get(codeKey(code))),
      ...names.map((name) => this.#byName.get(textKey(name))),
    ].find((entries) => entries !== undefined);
    return found ?? (this.#lacks(codes, names) ? [] : undefined);
  }

  /**
   * Whether an item that is not found is not there: its code is of the list's own kind, and no entry is
   * worded much like it. Words alone never say so, one act is worded in many ways.
   */
  #lacks(codes: readonly string[], names: readonly string[]): boolean {
    return (
      codes.some((code) => this.#codeShapes.has(shapeOf(code))) &&
      !names.some((name) => [...this.#byName.keys()].some((other) => isAlike(textKey(name), other)))
    );
  }
}

const add = <T>(map: Map<string, T[]>, key: string, entry: T): void => {
  const entries = map.get(key);
  if (entries) entries.push(entry);
  else map.set(key, [entry]);
};
