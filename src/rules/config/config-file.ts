import { nameKey } from "../../values/names.js";
import { textKey } from "../../values/text-key.js";
import type { CalendarData, OwnDays } from "../../values/working-days.js";
import { sheetFields, sheetKinds } from "../../model/vocabulary.js";
import { nearest } from "../nearest.js";
import { RuleFileError, type RuleProblem } from "../problem.js";
import type { RuleBook } from "../rule-book.js";
import { YamlSource } from "../yaml-source.js";
import { noHolidays, type AgencyChoice, type Config, type GivenHeader } from "./config.js";
import { Place, unknownName } from "./place.js";
import { choiceKeys, readChoice } from "./read-choice.js";
import { readHolidays } from "./read-holidays.js";

/** A configuration that cannot be used; nothing is audited. */
export class ConfigError extends RuleFileError {}

const configKeys = [...choiceKeys, "sector", "agencies", "headers", "holidays", "trust"] as const;
const agencyKeys = [...choiceKeys, "sector"] as const;

const readSector = (place: Place, book: RuleBook): string | undefined => {
  const sectors = book.presets.filter(({ kind }) => kind === "sector").map(({ id }) => id);
  return place.nameFrom(sectors, "unknown-sector");
};

/** Texts that are keys, each once whatever its spelling. */
const refuseDoubles = (entries: readonly [string, Place][], keyOf: (text: string) => string) => {
  const lines = new Map<string, number>();
  for (const [text, place] of entries) {
    const first = lines.get(keyOf(text));
    if (keyOf(text) === "") place.refuseKey({ code: "empty" });
    else if (first === undefined) lines.set(keyOf(text), place.line);
    else place.refuseKey({ code: "set-twice", details: { key: text, line: String(first) } });
  }
};

const readAgencies = (section: Place, book: RuleBook): Map<string, AgencyChoice> => {
  const entries = section.entries();
  refuseDoubles(entries, nameKey);
  return new Map(
    entries.map(([name, place]) => {
      const { sector: named, ...places } = place.keyed(agencyKeys);
      const sector = named && readSector(named, book);
      const choice = readChoice(places, book);
      return [name, { ...choice, ...(sector !== undefined && { sector }), line: place.line }];
    }),
  );
};

const readHeaders = (section: Place): GivenHeader[] => {
  const entries = section.entries();
  refuseDoubles(entries, textKey);
  return entries.flatMap(([header, place]) => {
    const field = place.nameFrom([...sheetFields.keys()], "unknown-sheet-field");
    return field === undefined ? [] : [{ header, field, line: place.line }];
  });
};

/** Kinds of sheet, and parts of names, which may be anything but a kind that is mistyped. */
const readTrust = (section: Place): string[] =>
  section.elements().flatMap((element) => {
    const text = element.text();
    if (text === undefined) return [];
    const isKind = sheetKinds.some((kind) => kind === text);
    if (!isKind && nearest(text, sheetKinds) !== undefined) {
      element.refuse(unknownName("unknown-sheet-kind", text, sheetKinds));
      return [];
    }
    return [text];
  });

const inOrder = (a: RuleProblem, b: RuleProblem): number => a.line - b.line || a.column - b.column;

/**
 * `anjuan.config.yaml`. Its holidays can be asked for first, since rules are compiled over a calendar; what is
 * wrong with them is said with everything else, once the rules are there that the rest names.
 */
export class ConfigFile {
  readonly #file: string;
  readonly #problems: RuleProblem[] = [];
  readonly #places: { [Key in (typeof configKeys)[number]]?: Place };
  #holidays: OwnDays = noHolidays;

  /** Throws ConfigError for what is no YAML. */
  constructor(file: string, text: string) {
    this.#file = file;
    try {
      const source = new YamlSource(file, text);
      this.#places = new Place(source, this.#problems, source.content).keyed(configKeys);
    } catch (error) {
      throw error instanceof RuleFileError ? new ConfigError(error.problems) : error;
    }
  }

  /** None where something is wrong with them. */
  holidays(calendar: CalendarData): OwnDays {
    const { holidays } = this.#places;
    const before = this.#problems.length;
    const days = holidays ? readHolidays(holidays, calendar) : noHolidays;
    if (this.#problems.length === before) this.#holidays = days;
    return this.#holidays;
  }

  /** The configuration, its names looked up in the book. Throws ConfigError with every mistake in it. */
  read(book: RuleBook): Config {
    const { sector: named, agencies, headers, trust } = this.#places;
    const sector = named && readSector(named, book);
    const config = {
      file: this.#file,
      usual: readChoice(this.#places, book),
      ...(sector !== undefined && { sector }),
      agencies: agencies ? readAgencies(agencies, book) : new Map<string, AgencyChoice>(),
      headers: headers ? readHeaders(headers) : [],
      holidays: this.#holidays,
      trust: trust ? readTrust(trust) : [],
    };
    if (this.#problems.length > 0) throw new ConfigError([...this.#problems].sort(inOrder));
    return config;
  }
}
