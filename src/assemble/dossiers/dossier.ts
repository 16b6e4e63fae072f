import { documentNumberKey, parseDocumentNumber } from "../../values/document-number.js";
import type { FieldsFound } from "../../recognise/documents/findings.js";
import type { RecognisedDocument } from "../../recognise/documents/recognise-documents.js";

/** A dossier (案卷): the documents of one case, in the order of their files and pages. */
export interface Dossier {
  documents: readonly RecognisedDocument[];
  /** The folder, or the file, in which they lie. */
  place: string;
}

/** The folder of a file; empty for the uppermost. */
export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf("/")));

/** The folder in which a dossier lies, also where it is a single file. */
export const folderOfDossier = ({ documents, place }: Dossier): string =>
  documents.some(({ file }) => file === place) ? folderOf(place) : place;

/** Fields with the number of a decision or another document of one case. */
const numberFields = [
  ...["decision.number", "filing.documentNumber", "notice.documentNumber", "number"],
  ...["correction.documentNumber", "legalReview.documentNumber", "hearing.noticeNumber"],
  ...["coercion.documentNumber", "preservation.documentNumber", "inspection.number"],
];

/** What a document says for certain of a field, as text. */
export const certainText = (fields: FieldsFound, path: string): string | undefined => {
  const field = fields[path];
  return field && field.certain !== false ? String(field.value) : undefined;
};

/** The keys of the numbers that name their agency, which no other case has, and of the one a person gave. */
export const numberKeysOf = ({ fields, case: given }: RecognisedDocument): string[] => [
  ...(given === null ? [] : [documentNumberKey(given)]),
  ...numberFields.flatMap((path) => {
    const text = certainText(fields, path);
    return text !== undefined && parseDocumentNumber(text)?.prefix ? documentNumberKey(text) : [];
  }),
];

/** The key of the one field's number; undefined where the document does not say it. */
export const numberKeyOf = (
  { fields }: RecognisedDocument,
  path: "decision.number" | "filing.documentNumber",
): string | undefined => {
  const text = certainText(fields, path);
  return text === undefined ? undefined : documentNumberKey(text);
};

/** The party that a document names. */
export const partyIn = ({ fields }: RecognisedDocument): string | undefined =>
  certainText(fields, "party.name");
