import { textKey } from "../../values/text-key.js";
import type { CaseValues } from "../../model/case-file.js";
import type { BenchmarkTable } from "../../model/benchmark.js";
import type { Origin } from "../../model/origin.js";
import type { BenchmarkPlaces } from "./benchmark-origin.js";
import { FoundItem } from "./found-item.js";
import { cluesOf, ItemSearch, type Entry, type ItemClues } from "./item-search.js";
import {
  isFor,
  isInForce,
  placesIn,
  shelve,
  yardsticksOf,
  type ShelvedTable,
} from "./tables-in-force.js";

type Benchmark = NonNullable<CaseValues["benchmark"]>;

/** What the tables say of a case, and where. */
export interface JoinedBenchmark {
  benchmark: Benchmark;
  origins: Origin[];
}

/** What is said all the same where no entry was found. */
interface NotFound {
  said: Benchmark | undefined;
}

/** The tables in force for an agency on a day, and the items found in them. */
interface Yardstick {
  tables: ReadonlySet<ShelvedTable>;
  places: readonly string[];
  found: Map<string, FoundItem | NotFound>;
}

/** 裁量权基准 of a run: tables of several versions and levels side by side. */
export class BenchmarkShelf {
  readonly #tables: readonly ShelvedTable[];
  readonly #search: ItemSearch;
  /** By day and agency. */
  readonly #yardsticks = new Map<string, Yardstick>();

  constructor(
    tables: readonly BenchmarkTable[],
    readonly places: BenchmarkPlaces,
  ) {
    this.#tables = shelve(tables);
    this.#search = new ItemSearch(
      this.#tables.flatMap((shelved) => shelved.table.items.map((item) => ({ item, shelved }))),
    );
  }

  /** What the benchmark in force says of a case; undefined where no table can say anything of it. */
  join(values: CaseValues): JoinedBenchmark | undefined {
    if (this.#tables.length === 0) return undefined;
    const yardstick = this.#openFor(values);
    if (yardstick.tables.size === 0) return undefined;
    const found = this.#found(cluesOf(values), values.benchmark?.name, yardstick);
    if (!(found instanceof FoundItem)) return found.said && { benchmark: found.said, origins: [] };
    const { benchmark, origin } = found.in(values);
    return { benchmark, origins: [this.places.originOf(origin)].flatMap((one) => one ?? []) };
  }

  /** Cases name few items in few ways, so that most are found already. */
  #found(clues: ItemClues, named: string | undefined, yardstick: Yardstick): FoundItem | NotFound {
    const { codes, names, penaltyLaw, dutyLaw } = clues;
    const key = [...codes, "", ...names, "", penaltyLaw, dutyLaw, named ?? ""].join("\n");
    const known = yardstick.found.get(key);
    if (known) return known;
    if (yardstick.found.size >= mostKept) yardstick.found.clear();
    const found = this.#look(clues, named, yardstick);
    yardstick.found.set(key, found);
    return found;
  }

  #look(
    clues: ItemClues,
    named: string | undefined,
    { tables, places }: Yardstick,
  ): FoundItem | NotFound {
    const isOpen = ({ shelved }: Entry): boolean => tables.has(shelved);
    const match = this.#search.find(clues, isOpen);
    if (!match) {
      if (this.#search.lacks(clues)) return { said: { found: false } };
      const candidates = this.#search.candidates(clues);
      return { said: candidates.length > 0 ? { candidates } : undefined };
    }
    const inForce = match.entries.filter(isOpen);
    if (inForce.length > 0) {
      return new FoundItem(match.by, chosenOf(inForce, named));
    }
    // An item that other days' versions have is not in force; one of other places' tables says nothing.
    const isOwn = match.entries.some(({ shelved }) => isFor(shelved, places));
    return { said: isOwn ? { found: false } : undefined };
  }

  #openFor(values: CaseValues): Yardstick {
    const { date, agency = "" } = values.decision ?? {};
    const key = `${date ?? ""}\n${agency}\n${values.region ?? ""}`;
    const known = this.#yardsticks.get(key);
    if (known) return known;
    const places = placesOf(values);
    const open = this.#tables.filter((table) => isInForce(table, date) && isFor(table, places));
    // Most days and agencies have the same tables, in which an item need be looked for once.
    const same = `${open.map((table) => this.#tables.indexOf(table)).join()}\n${places.join()}`;
    const yardstick = this.#yardsticks.get(same) ?? {
      tables: new Set(open),
      places,
      found: new Map(),
    };
    if (this.#yardsticks.size >= mostKept) this.#yardsticks.clear();
    this.#yardsticks.set(same, yardstick);
    this.#yardsticks.set(key, yardstick);
    return yardstick;
  }
}

const placesOf = ({ decision, region }: CaseValues): string[] => [
  ...placesIn(decision?.agency ?? ""),
  ...placesIn(region ?? ""),
];

/** Days, agencies and ways to name an item are fewer in most runs. */
const mostKept = 10_000;

/** Of entries in several tables those of the table to judge by; the one that the case names, if it names one. */
const chosenOf = (entries: readonly Entry[], named: string | undefined): readonly Entry[] => {
  const tables = [...new Set(entries.map(({ shelved }) => shelved))];
  if (tables.length === 1) return entries;
  const own = named === undefined ? [] : tables.filter((table) => isNamed(table, textKey(named)));
  const chosen = new Set(yardsticksOf(own.length > 0 ? own : tables));
  return entries.filter(({ shelved }) => chosen.has(shelved));
};

const isNamed = ({ table }: ShelvedTable, named: string): boolean => {
  const name = textKey(table.name);
  return name.includes(named) || named.includes(name);
};
