import { documentNumberKey, findDocumentNumbers } from "../values/document-number.js";
import { nameKey } from "../values/names.js";
import { isMasked, sameName } from "../values/same-said.js";
import { textKey } from "../values/text-key.js";
import { stageLedgers } from "../model/vocabulary.js";
import { textIn, type TableRow } from "./ledger-row.js";
import { isFull, numbersOf } from "./row-numbers.js";

/** Rows in groups, and those that speak of a case which no other row is found for. */
export interface Attached<Row> {
  groups: Row[][];
  unlinked: Row[];
}

const isStageRow = (row: TableRow): boolean => stageLedgers.has(row.index.table.kind);

/** Whether a group is known by a number that nobody else has. */
export const isFirm = (group: readonly TableRow[]): boolean =>
  group.some((row) => numbersOf(row).some(isFull));

/** Whether a group stands in stage ledgers alone, which speak of cases but do not list them. */
export const isOfStages = (group: readonly TableRow[]): boolean => group.every(isStageRow);

const ledgerOf = ({ index }: TableRow): string => index.layout;

/** Numbers in a row's columns, or named in what was published: 关于对甲公司…（甲市监罚〔2023〕1号）. */
const numbersIn = (row: TableRow): string[] => [
  ...numbersOf(row),
  ...[textIn(row, "publicity.number")].flatMap((number) => number ?? []),
  ...["publicity.content", "name"].flatMap((field) =>
    findDocumentNumbers(textIn(row, field) ?? ""),
  ),
];

const fullNumbers = (row: TableRow): string[] =>
  numbersIn(row).filter(isFull).map(documentNumberKey);

const shortNumbers = (row: TableRow): string[] =>
  numbersIn(row)
    .filter((number) => !isFull(number))
    .map(documentNumberKey);

const daysOf = (row: TableRow): string[] =>
  ["decision.date", "filing.date"].flatMap((field) => textIn(row, field) ?? []);

const partyAndDay = (row: TableRow): string[] => {
  const party = textIn(row, "party.name");
  return party === undefined ? [] : daysOf(row).map((day) => `${nameKey(party)} ${day}`);
};

/** Published under a name of which a part is hidden: 周某某. */
const dayOfMasked = (row: TableRow): string[] => {
  const party = textIn(row, "party.name");
  return isStageRow(row) && party !== undefined && isMasked(party) ? daysOf(row) : [];
};

const caseName = (row: TableRow): string[] => {
  const name = textIn(row, "name");
  return name === undefined ? [] : [textKey(name)];
};

const textsOf = (rows: readonly TableRow[], ...fields: string[]): string[] =>
  rows.flatMap((row) => fields.flatMap((field) => textKey(textIn(row, field) ?? "") || []));

const share = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => b.includes(one));

/** Whether a row speaks of the case's party: in a column, or in the name of the case or publication. */
const namesParty = (group: readonly TableRow[], row: TableRow): boolean => {
  const parties = textsOf(group, "party.name").filter((name) => name.length > 1);
  const own = textsOf([row], "party.name");
  const said = textsOf([row], "name", "publicity.content").join();
  return (
    own.some((name) => parties.some((party) => sameName(name, party))) ||
    parties.some((party) => said.includes(party))
  );
};

/** A short number alone may be another agency's: something else must be the same. */
const isBorneOut = (group: readonly TableRow[], row: TableRow): boolean =>
  namesParty(group, row) ||
  share(textsOf(group, "name"), textsOf([row], "name")) ||
  share(textsOf(group, "decision.date"), textsOf([row], "decision.date")) ||
  share(textsOf(group, "filing.date"), textsOf([row], "filing.date"));

/** A masked name fits many: of the same length, and nothing else said twice may differ. */
const fitsMasked = (group: readonly TableRow[], row: TableRow): boolean => {
  const [own = ""] = textsOf([row], "party.name");
  return (
    textsOf(group, "party.name").some((party) => party.length === own.length) &&
    ["decision.fine", "cause", "decision.agency"].every((field) => {
      const [said, others] = [textsOf([row], field), textsOf(group, field)];
      return said.length === 0 || others.length === 0 || share(said, others);
    })
  );
};

const dayFields = [
  "legalReview.date",
  "legalReview.submittedOn",
  "publicity.publishedOn",
  "recordings.from",
  "recordings.date",
];

/** A name without the party, or of another year, is another case's as well: 销售过期食品案. */
const isOfName = (group: readonly TableRow[], row: TableRow): boolean => {
  const years = textsOf(group, "filing.date", "decision.date").map((day) =>
    Number(day.slice(0, 4)),
  );
  const own = textsOf([row], ...dayFields).map((day) => Number(day.slice(0, 4)));
  const [from, to] = [Math.min(...years), Math.max(...years) + 1];
  return namesParty(group, row) && own.every((year) => from <= year && year <= to);
};

/** By what a row asks for its case, and by what cases answer. */
interface Way {
  asked: (row: TableRow) => string[];
  given: (row: TableRow) => string[];
  /** Whether a case that answers is the row's. */
  fits: (group: readonly TableRow[], row: TableRow) => boolean;
}

/** How a row without a full number of its own finds its case, the surest way first. */
export const ways: readonly Way[] = [
  { asked: fullNumbers, given: fullNumbers, fits: () => true },
  { asked: shortNumbers, given: shortNumbers, fits: isBorneOut },
  { asked: partyAndDay, given: partyAndDay, fits: () => true },
  { asked: dayOfMasked, given: daysOf, fits: fitsMasked },
  { asked: caseName, given: caseName, fits: isOfName },
];

type Index<Row> = Map<string, Set<Row[]>>;

const indexOf = <Row extends TableRow>(
  groups: readonly Row[][],
  keysOf: (row: TableRow) => string[],
): Index<Row> => {
  const index: Index<Row> = new Map();
  for (const group of groups) {
    for (const key of group.flatMap(keysOf)) {
      const answering = index.get(key);
      if (answering) answering.add(group);
      else index.set(key, new Set([group]));
    }
  }
  return index;
};

/** What is said twice must not differ: another party, day or agency is another case. */
const agrees = (group: readonly TableRow[], row: TableRow): boolean =>
  ["party.name", "decision.date", "decision.agency", "filing.date"].every((field) => {
    const own = textIn(row, field);
    const others = group.flatMap((other) => textIn(other, field) ?? []);
    const same =
      field === "party.name" ? sameName : (a: string, b: string) => textKey(a) === textKey(b);
    return own === undefined || others.length === 0 || others.some((other) => same(other, own));
  });

/** The one case, in another ledger, that a row can only mean; undefined for none and for several. */
const homeOf = <Row extends TableRow>(
  row: Row,
  indexes: readonly Index<Row>[],
): Row[] | undefined => {
  for (const [i, way] of ways.entries()) {
    const found = way.asked(row).flatMap((key) => [...(indexes[i]?.get(key) ?? [])]);
    const fitting = [...new Set(found)].filter(
      (group) =>
        agrees(group, row) &&
        way.fits(group, row) &&
        !group.some((other) => ledgerOf(other) === ledgerOf(row)),
    );
    const [only] = fitting;
    if (only && fitting.length === 1) return only;
    if (fitting.length > 1) return undefined;
  }
  return undefined;
};

/**
 * Brings rows to the cases that they speak of without a number in common: by a short number or one named
 * in a text, by party and day, or by the case's name, where that can be one case only. A group with a
 * full number, or from a ledger of cases, stands by itself.
 */
export const attachRows = <Row extends TableRow>(groups: readonly Row[][]): Attached<Row> => {
  const anchors = groups.filter((group) => isFirm(group) || !isOfStages(group));
  const indexes = ways.map(({ given }) => indexOf(anchors, given));
  const joined = new Map<Row[], Row[]>();
  const unlinked: Row[] = [];
  for (const group of groups) {
    if (isFirm(group) && !isOfStages(group)) continue;
    const homes = new Set(group.map((row) => homeOf(row, indexes)));
    const [home] = homes;
    if (home && homes.size === 1 && home !== group) joined.set(group, home);
    else if (!isFirm(group) && isOfStages(group)) unlinked.push(...group);
  }
  return { groups: withJoined(groups, joined, new Set(unlinked)), unlinked };
};

/** A group that joins one which itself joins another ends where that one ends. */
const withJoined = <Row extends TableRow>(
  groups: readonly Row[][],
  joined: ReadonlyMap<Row[], Row[]>,
  unlinked: ReadonlySet<Row>,
): Row[][] => {
  const end = (group: Row[], seen = new Set<Row[]>()): Row[] => {
    const next = joined.get(group);
    if (!next || seen.has(group)) return group;
    return end(next, seen.add(group));
  };
  const rowsOf = new Map<Row[], Row[]>();
  for (const group of groups) {
    if (group.some((row) => unlinked.has(row))) continue;
    const home = end(group);
    const rows = rowsOf.get(home);
    if (rows) rows.push(...group);
    else rowsOf.set(home, [...group]);
  }
  return [...rowsOf.values()];
};
