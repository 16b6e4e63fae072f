/**
 * Keys one letter apart, for guessing at misspelt headers. Works on shapes: a key with one letter
 * left out (`处罚决定` → `处罚决_`), so that a look-up costs as many steps as the key has letters.
 */
export class NearKeys {
  private readonly shapes = new Map<string, string[]>();
  /** Every kind of sheet asks for the same headers; a sheet has no more columns than this. */
  private readonly answers = new Map<string, ReadonlySet<string>>();

  constructor(keys: Iterable<string>) {
    for (const key of keys) {
      for (const shape of shapesOf(key)) {
        const same = this.shapes.get(shape);
        if (same) same.push(key);
        else this.shapes.set(shape, [key]);
      }
    }
  }

  /** The keys that one letter changed, added or left out makes of this one, without the key itself. */
  near(key: string): ReadonlySet<string> {
    const answered = this.answers.get(key);
    if (answered) return answered;
    const found = new Set(shapesOf(key).flatMap((shape) => this.shapes.get(shape) ?? []));
    found.delete(key);
    if (this.answers.size >= mostAnswers) this.answers.clear();
    this.answers.set(key, found);
    return found;
  }

  /** Every two keys one letter apart. */
  *pairs(): Generator<readonly [string, string]> {
    for (const keys of this.shapes.values()) {
      for (const [at, one] of keys.entries()) {
        for (const other of keys.slice(at + 1)) yield [one, other];
      }
    }
  }
}

const mostAnswers = 20_000;

/** The letter at each place replaced by a mark, and a mark put in each gap. */
const shapesOf = (key: string): string[] => {
  const shapes: string[] = [];
  for (let at = 0; at <= key.length; at++) {
    const before = `${key.slice(0, at)}\0`;
    shapes.push(before + key.slice(at));
    if (at < key.length) shapes.push(before + key.slice(at + 1));
  }
  return shapes;
};

/** The letters in which two keys one letter apart differ. */
export const differingLetters = (one: string, other: string): string[] => {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end++;
  return [...one.slice(start, one.length - end), ...other.slice(start, other.length - end)];
};
