import { agencyInTitle } from "../values/agency-name.js";
import type { Origin, Source } from "../model/origin.js";
import { ledgerCaseKind } from "../model/vocabulary.js";
import type { TableRow } from "./ledger-row.js";

const field = "decision.agency";

/** Who reviews or supervises lists the cases of others. */
const ofOthers = /评查|抽查|督[查察]|监督检查|检查情况/;

/** The title of a ledger as something that speaks of the case in one of its rows. */
class TitleOrigin implements Origin {
  constructor(
    readonly row: TableRow,
    readonly title: string,
    readonly cell: string,
  ) {}

  get file(): string {
    return this.row.index.table.file;
  }

  get name(): string {
    const { file, sheet } = this.row.index.table;
    return `${file}#${sheet}!A${this.row.row.number}`;
  }

  speaksOf(path: string): boolean {
    return path === field;
  }

  source(path: string): Source | undefined {
    const { file, sheet } = this.row.index.table;
    return path === field ? { field, file, sheet, cell: this.cell, text: this.title } : undefined;
  }
}

/**
 * The agency of a case of which no column names one: that whose ledger it stands in, by the ledger's
 * title. Ledgers of one stage may be kept by another agency, and say nothing; nor does a title where
 * another names somebody else.
 */
export const titledAgency = (
  rows: readonly TableRow[],
): { agency: string; origins: Origin[] } | undefined => {
  if (rows.some(({ index }) => index.columnsOf(field).length > 0)) return undefined;
  const named = rows.flatMap((row) => {
    const { kind, title, titleCell } = row.index.table;
    if (!(kind in ledgerCaseKind) || title === undefined || titleCell === undefined) return [];
    const agency = ofOthers.test(title) ? undefined : agencyInTitle(title);
    return agency === undefined ? [] : [{ agency, origin: new TitleOrigin(row, title, titleCell) }];
  });
  const [first] = named;
  if (!first || named.some(({ agency }) => agency !== first.agency)) return undefined;
  return { agency: first.agency, origins: named.map(({ origin }) => origin) };
};
