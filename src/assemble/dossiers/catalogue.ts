import type { CaseValues } from "../../model/case-file.js";
import type { Origin, Source } from "../../model/origin.js";
import type {
  ListedDocument,
  RecognisedDocument,
} from "../../recognise/documents/recognise-documents.js";
import { textKey } from "../../values/text-key.js";

type Entry = NonNullable<CaseValues["entries"]>[number];

/** A dossier's catalogue (卷内目录) held against what the dossier holds. */
export interface Catalogue {
  entries: Entry[];
  /** Whether each document is listed, in the documents' order; undefined where that cannot be told. */
  listed: (boolean | undefined)[];
  origins: Origin[];
}

/** Documents that no catalogue lists. */
const unlisted = new Set(["dossier-cover", "dossier-catalogue", "dossier-note"]);

/** Entries that may mean whatever lies there. */
const general = /证据|材料|其他|附件|复印件|照片|资料|影像|光盘/;

/** Catalogues that the agency makes of the whole dossier; one without entries could not be read. */
const entriesOf = (
  documents: readonly RecognisedDocument[],
): [RecognisedDocument, ListedDocument][] =>
  documents.flatMap((document) =>
    document.entries.map((entry): [RecognisedDocument, ListedDocument] => [document, entry]),
  );

const nameOf = (file: string): string =>
  textKey(file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]+$/, ""));

/** How well a document fits an entry: by title, by the name of its file, by type; 0 where it does not. */
const fit = (entry: ListedDocument, document: RecognisedDocument): number => {
  const title = textKey(entry.title);
  if (document.title !== null && textKey(document.title) === title) return 3;
  if (nameOf(document.file).includes(title)) return 3;
  return entry.type !== null && entry.type === document.type ? 2 : 0;
};

/** The documents that entries mean, best fits first; of several alike the one on the page that is given. */
const matched = (
  entries: readonly ListedDocument[],
  documents: readonly RecognisedDocument[],
): Map<ListedDocument, RecognisedDocument> => {
  const found = new Map<ListedDocument, RecognisedDocument>();
  const taken = new Set<RecognisedDocument>();
  const take = (isFitting: (entry: ListedDocument, document: RecognisedDocument) => boolean) => {
    for (const entry of entries.filter((one) => !found.has(one))) {
      const document = documents.find((one) => !taken.has(one) && isFitting(entry, one));
      if (!document) continue;
      found.set(entry, document);
      taken.add(document);
    }
  };
  const isOnPage = (entry: ListedDocument, { printedPage }: RecognisedDocument) =>
    entry.from !== null && printedPage === entry.from;
  for (const least of [3, 2]) {
    take((entry, document) => fit(entry, document) >= least && isOnPage(entry, document));
    take((entry, document) => fit(entry, document) >= least);
  }
  return found;
};

/** What an entry says, as something that speaks of its case. */
class EntryOrigin implements Origin {
  readonly name = "";
  readonly #prefix: string;

  constructor(
    readonly document: RecognisedDocument,
    readonly entry: ListedDocument,
    at: number,
    readonly meant: RecognisedDocument | undefined,
  ) {
    this.#prefix = `entries[${at}].`;
  }

  get file(): string {
    return this.document.file;
  }

  speaksOf(path: string): boolean {
    return path.startsWith(this.#prefix);
  }

  source(path: string): Source | undefined {
    if (!path.startsWith(this.#prefix)) return undefined;
    if (path.endsWith(".actual")) {
      const { file, pages } = this.meant ?? {};
      return file === undefined
        ? undefined
        : { field: path, file, ...(pages && { page: pages[0] }) };
    }
    const { title, page } = this.entry;
    const isPaged = this.document.pages !== null;
    return { field: path, file: this.file, ...(isPaged && { page }), text: title };
  }
}

/** A page that an entry gives, and on which another document stands that another entry means. */
const isTaken = (
  entry: ListedDocument,
  found: ReadonlyMap<ListedDocument, RecognisedDocument>,
): boolean =>
  entry.from !== null && [...found.values()].some(({ printedPage }) => printedPage === entry.from);

/**
 * Holds a catalogue against the dossier. An entry that fits no document means one that is not there, unless
 * there are documents left over that could not be told; a document that fits none is not listed, unless an
 * entry is left over or general enough to mean it.
 */
export const catalogueOf = (documents: readonly RecognisedDocument[]): Catalogue | undefined => {
  const given = entriesOf(documents);
  if (given.length === 0 || given.some(([, { confidence }]) => confidence < certainFrom)) {
    return undefined;
  }
  const entries = given.map(([, entry]) => entry);
  const inside = documents.filter(({ type }) => type === null || !unlisted.has(type));
  const found = matched(entries, inside);
  const meant = new Set(found.values());
  const untold = inside.filter(
    (one) => !meant.has(one) && (one.type === null || one.text === "none"),
  );
  const open = entries.filter((entry) => !found.has(entry));
  return {
    entries: entries.map((entry) => {
      const document = found.get(entry);
      const isAbsent = !document && (untold.length === 0 || isTaken(entry, found));
      return {
        title: entry.title,
        ...(entry.from !== null && { from: entry.from }),
        ...(document ? { present: true } : isAbsent && { present: false }),
        ...(typeof document?.printedPage === "number" && { actual: document.printedPage }),
      };
    }),
    listed: documents.map((document) => {
      if (meant.has(document)) return true;
      if (!inside.includes(document) || document.type === null) return undefined;
      if (isCovered(document, entries, found)) return true;
      const mayBeMeant = open.length > 0 || entries.some(({ title }) => general.test(title));
      return mayBeMeant ? undefined : false;
    }),
    origins: given.map(
      ([document, entry], at) => new EntryOrigin(document, entry, at, found.get(entry)),
    ),
  };
};

/** Below, what recognition of a picture read is not relied on. */
const certainFrom = 0.8;

/** One entry may list several documents of a type: 现场照片 8-11. */
const isCovered = (
  { type, printedPage }: RecognisedDocument,
  entries: readonly ListedDocument[],
  found: ReadonlyMap<ListedDocument, RecognisedDocument>,
): boolean =>
  entries.some(
    (entry) =>
      (found.get(entry)?.type ?? entry.type) === type ||
      (printedPage !== null &&
        entry.from !== null &&
        entry.from <= printedPage &&
        printedPage <= (entry.to ?? entry.from)),
  );
