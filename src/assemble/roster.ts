import { nameKey } from "../values/names.js";
import { textKey } from "../values/text-key.js";
import type { CaseValues } from "../model/case-file.js";
import type { Origin } from "../model/origin.js";
import type { Person } from "./people.js";
import { prefixedPaths, RowOrigin } from "./row-origin.js";
import { textIn, type TableRow } from "./ledger-row.js";

type Registration = NonNullable<Person["registration"]>;

/** 执法人员名册: who may act, as the rosters in the folder say. */
export class Roster {
  readonly #byName = new Map<string, TableRow[]>();
  readonly #byCertificate = new Map<string, TableRow[]>();
  readonly #registrations = new Map<TableRow, Registration>();

  constructor(readonly rows: readonly TableRow[]) {
    for (const row of rows) {
      add(this.#byName, nameKey(textIn(row, "roster.name") ?? ""), row);
      add(this.#byCertificate, certificateKey(textIn(row, "roster.certificate") ?? ""), row);
    }
  }

  /** Everyone of that name; two people may share one. */
  named(name: string): readonly TableRow[] {
    return this.#byName.get(nameKey(name)) ?? [];
  }

  /** What a row says of its person; the same for all cases. */
  registrationIn(row: TableRow): Registration {
    const registration = this.#registrations.get(row) ?? registrationFrom(row);
    this.#registrations.set(row, registration);
    return registration;
  }

  /** The holder of a certificate, if exactly one is given. */
  holderOf(certificate: string): TableRow | undefined {
    const holders = this.#byCertificate.get(certificateKey(certificate)) ?? [];
    return holders.length === 1 ? holders[0] : undefined;
  }

  /**
   * Whether a person who is not in it is not an officer of the agency on that day: some rows are of the
   * agency, and the roster is of that year or, where it names no year, has certificates valid that day.
   */
  covers(agency: string | undefined, day: string | undefined): boolean {
    if (agency === undefined || day === undefined) return false;
    return this.rows.some((row) => isOfWholeAgency(row, agency) && coversDay(row, day));
  }
}

const add = (map: Map<string, TableRow[]>, key: string, row: TableRow): void => {
  if (key) map.set(key, [...(map.get(key) ?? []), row]);
};

/** Certificate numbers as they are compared: Excel drops leading zeros. */
const certificateKey = (certificate: string): string =>
  textKey(certificate).toUpperCase().replace(/^0+/, "");

/** The agency itself or one of its stations: 某区市场监督管理局南塘所. */
const isOfAgency = (row: TableRow, agency: string): boolean =>
  textKey(textIn(row, "roster.unit") ?? "").startsWith(textKey(agency));

/** A station's roster says nothing of who else serves in the agency. */
const isOfWholeAgency = (row: TableRow, agency: string): boolean => {
  const { title, file, sheet } = row.index.table;
  const unit = textKey(textIn(row, "roster.unit") ?? "");
  const name = textKey(agency);
  if (unit) return unit === name;
  return [title ?? "", file, sheet].some((text) => textKey(text).includes(name));
};

const coversDay = (row: TableRow, day: string): boolean => {
  const { title, file, sheet } = row.index.table;
  const year = [title ?? "", sheet, file]
    .map((text) => /(20\d{2})年?/.exec(text)?.[1])
    .find(Boolean);
  if (year) return day.startsWith(year);
  const from = textIn(row, "roster.validFrom");
  const to = textIn(row, "roster.validTo");
  return from !== undefined && to !== undefined && from <= day && day <= to;
};

const fieldsOfRegistration = [
  "name",
  "certificate",
  "unit",
  "post",
  "staffKind",
  "area",
  "certificateKind",
  "issuer",
  "validFrom",
  "validTo",
  "state",
  "stateFrom",
  "legalQualification",
  "reviewerSince",
] as const;

const registrationFrom = (row: TableRow): Registration => {
  const registration: Record<string, unknown> = { onRoster: true };
  for (const field of fieldsOfRegistration) {
    const value = row.values.get(`roster.${field}`);
    if (value !== undefined) registration[field] = value;
  }
  return registration;
};

/** The row of a person of the agency: the one of that name, or of that name and certificate. */
const rowOf = (
  roster: Roster,
  { name, certificate }: Person,
  agency: string | undefined,
): TableRow | undefined => {
  const named = (name === undefined ? [] : roster.named(name)).filter(
    (row) => agency === undefined || !textIn(row, "roster.unit") || isOfAgency(row, agency),
  );
  if (named.length === 1) return named[0];
  const key = certificate === undefined ? undefined : certificateKey(certificate);
  const matching = named.filter(
    (row) => certificateKey(textIn(row, "roster.certificate") ?? "") === key,
  );
  return matching.length === 1 ? matching[0] : undefined;
};

/** Joins people of a case to the roster; adds the roster's rows to what speaks of the case. */
export const register = (
  people: readonly Person[],
  path: string,
  roster: Roster,
  agency: string | undefined,
  day: string | undefined,
): { people: Person[]; origins: Origin[] } => {
  const origins: Origin[] = [];
  const registered = people.map((person, i): Person => {
    const row = rowOf(roster, person, agency);
    if (row) {
      const paths = prefixedPaths(`${path}[${i}].registration.`, "roster.", { onRoster: "name" });
      origins.push(new RowOrigin(row.index, row.row, paths));
      return { ...person, registration: roster.registrationIn(row) };
    }
    const strange = person.name !== undefined && roster.named(person.name).length === 0;
    if (strange && roster.covers(agency, day)) {
      return { ...person, registration: { onRoster: false } };
    }
    return person;
  });
  return { people: registered, origins };
};

/** Whom the roster gives as holder of each certificate number. */
export const withHolders = (
  certificates: CaseValues["certificates"],
  roster: Roster,
): { certificates: CaseValues["certificates"]; origins: Origin[] } => {
  const origins: Origin[] = [];
  const held = certificates?.map((certificate, i) => {
    const row = roster.holderOf(certificate.number ?? "");
    const owner = row && textIn(row, "roster.name");
    if (!row || owner === undefined) return certificate;
    const paths = prefixedPaths(`certificates[${i}].`, "roster.", {
      owner: "name",
      number: "certificate",
    });
    origins.push(new RowOrigin(row.index, row.row, paths));
    return { ...certificate, owner };
  });
  return { certificates: held, origins };
};
