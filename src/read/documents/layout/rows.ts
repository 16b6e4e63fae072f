import { areLevel, bottomOf, gapBetween, type Run, topOf } from "./run.js";

/**
 * Runs that stand beside each other, row by row from above to below, whatever order they were drawn in. A
 * run belongs to a row if most of its height lies within it and it is level with it; raised and lowered
 * letters (superscripts, remarks set smaller) belong to the row whose text they touch.
 */
export const rowsOf = (runs: readonly Run[]): Run[][] => {
  const rows: Row[] = [];
  for (const run of [...runs].sort((a, b) => topOf(a) - topOf(b) || a.left - b.left)) {
    const row = nearestRow(rows, run);
    if (row) row.add(run);
    else rows.push(new Row(run));
  }
  return rows.sort((a, b) => topOf(a.tallest) - topOf(b.tallest)).map(({ runs }) => runs);
};

class Row {
  readonly runs: Run[];

  constructor(public tallest: Run) {
    this.runs = [tallest];
  }

  add(run: Run): void {
    this.runs.push(run);
    if (run.size > this.tallest.size) this.tallest = run;
  }
}

/** Rows are looked at from the lowest up; a row further above than this cannot hold the run. */
const ROWS_BACK = 12;
const MOST_OF_HEIGHT = 0.55;

const nearestRow = (rows: readonly Row[], run: Run): Row | undefined => {
  let best: Row | undefined;
  let most = MOST_OF_HEIGHT;
  for (const row of rows.slice(-ROWS_BACK)) {
    const share = sharedHeight(row.tallest, run);
    if (share > most && (areLevel(row.tallest, run) || isRaised(row, run))) {
      most = share;
      best = row;
    }
  }
  return best;
};

/** How much of the smaller one's height lies within the other's. */
const sharedHeight = (a: Run, b: Run): number =>
  (Math.min(bottomOf(a), bottomOf(b)) - Math.max(topOf(a), topOf(b))) / Math.min(a.size, b.size);

/** A run set smaller or larger right behind or in front of one of the row. */
const isRaised = (row: Row, run: Run): boolean =>
  row.runs.some((other) => {
    const [small, large] = other.size < run.size ? [other, run] : [run, other];
    if (small.size > 0.85 * large.size) return false;
    const gap = gapBetween(small, large);
    return gap < 0.3 * large.size && gap > -0.5 * small.size;
  });
