import type { Origin, Source } from "../../model/origin.js";
import type { RecognisedDocument } from "../../recognise/documents/recognise-documents.js";
import { ownPrefix, type CaseFields } from "./case-fields.js";

/** A document as something that speaks of its case. */
export class DocumentOrigin implements Origin {
  readonly #own: string;

  constructor(
    readonly document: RecognisedDocument,
    /** Its place in the case's list of documents. */
    at: number,
    /** What it says of the case. */
    readonly fields: CaseFields,
    /** Path in the case → path in the document, of elements of lists. */
    readonly renamed: ReadonlyMap<string, string>,
  ) {
    this.#own = `documents[${at}].`;
  }

  get file(): string {
    return this.document.file;
  }

  get name(): string {
    return this.document.file;
  }

  speaksOf(path: string): boolean {
    return this.#fieldAt(path) !== undefined;
  }

  source(path: string): Source | undefined {
    const { file, pages } = this.document;
    if (isWhat.test(path)) return path.startsWith(this.#own) ? this.#itself(path) : undefined;
    const found = this.#fieldAt(path);
    if (!found) return undefined;
    return {
      ...{ field: path, file },
      ...(pages !== null && { page: found.page }),
      text: found.text,
      ...(found.confidence < 1 && { confidence: found.confidence }),
    };
  }

  /** What a document is stands in its title. */
  #itself(path: string): Source {
    const { file, pages, title } = this.document;
    return {
      ...{ field: path, file },
      ...(pages !== null && { page: pages[0] }),
      ...(title !== null && { text: title }),
    };
  }

  #fieldAt(path: string) {
    if (path.startsWith(this.#own)) {
      const own = ownPrefix + path.slice(this.#own.length);
      return this.document.fields[own] ?? this.document.blank[own];
    }
    return this.fields[this.renamed.get(path) ?? path.replace(/^parties\[0\]/, "party")];
  }
}

/** What a document is and how it is listed, as against what it says. */
const isWhat = /^documents\[\d+\]\.(type|title|file|page|listed|printedPage)$/;
