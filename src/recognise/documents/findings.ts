import type { FieldValue } from "./read-field.js";

/** What a document says of one field. */
export interface DocumentField {
  /** As fields of cases are kept: an ISO day, integer fen, a value of the enumeration, text. */
  value: FieldValue;
  /** As it stands in the document. */
  text: string;
  page: number;
  /** From 0 to 1. */
  confidence: number;
  /** Set where it was recognised with doubt: it counts like what cannot be read. */
  certain?: false;
}

/** Path of the field, elements of lists with their index → what the document says. */
export type FieldsFound = Readonly<Record<string, DocumentField>>;

/** What a document may say more than once, each time in other words: the first is as good as any. */
const notes: ReadonlySet<string> = new Set(
  [
    ...[
      "refusal",
      "recorded",
      "shows",
      "maker",
      "place",
      "copyNote",
      "copySource",
      "certificatesShown",
    ],
    ...["device", "deviceReview", "devicePublished", "deviceNotice"],
  ].map((name) => `documents.${name}`),
);

/**
 * Collects what is said of each field; one said in two ways is left out, unless only one of them is certain. Lists of a
 * document's own are joined: a form may have a row for each of its officers.
 */
export class Findings {
  readonly #found = new Map<string, DocumentField>();
  readonly #disputed = new Set<string>();

  add(path: string, field: DocumentField): void {
    const before = this.#found.get(path);
    if (before && path.startsWith("documents.") && Array.isArray(before.value)) {
      const all = [...new Set([...before.value, ...[field.value].flat().map(String)])];
      const isDoubtful = !isCertain(before) || !isCertain(field);
      this.#found.set(path, { ...before, value: all, ...(isDoubtful && { certain: false }) });
      return;
    }
    const isSame = !before || notes.has(path) || String(before.value) === String(field.value);
    if (before && !isSame && isCertain(before) === isCertain(field)) this.#disputed.add(path);
    else if (!before || isSurer(field, before)) {
      this.#found.set(path, field);
      if (!isSame) this.#disputed.delete(path);
    }
  }

  get isEmpty(): boolean {
    return this.#found.size === 0;
  }

  has(path: string): boolean {
    return this.#found.has(path);
  }

  result(): FieldsFound {
    return Object.fromEntries([...this.#found].filter(([path]) => !this.#disputed.has(path)));
  }
}

const isCertain = ({ certain }: DocumentField): boolean => certain !== false;

const isSurer = (a: DocumentField, b: DocumentField): boolean =>
  isCertain(a) === isCertain(b) ? a.confidence > b.confidence : isCertain(a);
