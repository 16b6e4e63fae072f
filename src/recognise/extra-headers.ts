import {
  isFieldOf,
  sheetKinds,
  type AmbiguousHeader,
  type HeaderEntry,
  type Vocabulary,
} from "../model/vocabulary.js";
import { normaliseHeader } from "./normalise-header.js";

/** A header that someone says fills a field. */
export interface ExtraHeader {
  header: string;
  field: string;
}

/** It has the meaning in every kind of sheet that knows the field, and goes before what is there. */
const entryOf = ({ header, field }: ExtraHeader): HeaderEntry => ({
  ...{ header, field, also: [] },
  in: sheetKinds.filter((kind) => isFieldOf(field, kind)),
});

/** An ambiguous header that has been settled stays ambiguous in the other kinds of sheet only. */
const withoutSettled = (
  ambiguous: AmbiguousHeader,
  settled: ReadonlyMap<string, HeaderEntry>,
): AmbiguousHeader[] => {
  const open = ambiguous.headers.filter((header) => !settled.has(normaliseHeader(header).key));
  const restricted = ambiguous.headers.flatMap((header): AmbiguousHeader[] => {
    const entry = settled.get(normaliseHeader(header).key);
    const kinds = ambiguous.in.length > 0 ? ambiguous.in : sheetKinds;
    const left = kinds.filter((kind) => !entry?.in.includes(kind));
    return entry && left.length > 0 ? [{ ...ambiguous, headers: [header], in: left }] : [];
  });
  return [...(open.length > 0 ? [{ ...ambiguous, headers: open }] : []), ...restricted];
};

/** The vocabulary with headers of someone's own. */
export const withHeaders = (vocabulary: Vocabulary, extra: readonly ExtraHeader[]): Vocabulary => {
  if (extra.length === 0) return vocabulary;
  const entries = extra.map(entryOf);
  const settled = new Map(entries.map((entry) => [normaliseHeader(entry.header).key, entry]));
  return {
    ...vocabulary,
    headers: [...entries, ...vocabulary.headers],
    ambiguous: vocabulary.ambiguous.flatMap((one) => withoutSettled(one, settled)),
  };
};
