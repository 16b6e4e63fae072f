import type { DossierWords } from "../../model/document-words.js";
import type { Origin, Source } from "../../model/origin.js";
import type { RecognisedDocument } from "../../recognise/documents/recognise-documents.js";
import type { Dossier } from "./dossier.js";

/** A dossier that lacks a document, and so says nothing of its fields: to be compared with an empty cell. */
class AbsenceOrigin implements Origin {
  readonly name = "";

  constructor(
    readonly file: string,
    readonly fields: ReadonlySet<string>,
  ) {}

  speaksOf(path: string): boolean {
    return this.fields.has(path);
  }

  source(path: string): Source | undefined {
    return this.fields.has(path) ? { field: path, file: this.file } : undefined;
  }
}

const hasOneOf = (documents: readonly RecognisedDocument[], types: readonly string[]): boolean =>
  documents.some(({ type }) => type !== null && types.includes(type));

/** Whether a dossier holds a beginning, a decision and an end, and all of it could be read. */
export const isWhole = ({ documents }: Dossier, words: DossierWords): boolean =>
  documents.every(({ text }) => text !== "none") &&
  words.whole.every((types) => hasOneOf(documents, types));

/**
 * What a whole dossier does not speak of, because no document of it does. A document of unknown type that
 * might be the one leaves it open, and so does a dossier without the volume (副卷) in which it would lie.
 */
export const absencesIn = (dossier: Dossier, words: DossierWords): Origin[] => {
  if (!isWhole(dossier, words)) return [];
  const { documents, place } = dossier;
  const unknown = documents.flatMap(({ words: said }) => said ?? []);
  const fields = words.absences
    .filter(
      ({ without, beside, words: pattern }) =>
        !hasOneOf(documents, without) &&
        (beside.length === 0 || hasOneOf(documents, beside)) &&
        !unknown.some((text) => new RegExp(pattern, "u").test(text)),
    )
    .flatMap((absence) => absence.fields);
  return fields.length > 0 ? [new AbsenceOrigin(place, new Set(fields))] : [];
};
