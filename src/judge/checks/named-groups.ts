import { FigureRows } from "./figure-rows.js";

/** What was noted under some names: the names, and rows that begin with the number of theirs. */
export interface NamedNotes {
  names: readonly string[];
  rows: Float64Array;
}

/** The cases under one name. */
export interface NamedGroup {
  name: string;
  size: number;
  /** One of the figures of each case, in the order in which the cases were noted. */
  column: (i: number) => Float64Array;
}

/** Figures of cases under a few names (an agency's item, a series of numbers): 8 bytes a figure and case. */
export class NamedGroups {
  readonly #numbers = new Map<string, number>();
  readonly #rows: FigureRows;

  /** So many figures are noted of each case. */
  constructor(width: number) {
    this.#rows = new FigureRows(width + 1);
  }

  add(name: string, ...figures: readonly number[]): void {
    this.#rows.add(this.#numberOf(name), ...figures);
  }

  notes(): NamedNotes {
    return { names: [...this.#numbers.keys()], rows: this.#rows.notes() };
  }

  join({ names, rows }: NamedNotes): void {
    const numbers = names.map((name) => this.#numberOf(name));
    const { width } = this.#rows;
    this.#rows.join(rows.map((figure, i) => (i % width === 0 ? (numbers[figure] ?? NaN) : figure)));
  }

  /** The groups of so many cases at least, by name. */
  *groups(atLeast: number): Generator<NamedGroup> {
    const groups = this.#rows.grouped();
    for (const [name, number] of [...this.#numbers].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const rows = groups.of(number);
      if (rows.length < atLeast) continue;
      const column = (i: number) => Float64Array.from(rows, (row) => this.#rows.figure(row, i + 1));
      yield { name, size: rows.length, column };
    }
  }

  #numberOf(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }
}
