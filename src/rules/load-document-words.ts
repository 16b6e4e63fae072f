import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import {
  documentElementsSchema,
  documentFieldsSchema,
  documentTypeSchema,
  dossierWordsSchema,
  type DocumentWords,
} from "../model/document-words.js";
import type { Vocabulary } from "../model/vocabulary.js";
import { prebuiltContent } from "./prebuilt.js";
import { builtinFolder } from "./rule-book.js";

const typesSchema = z.strictObject({ documents: z.array(documentTypeSchema) });

const read = async (name: string): Promise<unknown> => {
  const text = await readFile(path.join(builtinFolder, "vocabulary", "documents", name), "utf8");
  return (await prebuiltContent(text)) ?? parse(text);
};

/** The words of rules/vocabulary/documents/*.yaml, with those of fields that ledgers share. */
export const loadDocumentWords = async ({
  words,
}: Pick<Vocabulary, "words">): Promise<DocumentWords> => ({
  types: typesSchema.parse(await read("types.yaml")).documents,
  fields: documentFieldsSchema.parse(await read("fields.yaml")),
  elements: documentElementsSchema.parse(await read("elements.yaml")),
  dossiers: dossierWordsSchema.parse(await read("dossiers.yaml")),
  words,
});
