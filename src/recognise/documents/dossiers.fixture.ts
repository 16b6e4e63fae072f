import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { truthSchema, type Truth } from "../../../scripts/dossiers/truth.js";
import type { DocumentWords } from "../../model/document-words.js";
import { z } from "zod";
import type { Page, PagedFile } from "../../model/pages.js";
import { ReaderPool } from "../../read/documents/reader-pool.js";
import { findInputs } from "../../read/find-inputs.js";
import { loadDocumentWords } from "../../rules/load-document-words.js";
import { loadVocabulary } from "../../rules/load-vocabulary.js";

const root = new URL("../../../fixtures/", import.meta.url);

/** What is known of a dossier of fixtures/dossiers. */
export const truthOf = (name: string): Truth =>
  truthSchema.parse(JSON.parse(readFileSync(new URL(`dossiers/truth/${name}.json`, root), "utf8")));

/** The documents of a folder below fixtures, read. */
export const readFolder = async (folder: string): Promise<PagedFile[]> => {
  const pool = new ReaderPool({ jobs: 2 });
  try {
    const files: PagedFile[] = [];
    for (const { path, file, content } of await findInputs([
      fileURLToPath(new URL(`${folder}/`, root)),
    ])) {
      if (!("as" in content) || content.as !== "document") continue;
      const outcome = await pool.readDocument({ path, file, format: content.format });
      if (outcome.status === "read") files.push(outcome.document);
    }
    return files;
  } finally {
    pool.close();
  }
};

const recognisedSchema = z.record(z.string(), z.array(z.custom<Page>()));

/** The documents of a dossier with what recognition read on its scanned pages (fixtures/recognised). */
export const readRecognised = async (name: string): Promise<PagedFile[]> => {
  const text = readFileSync(new URL(`recognised/${name}.json`, root), "utf8");
  const recognised = recognisedSchema.parse(JSON.parse(text));
  return (await readFolder(`dossiers/${name}`)).map((file) => {
    const pages = recognised[file.file] ?? [];
    const found = (page: Page) => pages.find(({ number }) => number === page.number);
    return { ...file, pages: file.pages.map((page) => found(page) ?? page) };
  });
};

export const documentWords = async (): Promise<DocumentWords> =>
  loadDocumentWords(await loadVocabulary());
