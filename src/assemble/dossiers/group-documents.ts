import { groupBy } from "../../values/group-by.js";
import { sameName } from "../../values/same-said.js";
import type { DossierWords } from "../../model/document-words.js";
import type { RecognisedDocument } from "../../recognise/documents/recognise-documents.js";
import {
  certainText,
  folderOf,
  numberKeyOf,
  numberKeysOf,
  partyIn,
  type Dossier,
} from "./dossier.js";

/** The documents by dossier, and those that no case was found for. */
export interface GroupedDocuments {
  dossiers: readonly Dossier[];
  unlinked: readonly RecognisedDocument[];
}

/** Documents that are known to be of one case. */
type Bundle = RecognisedDocument[];

const distinct = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.flatMap((value) => value ?? [])),
];

const inOrder = (a: RecognisedDocument, b: RecognisedDocument): number =>
  a.file === b.file ? (a.pages?.[0] ?? 0) - (b.pages?.[0] ?? 0) : a.file < b.file ? -1 : 1;

/**
 * Whether documents of one place are of one case: of at most one decision, one filing and one party. Where
 * there is no number at all, nobody may name another party, witnesses and laboratories included.
 */
const isOneCase = (documents: readonly RecognisedDocument[], words: DossierWords): boolean => {
  const decisions = distinct(documents.map((one) => numberKeyOf(one, "decision.number")));
  const filings = distinct(documents.map((one) => numberKeyOf(one, "filing.documentNumber")));
  if (decisions.length > 1 || filings.length > 1) return false;
  const isNumbered = decisions.length + filings.length > 0;
  const speaking = documents.filter(
    ({ type }) => !isNumbered || (type !== null && words.official.includes(type)),
  );
  const [first, ...others] = distinct(speaking.map(partyIn));
  return first === undefined || others.every((name) => sameName(first, name));
};

const decisionsOf = (bundle: Bundle): string[] =>
  distinct(bundle.map((one) => numberKeyOf(one, "decision.number")));

/** Two decisions are two cases, whatever number they share besides. */
const shareNumber = (a: Bundle, b: Bundle): boolean => {
  const [keys, decisions] = [new Set(a.flatMap(numberKeysOf)), decisionsOf(a)];
  const others = decisionsOf(b);
  const ofOneDecision =
    decisions.length === 0 || others.length === 0 || others.some((key) => decisions.includes(key));
  return ofOneDecision && b.flatMap(numberKeysOf).some((key) => keys.has(key));
};

/** Bundles that share a number are one. */
const joinedByNumber = (bundles: readonly Bundle[]): Bundle[] => {
  let joined: Bundle[] = [];
  for (const bundle of bundles) {
    const near = joined.filter((other) => shareNumber(bundle, other));
    joined = [...joined.filter((other) => !near.includes(other)), [...near.flat(), ...bundle]];
  }
  return joined.map((bundle) => bundle.sort(inOrder));
};

const hasNumber = (bundle: Bundle): boolean => bundle.some((one) => numberKeysOf(one).length > 0);
const hasDecision = (bundle: Bundle): boolean => decisionsOf(bundle).length > 0;

const textsIn = (bundle: Bundle, ...paths: readonly string[]): string[] =>
  distinct(bundle.flatMap(({ fields }) => paths.map((path) => certainText(fields, path))));

/** Whether a bundle may be of the case that a home is: it names the same party, or a person that stands for it. */
const mayBeOf = (bundle: Bundle, home: Bundle): boolean => {
  const parties = textsIn(home, "party.name");
  const own = textsIn(bundle, "party.name");
  if (own.length > 0) return own.some((name) => parties.some((party) => sameName(name, party)));
  const people = [...parties, ...textsIn(home, "party.legalRepresentative")];
  return textsIn(bundle, "documents.interviewed").some((name) => people.includes(name));
};

/**
 * Brings bundles to the one home of their party. Where the home of several would be one, and each gives
 * another number of filing, nobody knows which of them it is.
 */
const broughtHome = (bundles: readonly Bundle[], isHome: (bundle: Bundle) => boolean): Bundle[] => {
  const homes = bundles.filter(isHome);
  const guests = new Map<Bundle, Bundle[]>(homes.map((home) => [home, []]));
  const left: Bundle[] = [];
  for (const bundle of bundles.filter((one) => !isHome(one))) {
    const [home, ...others] = homes.filter((one) => mayBeOf(bundle, one));
    if (home && others.length === 0) guests.get(home)?.push(bundle);
    else left.push(bundle);
  }
  const filingsOf = (bundle: Bundle) => textsIn(bundle, "filing.documentNumber");
  return [
    ...homes.flatMap((home) => {
      const own = guests.get(home) ?? [];
      const filed = own.filter((bundle) => filingsOf(bundle).length > 0);
      const isOpen = distinct([home, ...filed].flatMap(filingsOf)).length > 1;
      const joining = isOpen ? own.filter((bundle) => !filed.includes(bundle)) : own;
      const apart = own.filter((bundle) => !joining.includes(bundle));
      return [[home, ...joining].flat().sort(inOrder), ...apart];
    }),
    ...left,
  ];
};

/** Brings documents to the decision of their party, else to another number of its; two leave it open. */
const joinedByParty = (bundles: readonly Bundle[]): Bundle[] =>
  broughtHome(broughtHome(bundles, hasDecision), hasNumber);

/** A folder that holds a part of the case above it (证据, 副卷) is that case's. */
const caseFolderOf = (file: string, folders: ReadonlySet<string>, parts: RegExp): string => {
  let folder = folderOf(file);
  while (folder !== "" && parts.test(folder.slice(folder.lastIndexOf("/") + 1))) {
    const above = folderOf(folder);
    const isRoot = above === "" && !folders.has("");
    if (isRoot) break;
    folder = above;
  }
  return folder;
};

/** Where a bundle lies: its file if it is one, else the folder that holds all its files. */
const placeOf = (documents: readonly RecognisedDocument[], folder: string): string => {
  const files = distinct(documents.map(({ file }) => file));
  return files.length === 1 ? (files[0] ?? folder) : folder;
};

/** A document that says neither number nor party, alone in its place, is no case. */
const isCase = (bundle: Bundle): boolean =>
  bundle.some((one) => numberKeysOf(one).length > 0 || partyIn(one) !== undefined) ||
  new Set(bundle.flatMap(({ type }) => type ?? [])).size > 2;

/**
 * Puts documents into dossiers. Those of one file are of one case unless they are of several decisions or
 * parties; so are the files of one folder. Where a folder holds several cases, a number that documents
 * share joins them, then a party that only one of the cases has. Dossiers in two folders that share a
 * number are one.
 */
export const groupDocuments = (
  documents: readonly RecognisedDocument[],
  words: DossierWords,
): GroupedDocuments => {
  const parts = new RegExp(words.parts, "u");
  const folders = new Set(documents.map(({ file }) => folderOf(file)));
  const byFolder = groupBy([...documents].sort(inOrder), ({ file }) =>
    caseFolderOf(file, folders, parts),
  );
  const bundles = [...byFolder].flatMap(([folder, ofFolder]) =>
    bundlesOf(ofFolder, words).map((bundle) => ({ bundle, folder })),
  );
  const dossiers: Dossier[] = [];
  const unlinked: RecognisedDocument[] = [];
  for (const { bundle, folder } of bundles) {
    if (isCase(bundle)) dossiers.push({ documents: bundle, place: placeOf(bundle, folder) });
    else unlinked.push(...bundle);
  }
  return { dossiers: acrossFolders(dossiers), unlinked };
};

/** The documents of a folder by case: all together, else its files, as numbers and parties join them. */
const bundlesOf = (documents: readonly RecognisedDocument[], words: DossierWords): Bundle[] => {
  if (isOneCase(documents, words)) return [[...documents]];
  const ofFiles = [...groupBy(documents, ({ file }) => file).values()].flatMap((ofFile) =>
    isOneCase(ofFile, words) ? [ofFile] : ofFile.map((document) => [document]),
  );
  return joinedByParty(joinedByNumber(ofFiles));
};

/** A case may lie in two folders, of which each has its number. */
const acrossFolders = (dossiers: readonly Dossier[]): Dossier[] => {
  const places = new Map(dossiers.map(({ documents, place }) => [documents[0], place]));
  return joinedByNumber(dossiers.map(({ documents }) => [...documents])).map((bundle) => ({
    documents: bundle,
    place: places.get(bundle[0]) ?? "",
  }));
};
