import { textKey } from "./text-key.js";

/**
 * Streets, villages, markets: what stands in an address for a spot that one cannot be at and elsewhere too.
 * 和平街道 is a part of a town, no street.
 */
const spot = /\p{Script=Han}{1,6}?(?<word>大道|路|街(?!道)|巷|胡同|村|市场|广场|大厦|园区|商场)/gu;

/** Words for one kind of spot. A market may stand in a street: spots of two kinds may be one place. */
const streets = /^(?:大道|路|街|巷|胡同)$/;

/** The end of such a name is enough to know it by: 砚溪市和平路 and 和平路. */
const longestName = 3;

const spotsIn = (text: string): { kind: string; name: string }[] =>
  [...text.matchAll(spot)].map(([whole, word = ""]) => ({
    kind: streets.test(word) ? "street" : word,
    name: [...whole].slice(-longestName).join(""),
  }));

/** A room of an authority's own: 某市某局询问室, 某县某局执法大队. */
const ownRoom =
  /^\p{Script=Han}{2,16}?(?:局|委员会|政府|办事处|(?:大|支|总|中)队)(?:\p{Script=Han}{0,8}(?:室|队|所|厅|办案区|办公楼))?\d{0,4}室?$/u;
const premises =
  /^\p{Script=Han}{2,24}(?:公司|厂|店|商行|超市|经营部|网吧|酒店|宾馆|饭店|合作社|医院|学校)/u;

/** Whether one is a room of an authority and the other in somebody's premises. */
const isRoomAndPremises = (a: string, b: string): boolean =>
  ownRoom.test(a) && !premises.test(a) && premises.test(b) && !ownRoom.test(b);

/**
 * Whether two addresses are certainly of two places: both name a street, or a village, or a market, and
 * neither names one of the other's; or one is a room of an authority, the other in a company's premises.
 * Houses of one street may be next door; 当事人经营场所 is nowhere in particular.
 */
export const areApart = (a: string, b: string): boolean => {
  const [x, y] = [textKey(a), textKey(b)];
  if (isRoomAndPremises(x, y) || isRoomAndPremises(y, x)) return true;
  const [inX, inY] = [spotsIn(x), spotsIn(y)];
  return (
    inX.some(({ kind }) => inY.some((other) => other.kind === kind)) &&
    !inX.some(({ name }) => y.includes(name)) &&
    !inY.some(({ name }) => x.includes(name))
  );
};
