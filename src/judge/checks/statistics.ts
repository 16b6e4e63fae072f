/** The middle of sorted figures, the mean of the two middle ones where there are two; 0 of none. */
export const median = (sorted: Float64Array): number => {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/** The median distance from the median: a spread that outliers do not move. */
export const medianDeviation = (figures: Float64Array, centre: number): number =>
  median(figures.map((figure) => Math.abs(figure - centre)).sort());

/** The chance of at least `count` events where `expected` are expected (Poisson). */
export const chanceOfAtLeast = (count: number, expected: number): number => {
  let term = Math.exp(-expected);
  let below = 0;
  for (let k = 0; k < count; k++) {
    below += term;
    term *= expected / (k + 1);
  }
  return Math.max(0, 1 - below);
};
