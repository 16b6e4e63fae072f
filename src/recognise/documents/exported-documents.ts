import type { CaseJson, JsonValue } from "../../model/case-json.js";
import type { DocumentWords } from "../../model/document-words.js";
import type { TitleBook } from "./document-titles.js";
import { Findings } from "./findings.js";
import { isBlankMarker } from "../../values/blank.js";
import { labelKey } from "./plain-text.js";
import { readField, type FieldValue } from "./read-field.js";
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

type Text = readonly [key: string, text: string, isList: boolean];

const textsIn = (entries: Entries): Text[] =>
  Object.entries(entries).flatMap(([key, value]): Text[] => {
    const text = textOf(value);
    return text === undefined ? [] : [[labelKey(key), text, Array.isArray(value)]];
  });

/** The one text of a record under one of some keys. */
const under = (texts: readonly Text[], keys: ReadonlySet<string>): string | undefined =>
  texts.find(([key]) => keys.has(key))?.[1];

/** A key for one name, with one name, says nothing of others. */
const isOneOfMore = (value: FieldValue, isList: boolean): boolean =>
  Array.isArray(value) && value.length === 1 && !isList;

const fieldsOf = (
  type: string,
  texts: readonly Text[],
  { fields: words, words: values }: DocumentWords,
): Pick<RecognisedDocument, "fields" | "blank"> => {
  const found = new Findings();
  const blank = new Findings();
  const said = { page: 1, confidence: 1 };
  const take = (field: string | undefined, text: string | undefined, isList = true): void => {
    if (field === undefined || text === undefined) return;
    for (const [path, value] of readField(field, text, values)) {
      const isOpen = isOneOfMore(value, isList);
      found.add(path, { value, text, ...said, ...(isOpen && { certain: false as const }) });
    }
    if (field.startsWith("documents.") && isBlankMarker(text)) {
      blank.add(field, { value: "", text, ...said });
    }
  };
  for (const { field, labels, in: types } of [...words.exported, ...words.labels]) {
    if (types.length > 0 && !types.includes(type)) continue;
    const keys = new Set(labels.map(labelKey));
    for (const [key, text, isList] of texts) if (keys.has(key)) take(field, text, isList);
  }
  take(words.numbers[type], under(texts, numberKeys));
  take(words.footDates[type], under(texts, dayKeys));
  const fine = words.fines[type];
  if (fine !== undefined && !found.has(fine)) {
    const lines = texts.map(([, text]) => ({ text, top: 0, ...said }));
    take(fine, fineIn(lines)?.text);
  }
  return { fields: found.result(), blank: blank.result() };
};

const servedOf = (texts: readonly Text[], titles: TitleBook): ServedDocument[] => {
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
      ...(type ? fieldsOf(type.id, texts, words) : { fields: {}, blank: {} }),
      serves: type?.id === "service-receipt" ? servedOf(texts, titles) : [],
      case: null,
      printedPage: null,
      entries: [],
      signedFor: false,
      words: type
        ? null
        : texts
            .flatMap(([key, text]) => [key, text])
            .join("\n")
            .slice(0, 2000),
    };
  });
