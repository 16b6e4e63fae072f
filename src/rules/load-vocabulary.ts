import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { mergeVocabularies, vocabularySchema, type Vocabulary } from "../model/vocabulary.js";
import { prebuiltContent } from "./prebuilt.js";
import { builtinFolder } from "./rule-book.js";

/** The words of rules/vocabulary/*.yaml, all files joined in the order of their names. */
export const loadVocabulary = async (): Promise<Vocabulary> => {
  const folder = path.join(builtinFolder, "vocabulary");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const parts = names.map(async (name) => {
    const text = await readFile(path.join(folder, name), "utf8");
    return vocabularySchema.parse((await prebuiltContent(text)) ?? parse(text));
  });
  return mergeVocabularies(await Promise.all(parts));
};
