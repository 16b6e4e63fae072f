import type { CaseJson, JsonValue } from "../../model/case-json.js";
import type { DocumentWords } from "../../model/document-words.js";
import type { TitleBook } from "./document-titles.js";
import { Findings, type FieldsFound } from "./findings.js";
import { labelKey } from "./plain-text.js";
import { readField } from "./read-field.js";
import type { RecognisedDocument } from "./recognise-documents.js";
import { fineIn } from "./sentence-fields.js";
import type { ServedDocument } from "./served-documents.js";

type Entries = CaseJson["documents"][number]["fields"];

/** A system's words for what every document has: its number and its day. */
const numberKeys = new Set(["文号", "文书号", "文书编号", "编号"]);
const dayKeys = new Set(["日期", "文书日期", "成文日期", "落款日期"]);
const servedKeys = new Set(["文书名称", "送达文书", "送达文书名称"]);

/** A record's value as a form would show it; undefined for records within records. */
const textOf = (value: JsonValue): string | undefined => {
  if (value === null) return "";
  if (Array.isArray(value)) {
    const parts = (value as readonly JsonValue[]).map(textOf);
    return parts.includes(undefined) ? undefined : parts.join("、");
  }
  return typeof value === "object" ? undefined : String(value);
};

const textsIn = (entries: Entries): [key: string, text: string][] =>
  Object.entries(entries).flatMap(([key, value]): [string, string][] => {
    const text = textOf(value);
    return text === undefined ? [] : [[labelKey(key), text]];
  });

/** The one text of a record under one of some keys. */
const under = (texts: readonly [string, string][], keys: ReadonlySet<string>): string | undefined =>
  texts.find(([key]) => keys.has(key))?.[1];

const fieldsOf = (
  type: string,
  texts: readonly [string, string][],
  { fields: words, words: values }: DocumentWords,
): FieldsFound => {
  const found = new Findings();
  const take = (field: string | undefined, text: string | undefined): void => {
    if (field === undefined || text === undefined) return;
    for (const [path, value] of readField(field, text, values)) {
      found.add(path, { value, text, page: 1, confidence: 1 });
    }
  };
  for (const { field, labels, in: types } of [...words.exported, ...words.labels]) {
    if (types.length > 0 && !types.includes(type)) continue;
    const keys = new Set(labels.map(labelKey));
    for (const [key, text] of texts) if (keys.has(key)) take(field, text);
  }
  take(words.numbers[type], under(texts, numberKeys));
  take(words.footDates[type], under(texts, dayKeys));
  const fine = words.fines[type];
  if (fine !== undefined && !found.has(fine)) {
    const said = texts.map(([, text]) => ({ text, page: 1, top: 0, confidence: 1 }));
    take(fine, fineIn(said)?.text);
  }
  return found.result();
};

const servedOf = (texts: readonly [string, string][], titles: TitleBook): ServedDocument[] => {
  const title = under(texts, servedKeys);
  const type = title === undefined ? undefined : titles.typeOf(title.replace(/[《》]/g, ""))?.id;
  if (title === undefined || type === undefined) return [];
  const number = under(texts, numberKeys) ?? null;
  return [{ type, number, said: { text: title, page: 1, confidence: 1 } }];
};

/**
 * The documents of a case that a system exported: each record's keys are labels, as a form has them, or
 * words that only systems use (`exported`). Keys that nobody knows say nothing.
 */
export const recogniseExport = (
  { file, documents }: CaseJson,
  words: DocumentWords,
  titles: TitleBook,
): RecognisedDocument[] =>
  documents.map(({ type: title, fields }) => {
    const type = titles.typeOf(title);
    const texts = textsIn(fields);
    return {
      ...{ file, pages: null, type: type?.id ?? null, code: type?.code ?? null },
      ...{ typeName: type?.title.zh ?? null, title },
      ...{ confidence: type ? 1 : 0, text: "file" as const },
      fields: type ? fieldsOf(type.id, texts, words) : {},
      serves: type?.id === "service-receipt" ? servedOf(texts, titles) : [],
      printedPage: null,
      entries: [],
      signedFor: false,
      words: type ? null : texts.flat().join("\n").slice(0, 2000),
    };
  });
