import { z } from "zod";
import type { Correction } from "../model/correction.js";
import type { DocumentType } from "../model/document-words.js";
import { caseFields } from "../model/fields.js";
import { textKey } from "../values/text-key.js";
import { nearest } from "./nearest.js";
import { RuleFileError, type RuleProblem } from "./problem.js";
import { YamlSource } from "./yaml-source.js";

/** The name of a file of corrections; it speaks of the files in its own folder and below. */
export const correctionsName = "anjuan.documents.yaml";

const pages = z.union([z.int().positive(), z.string().regex(/^[1-9]\d{0,4}(?:-[1-9]\d{0,4})?$/)]);

const schema = z.strictObject({
  documents: z.array(
    z.strictObject({
      file: z.string().min(1),
      /** `3`, `3-4`; left out for the whole file. */
      pages: pages.optional(),
      /** Id, title or another name of the type; `other` (其他) for a paper of no case. */
      type: z.string().min(1),
      case: z.string().min(1).optional(),
      fields: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
    }),
  ),
});

const keys = ["documents", "file", "pages", "type", "case", "fields"];
const none = new Set(["other", "其他", "无"]);

const spanOf = (given: z.infer<typeof pages> | undefined): Correction["pages"] => {
  if (given === undefined) return null;
  const [first = 0, last = first] = String(given).split("-").map(Number);
  return [first, last];
};

const typesByName = (types: readonly DocumentType[]): ReadonlyMap<string, DocumentType> =>
  new Map(
    types.flatMap((type) =>
      [type.id, type.title.zh, ...type.titles].map((name) => [textKey(name), type] as const),
    ),
  );

/**
 * Reads anjuan.documents.yaml, by which a person sets right how dossiers were cut and what was recognised;
 * `folder` is where it lies, with `/`. Throws RuleFileError with every place that is wrong.
 */
export const readCorrections = (
  text: string,
  { file, folder }: { file: string; folder: string },
  types: readonly DocumentType[],
): Correction[] => {
  const source = new YamlSource(file, text);
  const { documents } = source.parse(schema, keys);
  const byName = typesByName(types);
  const problems: RuleProblem[] = [];
  const corrections = documents.map((given, i): Correction => {
    const at = ["documents", i];
    const type = byName.get(textKey(given.type)) ?? null;
    if (!type && !none.has(given.type)) {
      const details = { name: given.type };
      const hint = nearest(
        given.type,
        types.flatMap(({ id, title }) => [id, title.zh]),
      );
      problems.push(
        source.problem([...at, "type"], { code: "not-a-choice", details, nearest: hint }),
      );
    }
    for (const path of Object.keys(given.fields).filter((one) => !caseFields.has(one))) {
      const fault = { code: "unknown-field" as const, details: { name: path } };
      const hint = nearest(path, caseFields.keys());
      problems.push(source.problemAtKey([...at, "fields"], path, { ...fault, nearest: hint }));
    }
    return {
      file: folder === "" ? given.file : `${folder}/${given.file}`,
      pages: spanOf(given.pages),
      type,
      case: given.case ?? null,
      fields: new Map(Object.entries(given.fields).map(([path, said]) => [path, String(said)])),
    };
  });
  if (problems.length > 0) throw new RuleFileError(problems);
  return corrections;
};
