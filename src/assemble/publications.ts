import { textKey } from "../values/text-key.js";
import type { CaseValues } from "../model/case-file.js";
import type { Origin } from "../model/origin.js";
import { textIn, type TableRow } from "./ledger-row.js";
import { prefixedPaths, RowOrigin } from "./row-origin.js";

type Publication = NonNullable<CaseValues["publications"]>[number];

const prefix = "publicity.";
const kept = ["channel", "channelName", "publishedOn", "url"] as const;

const isOfPublication = (field: string): boolean => field.startsWith(prefix);

const ownPlatform = "own-platform";
/** A day without a word on where: the agency's own platform, or another. */
const unnamed = "";

const channelOf = (row: TableRow): string =>
  textIn(row, "publicity.channel") ?? textKey(textIn(row, "publicity.channelName") ?? unnamed);

const dayOf = (row: TableRow): string => textIn(row, "publicity.publishedOn") ?? "";

const earliest = (rows: readonly TableRow[]): string =>
  rows.map(dayOf).reduce((a, b) => (a < b ? a : b));

/**
 * Whether it is open which day counts: that of no channel may be the own platform's, of which another day
 * is said, or a channel's that was not the first.
 */
const isOpen = (channels: ReadonlyMap<string, readonly TableRow[]>): boolean => {
  const open = channels.get(unnamed);
  const own = channels.get(ownPlatform);
  if (!open) return false;
  if (own) return earliest(own) !== earliest(open);
  return [...channels.values()].some((rows) => earliest(rows) < earliest(open));
};

/** Rows that say of one channel each when the decision was public on it, the decision's own first. */
const byChannel = (rows: readonly TableRow[]): TableRow[][] => {
  const channels = new Map<string, TableRow[]>();
  for (const row of rows) {
    const channel = channelOf(row);
    channels.set(channel, [...(channels.get(channel) ?? []), row]);
  }
  if (isOpen(channels)) return [[...rows]];
  return [...channels]
    .sort(
      ([a, rowsOfA], [b, rowsOfB]) =>
        Number(b === ownPlatform) - Number(a === ownPlatform) ||
        (earliest(rowsOfA) < earliest(rowsOfB) ? -1 : 1),
    )
    .map(([, ofChannel]) => ofChannel);
};

const withoutPublication = (row: TableRow): TableRow => ({
  ...row,
  values: new Map([...row.values].filter(([field]) => !isOfPublication(field))),
  unreadable: new Set([...row.unreadable].filter((field) => !isOfPublication(field))),
});

const publicationIn = (row: TableRow): Publication =>
  Object.fromEntries(
    kept.flatMap((field) => {
      const value = row.values.get(prefix + field);
      return value === undefined ? [] : [[field, value]];
    }),
  );

/** The publication of a case's decision that counts, and the others. */
export interface Published {
  /** Rows of other channels are without what they say of theirs. */
  rows: readonly TableRow[];
  /** All publications, the one that counts first; empty where there is one channel only. */
  publications: Publication[];
  origins: Origin[];
  /** Whether a row's columns on publication are another channel's. */
  isElsewhere: (row: TableRow) => boolean;
}

/**
 * One decision may be public on two channels on two days (公示平台 and 国家企业信用信息公示系统): no contradiction.
 * The one on the agency's own platform counts, else the earliest; the others stand beside it. A day without
 * a channel that may be either leaves it open.
 */
export const publishedOf = (rows: readonly TableRow[]): Published => {
  const dated = rows.filter((row) => dayOf(row) !== "");
  const [own, ...others] = dated.length < 2 ? [] : byChannel(dated);
  if (!own || others.length === 0) {
    return { rows, publications: [], origins: [], isElsewhere: () => false };
  }
  const elsewhere = new Set(others.flat().map(({ row }) => row));
  const each = [own, ...others].flat();
  return {
    rows: rows.map((row) => (elsewhere.has(row.row) ? withoutPublication(row) : row)),
    publications: each.map(publicationIn),
    origins: each.map(
      (row, i) => new RowOrigin(row.index, row.row, prefixedPaths(`publications[${i}].`, prefix)),
    ),
    isElsewhere: ({ row }) => elsewhere.has(row),
  };
};
