import { readFileSync } from "node:fs";
import { parse } from "yaml";

const file = new URL("../../rules/vocabulary/documents/types.yaml", import.meta.url);
const { documents } = parse(readFileSync(file, "utf8")) as {
  documents: { id: string; code: string }[];
};

/** The class in which the vocabulary counts a type of documents. Throws for a type that it does not have. */
export const codeOf = (type: string): string => {
  const found = documents.find(({ id }) => id === type);
  if (!found) throw new RangeError(`No type ${type}`);
  return found.code;
};
