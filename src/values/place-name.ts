import { textKey } from "./text-key.js";

/** Streets, villages, markets: what stands in an address for a spot that one cannot be at and elsewhere too. */
const spot = /\p{Script=Han}{1,6}?(?:大道|路|街|巷|胡同|村|市场|广场|大厦|园区|商场)/gu;

/** The end of such a name is enough to know it by: 砚溪市和平路 and 和平路. */
const longestName = 3;

const spotsIn = (text: string): string[] =>
  [...text.matchAll(spot)].map(([name]) => [...name].slice(-longestName).join(""));

/**
 * Whether two addresses are certainly of two places: each names a street, village or market, and neither
 * names one of the other's. Houses of one street may be next door; 当事人经营场所 is nowhere in particular.
 */
export const areApart = (a: string, b: string): boolean => {
  const [x, y] = [textKey(a), textKey(b)];
  const [inX, inY] = [spotsIn(x), spotsIn(y)];
  if (inX.length === 0 || inY.length === 0) return false;
  return !inX.some((name) => y.includes(name)) && !inY.some((name) => x.includes(name));
};
