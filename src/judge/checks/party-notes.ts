import type { CaseFile } from "../../model/origin.js";
import { keyHash } from "../../values/key-hash.js";
import type { CheckInput } from "./check.js";
import { FigureRows } from "./figure-rows.js";
import { KeyGroups } from "./key-groups.js";
import { codeOf, nameKeyOf, partiesOf } from "./party-identity.js";
import type { RowGroups } from "./row-groups.js";

/** The columns behind the first, the hash of the name. */
const [code, act, place] = [1, 2, 3];
/** In place of a hash. */
const none = -1;

const hashOf = (key: string | undefined): number => (key ? keyHash(key) : none);

/** The hash of one party's one act. */
export const hashOfFine = (identity: string, ofAct: string): number =>
  joint(keyHash(identity), keyHash(ofAct));

const joint = (identity: number, ofAct: number): number => keyHash(`${identity} ${ofAct}`);

const noCodes: ReadonlySet<string> = new Set();

/**
 * Which party did what in which case, 32 bytes each. Who a party without a code is shows only when every
 * case is known. Where two names share a hash (a chance of 1 in 20,000 among a million names), a fine without
 * a code may be left out of its party's group; none is ever put into another party's.
 */
export class PartyNotes {
  readonly #rows = new FigureRows(4);
  readonly #codes = new Map<string, ReadonlySet<string>>();
  #byName: RowGroups | undefined;

  /** Notes the parties of a case; the act is empty where nobody says which. */
  add(file: CaseFile, at: number, ofAct: string): void {
    for (const party of partiesOf(file)) {
      const [ofName, ofCode] = [hashOf(nameKeyOf(party)), hashOf(codeOf(party))];
      if (ofName !== none || ofCode !== none) this.#rows.add(ofName, ofCode, hashOf(ofAct), at);
    }
  }

  notes(): Float64Array {
    return this.#rows.notes();
  }

  join(notes: Float64Array): void {
    this.#rows.join(notes);
  }

  /** The cases by party and act, once all are noted. */
  fines(): KeyGroups {
    const fines = new KeyGroups();
    this.#byName = this.#rows.grouped();
    for (const [ofName, rows] of this.#byName) {
      const codes = new Set(Array.from(this.#coded(rows), (row) => this.#rows.figure(row, code)));
      const [only] = codes;
      const identity = ofName !== none && codes.size === 1 && only !== undefined ? only : ofName;
      for (const row of rows) {
        const [own, did] = [this.#rows.figure(row, code), this.#rows.figure(row, act)];
        if (did === none) continue;
        fines.add(joint(own === none ? identity : own, did), this.#rows.figure(row, place));
      }
    }
    return fines;
  }

  /** The sound codes that stand beside a name in some case, two at most. */
  codesOf(key: string, caseAt: CheckInput["caseAt"]): ReadonlySet<string> {
    const rows = this.#coded(this.#byName?.of(keyHash(key)) ?? new Uint32Array());
    if (rows.length === 0) return noCodes;
    const codes = this.#codes.get(key) ?? this.#findCodes(key, rows, caseAt);
    this.#codes.set(key, codes);
    return codes;
  }

  #findCodes(key: string, rows: Uint32Array, caseAt: CheckInput["caseAt"]): ReadonlySet<string> {
    const codes = new Set<string>();
    for (const row of rows) {
      for (const party of partiesOf(caseAt(this.#rows.figure(row, place)))) {
        const own = nameKeyOf(party) === key ? codeOf(party) : undefined;
        if (own !== undefined) codes.add(own);
      }
      if (codes.size > 1) break;
    }
    return codes;
  }

  #coded(rows: Uint32Array): Uint32Array {
    return rows.filter((row) => this.#rows.figure(row, code) !== none);
  }
}
