import type { RecognisedDocument } from "../../recognise/documents/recognise-documents.js";
import type { FieldValue } from "../../recognise/documents/read-field.js";

export interface Written extends Partial<Omit<RecognisedDocument, "fields">> {
  /** Values by path; `{ doubtful }` for one that was recognised with doubt. */
  says?: Record<string, FieldValue | { doubtful: FieldValue }>;
}

/** A recognised document of one page with a text of its own. */
export const documentOf = (
  file: string,
  type: string | null,
  { says = {}, ...more }: Written = {},
): RecognisedDocument => ({
  ...{ file, pages: [1, 1], type, code: type && "FIL", typeName: type, title: type },
  ...{
    confidence: type ? 1 : 0,
    text: "file",
    case: null,
    blank: {},
    serves: [],
    printedPage: null,
    entries: [],
    signedFor: false,
  },
  words: type === null ? "" : null,
  fields: Object.fromEntries(
    Object.entries(says).map(([path, said]) => {
      const isDoubtful = typeof said === "object" && "doubtful" in said;
      const value = isDoubtful ? said.doubtful : said;
      const field = { value, text: String(value), page: 1, confidence: isDoubtful ? 0.5 : 1 };
      return [path, isDoubtful ? { ...field, certain: false as const } : field];
    }),
  ),
  ...more,
});

/** What a receipt (送达回证) says was served. */
export const serving = (...types: string[]): RecognisedDocument["serves"] =>
  types.map((type) => ({ type, number: null, said: { text: type, page: 1, confidence: 1 } }));
