import { documentNumberKey } from "../../values/document-number.js";
import { nameKey } from "../../values/names.js";
import { textIn } from "../ledger-row.js";
import type { Ledger, LedgerRow } from "../ledger.js";
import { placesOf, type RowGroup } from "../row-group.js";
import { isFull, numbersOf } from "../row-numbers.js";
import { certainText, numberKeysOf, partyIn, type Dossier } from "./dossier.js";

/** By place of the group its dossier, and the dossiers of which no ledger speaks. */
export interface LinkedDossiers {
  byGroup: ReadonlyMap<number, Dossier>;
  alone: readonly Dossier[];
}

/** What a dossier and a ledger's rows are found by, the surest first: decision, other number, party and day. */
type Keys = readonly [decision: string[], numbers: string[], partyAndDay: string[]];

const dayFields = ["decision.date", "filing.date"];

const partyAndDays = (parties: readonly string[], days: readonly string[]): string[] =>
  parties.flatMap((party) => days.map((day) => `${nameKey(party)} ${day}`));

const keysOfDossier = ({ documents }: Dossier): Keys => {
  const texts = (path: string) =>
    documents.flatMap(({ fields }) => certainText(fields, path) ?? []);
  return [
    texts("decision.number").map(documentNumberKey),
    documents.flatMap(numberKeysOf),
    partyAndDays(
      documents.flatMap((one) => partyIn(one) ?? []),
      dayFields.flatMap(texts),
    ),
  ];
};

const keysOfRows = (rows: readonly LedgerRow[]): Keys => {
  const texts = (path: string) => rows.flatMap((row) => textIn(row, path) ?? []);
  return [
    texts("decision.number").filter(isFull).map(documentNumberKey),
    rows.flatMap(numbersOf).filter(isFull).map(documentNumberKey),
    partyAndDays(texts("party.name"), dayFields.flatMap(texts)),
  ];
};

/**
 * Brings dossiers to the cases of the ledgers: by the number of the decision, by another number that names
 * its agency, by party and day. What may be two cases' is neither's.
 */
export const linkDossiers = (
  dossiers: readonly Dossier[],
  groups: readonly RowGroup[],
  ledger: Ledger,
): LinkedDossiers => {
  if (dossiers.length === 0) return { byGroup: new Map(), alone: [] };
  const asked = dossiers.map(keysOfDossier);
  const wanted = new Set(asked.flatMap((keys) => keys.flat()));
  const groupsBy: readonly Map<string, Set<number>>[] = [new Map(), new Map(), new Map()];
  groups.forEach((group, at) => {
    const keys = keysOfRows(placesOf(group).map((place) => ledger.attaching(place)));
    keys.forEach((ofWay, way) => {
      for (const key of ofWay.filter((one) => wanted.has(one))) {
        const found = groupsBy[way]?.get(key) ?? new Set();
        groupsBy[way]?.set(key, found.add(at));
      }
    });
  });
  const byGroup = new Map<number, Dossier>();
  const alone: Dossier[] = [];
  dossiers.forEach((dossier, i) => {
    const home = homeOf(asked[i] ?? [[], [], []], groupsBy);
    const before = home === undefined ? undefined : byGroup.get(home);
    if (home === undefined) alone.push(dossier);
    else byGroup.set(home, before ? together(before, dossier) : dossier);
  });
  return { byGroup, alone };
};

const homeOf = (
  keys: Keys,
  groupsBy: readonly ReadonlyMap<string, ReadonlySet<number>>[],
): number | undefined => {
  for (const [way, ofWay] of keys.entries()) {
    const found = new Set(ofWay.flatMap((key) => [...(groupsBy[way]?.get(key) ?? [])]));
    if (found.size > 0) return found.size === 1 ? [...found][0] : undefined;
  }
  return undefined;
};

const together = (a: Dossier, b: Dossier): Dossier => ({
  documents: [...a.documents, ...b.documents],
  place: a.place,
});
