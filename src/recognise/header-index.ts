import {
  isFieldOf,
  kindOfField,
  isInList,
  sheetKinds,
  type AmbiguousHeader,
  type Choice,
  type HeaderEntry,
  type SheetKind,
  type Vocabulary,
} from "../model/vocabulary.js";
import { differingLetters, NearKeys } from "./near-keys.js";
import { normaliseHeader, type MoneyUnit, type NormalisedHeader } from "./normalise-header.js";

export type Match = "canonical" | "alias" | "guess";

/** A header understood: the field it fills. */
export interface FieldMeaning {
  field: string;
  match: Match;
  /** Unit that the template fixes and the header does not name. */
  unit?: MoneyUnit;
}

/** What a header means in one kind of sheet: a field, or choices between several. */
export interface Meaning {
  /** What it usually means; missing where only the choices say. */
  usual?: FieldMeaning;
  choices?: readonly Choice[];
}

/** What the headers of a vocabulary mean. Matches whole headers only, never a part of one. */
export class HeaderIndex {
  private readonly kinds: ReadonlyMap<SheetKind, ReadonlyMap<string, Meaning>>;
  private readonly nearKeys: NearKeys;
  private readonly telling: ReadonlySet<string>;
  /** Headers of any kind of sheet. */
  private readonly known: ReadonlyMap<string, unknown>;

  constructor(vocabulary: Vocabulary) {
    const normalise = normaliserOf(vocabulary);
    this.kinds = new Map(sheetKinds.map((kind) => [kind, meaningsIn(vocabulary, kind, normalise)]));
    const fields = fieldsByKey([...this.kinds.values()]);
    this.known = fields;
    this.nearKeys = new NearKeys(fields.keys());
    this.telling = tellingLetters([...this.kinds.values()], this.nearKeys);
  }

  lookUp(header: NormalisedHeader, kind: SheetKind): Meaning | undefined {
    const meanings = this.meanings(kind);
    return (
      meanings.get(header.key) ??
      (header.bare ? meanings.get(header.bare) : undefined) ??
      numbered(header.key, meanings) ??
      this.guess(header.key, meanings)
    );
  }

  /** Whether it is a header of any kind of sheet. */
  knows({ key }: NormalisedHeader): boolean {
    return key !== "" && this.known.has(key);
  }

  /** Everything that a kind of sheet may have as a header, normalised. */
  meanings(kind: SheetKind): ReadonlyMap<string, Meaning> {
    return this.kinds.get(kind) ?? new Map<string, Meaning>();
  }

  /**
   * The one field that a header one letter off may mean. Not guessed: short headers, headers close to
   * one that is ambiguous or to those of two fields, headers of other kinds of sheet, and a letter that
   * tells headers apart.
   */
  private guess(key: string, meanings: ReadonlyMap<string, Meaning>): Meaning | undefined {
    if ([...key].length < shortestGuess || key.length > longestGuess) return undefined;
    if (this.known.has(key)) return undefined;
    const near = [...this.nearKeys.near(key)].filter((name) => meanings.has(name));
    const found = near.flatMap((name) => meanings.get(name) ?? []);
    const fields = new Set(found.map((meaning) => meaning.usual?.field));
    const usual = found[0]?.usual;
    if (!usual || fields.size > 1 || usual.field.startsWith("row.")) return undefined;
    if (found.some((meaning) => meaning.choices)) return undefined;
    const isSlip = near.every(
      (name) =>
        [...name].length >= shortestGuess &&
        !differingLetters(key, name).some((letter) => this.telling.has(letter)),
    );
    return isSlip ? { usual: { ...usual, match: "guess" } } : undefined;
  }
}

const shortestGuess = 4;
const longestGuess = 40;

type Normalise = (name: string) => NormalisedHeader;

/** Every kind of sheet looks at the same names. */
const normaliserOf = (vocabulary: Vocabulary): Normalise => {
  const names = [
    ...vocabulary.headers.flatMap(({ id = [], header, also }) => [id, header, also].flat()),
    ...vocabulary.ambiguous.flatMap(({ headers }) => headers),
  ];
  const normalised = new Map(names.map((name) => [name, normaliseHeader(name)]));
  return (name) => normalised.get(name) ?? normaliseHeader(name);
};

const meaningsIn = (
  vocabulary: Vocabulary,
  kind: SheetKind,
  normalise: Normalise,
): Map<string, Meaning> => {
  const meanings = new Map<string, Meaning>();
  const entries = vocabulary.headers.filter(
    (entry) => isFieldOf(entry.field, kind) && (!entry.in.length || entry.in.includes(kind)),
  );
  const namesKind = (entry: HeaderEntry) => (entry.in.length ? 0 : 1);
  for (const entry of [...entries].sort((a, b) => namesKind(a) - namesKind(b))) {
    add(meanings, normalise(entry.header), entry, "canonical");
    for (const name of entry.also) add(meanings, normalise(name), entry, "alias");
    if (entry.id) add(meanings, normalise(entry.id), entry, "alias");
  }
  for (const ambiguous of vocabulary.ambiguous) {
    addChoices(meanings, ambiguous, kind, normalise);
  }
  return meanings;
};

/** The first entry for a key wins; entries that name the kind of sheet come first. */
const add = (
  meanings: Map<string, Meaning>,
  { key, unit }: NormalisedHeader,
  entry: HeaderEntry,
  match: Match,
): void => {
  const known = meanings.get(key)?.usual;
  const isBetterMatch = match === "canonical" && known?.field === entry.field;
  if (known && !isBetterMatch) return;
  const fixed = unit ? undefined : entry.unit;
  meanings.set(key, { usual: { field: entry.field, match, ...(fixed && { unit: fixed }) } });
};

const addChoices = (
  meanings: Map<string, Meaning>,
  { headers, choices, in: kinds }: AmbiguousHeader,
  kind: SheetKind,
  normalise: Normalise,
): void => {
  if (kinds.length && !kinds.includes(kind)) return;
  const possible = choices.filter((choice) => isPossible(choice, kind));
  for (const header of headers) {
    const { key } = normalise(header);
    const usual = meanings.get(key)?.usual;
    const chooses = possible.some((choice) => choice.field);
    // Where none of the choices can be meant, a kind of sheet of its own has its own meaning.
    if (usual && !chooses && kindOfField(usual.field) === kind) continue;
    if (!choices.length || usual || chooses) {
      meanings.set(key, { ...(usual && { usual }), choices: possible });
    }
  }
};

/** 承办人1, 执法证号2, 第二承办人: one of several columns for a field that a case has several times. */
const numbered = (key: string, meanings: ReadonlyMap<string, Meaning>): Meaning | undefined => {
  const name = /^(?:第[一二三四五12345])?(.+?)[一二三四五12345]?$/.exec(key)?.[1];
  const usual = name !== undefined && name !== key ? meanings.get(name)?.usual : undefined;
  return usual && isInList(usual.field) ? { usual: { ...usual, match: "alias" } } : undefined;
};

const fieldsByKey = (
  kinds: readonly ReadonlyMap<string, Meaning>[],
): Map<string, Set<string | undefined>> => {
  const fields = new Map<string, Set<string | undefined>>();
  for (const [key, meaning] of kinds.flatMap((meanings) => [...meanings])) {
    const known = fields.get(key) ?? new Set();
    fields.set(key, known.add(meaning.usual?.field));
  }
  return fields;
};

/** The letters that alone keep two headers of one kind of sheet apart (罚 and 没, 起 and 止, 立). */
const tellingLetters = (
  kinds: readonly ReadonlyMap<string, Meaning>[],
  nearKeys: NearKeys,
): Set<string> => {
  const letters = new Set(alwaysTelling);
  for (const [one, other] of nearKeys.pairs()) {
    const tells = kinds.some((meanings) => {
      const [a, b] = [meanings.get(one), meanings.get(other)];
      return a && b && a.usual?.field !== b.usual?.field;
    });
    if (!tells) continue;
    for (const letter of differingLetters(one, other)) letters.add(letter);
  }
  return letters;
};

/** One such letter turns a header into the name of something else (依据 and 不予…依据, 罚款 and 罚没). */
const alwaysTelling =
  "不未非无免拟应实已起止自至前后内外加减大小告立结决听送复诉罚没款首末再撤终始元万是否同检催移改缴审批公示0123456789";

const isPossible = (choice: Choice, kind: SheetKind): boolean =>
  (!choice.in.length || choice.in.includes(kind)) &&
  (choice.field === undefined || isFieldOf(choice.field, kind));

const indexes = new WeakMap<Vocabulary, HeaderIndex>();

/** The index of a vocabulary, built once. */
export const headerIndexOf = (vocabulary: Vocabulary): HeaderIndex => {
  const known = indexes.get(vocabulary) ?? new HeaderIndex(vocabulary);
  indexes.set(vocabulary, known);
  return known;
};
