import { textKey } from "../../values/text-key.js";
import type { BenchmarkTable } from "../../model/benchmark.js";

/** Of whom a table is, from the whole country down; `unknown` where neither its maker nor its name says. */
export type TableLevel = "national" | "provincial" | "municipal" | "county" | "unknown";

/** A table with what decides whether it is a case's yardstick. */
export interface ShelvedTable {
  table: BenchmarkTable;
  level: TableLevel;
  /** The place that it is for: 江门市. */
  place: string | undefined;
  /** Versions of one table have one series. */
  series: string;
  /** The day from which a later version holds in its stead. */
  replacedOn: string | undefined;
}

const PLACE =
  /\p{Script=Han}{1,9}?(?:省|自治区|市(?![场政容])|自治州|地区|盟(?!约)|县|旗|区(?!域|块)|镇|乡|街道)/gu;
const PROVINCE = /省$|自治区$|^(?:北京|上海|天津|重庆)市$/;
const MUNICIPAL = /市$|自治州$|地区$|盟$/;
const NATIONAL = /国家|总局|中华人民共和国|国务院|^[^省市县区]{2,8}部(?:[^门]|$)/;

/** 城市管理局 without a place before it. */
const NO_PLACE = /^(?:城|超|门|社|园|景|辖|小)[市区]$|^[城乡]镇$/;

/** The places that a name begins with, from the largest: 广东省江门市生态环境局. */
export const placesIn = (name: string): string[] => {
  const plain = textKey(name)
    .replace(/《[^》]*(?:法|条例|办法|规定)》/g, "")
    .replace(/^(?:[一二三四五六七八九十\d]{1,3}[、.．]|关于印发|[《“"])+/, "");
  const places: string[] = [];
  let at = 0;
  for (const match of plain.matchAll(PLACE)) {
    if (match.index !== at || NO_PLACE.test(match[0])) break;
    places.push(match[0]);
    at += match[0].length;
  }
  return places;
};

const fileName = ({ items }: BenchmarkTable): string =>
  items[0]?.source?.file.split("/").at(-1) ?? "";

const levelOf = (place: string | undefined, names: readonly string[]): TableLevel => {
  if (place === undefined)
    return names.some((name) => NATIONAL.test(name)) ? "national" : "unknown";
  if (PROVINCE.test(place)) return "provincial";
  return MUNICIPAL.test(place) ? "municipal" : "county";
};

/** What a table is called without what parts its versions: years, numbers, 试行, 修订. */
const seriesOf = ({ name, issuer, region }: BenchmarkTable): string =>
  [
    textKey(name)
      .replace(/[（(〔[【][^（）()]*?(?:\d|试行|修订|施行|实施|执行|版)[^（）()]*?[）)〕\]】]/g, "")
      .replace(
        /[\d〇零一二三四五六七八九十]{2,4}年(?:度)?版?|20\d\d版?|修订版?|修正|试行|新版|旧版/g,
        "",
      )
      .replace(/\.(?:xlsx?|csv|docx?|ya?ml)$/i, ""),
    textKey(issuer ?? ""),
    textKey(region ?? ""),
  ].join("\n");

/** Puts the tables side by side: whose each is, and when the next version of it came. */
export const shelve = (tables: readonly BenchmarkTable[]): ShelvedTable[] => {
  const shelved = tables.map((table): Omit<ShelvedTable, "replacedOn"> => {
    const names = [table.region, table.issuer, table.name, fileName(table)].flatMap((n) => n ?? []);
    const places = names.map(placesIn).find((found) => found.length > 0);
    const place = places?.at(-1);
    return { table, place, level: levelOf(place, names), series: seriesOf(table) };
  });
  return shelved.map((one) => ({ ...one, replacedOn: nextVersion(one, shelved) }));
};

type Version = Pick<ShelvedTable, "table" | "series">;

const nextVersion = (one: Version, all: readonly Version[]): string | undefined => {
  const later = all
    .filter(({ series }) => series === one.series)
    .flatMap(({ table: { from } }) =>
      from !== null && from > (one.table.from ?? "") ? [from] : [],
    );
  return later.sort()[0];
};

/** Whether a table was in force on a day. One that bears no date is taken to be, until a dated version of it came. */
export const isInForce = ({ table, replacedOn }: ShelvedTable, day: string | undefined): boolean =>
  day === undefined ||
  ((table.from ?? "") <= day &&
    (table.to === null || day <= table.to) &&
    (replacedOn === undefined || day < replacedOn));

const kindOfPlace = (place: string): string => /(?:自治)?(.)$/.exec(place)?.[1] ?? "";

/** Whether a table is for agencies of these places: not where it names another of the same kind. */
export const isFor = ({ place }: ShelvedTable, places: readonly string[]): boolean => {
  if (place === undefined || places.includes(place)) return true;
  return !places.some((own) => kindOfPlace(own) === kindOfPlace(place));
};

const nearness: Record<TableLevel, number> = {
  county: 4,
  municipal: 3,
  provincial: 2,
  national: 1,
  unknown: 0,
};

/**
 * Of several tables in force that have an item, those to judge by: the nearest to the agency, since a lower one refines the
 * higher's (国办发〔2022〕27号, 5), and of those the latest. More than one where nothing decides between them.
 */
export const yardsticksOf = (tables: readonly ShelvedTable[]): ShelvedTable[] => {
  const nearest = Math.max(...tables.map(({ level }) => nearness[level]));
  const near = tables.filter(({ level }) => nearness[level] === nearest);
  const dates = near.flatMap(({ table: { from } }) => from ?? []);
  const latest = dates.sort().at(-1);
  return dates.length === near.length
    ? near.filter(({ table: { from } }) => from === latest)
    : near;
};
