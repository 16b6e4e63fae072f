import type { AuditResult, Lang } from "../model/audit-result.js";

export interface ReportStyle {
  lang: Lang;
  /** Columns of the terminal. */
  width: number;
  colour: boolean;
}

/** Text, whole or in pieces, or bytes. */
export type Written = string | Uint8Array | Iterable<string>;

/** Writes a result as text or bytes. */
export type Report = (result: AuditResult, style: ReportStyle) => Written | Promise<Written>;

/** A way to write a result. */
export interface Format {
  /** How the names of its files end; none for a format that is only printed. */
  extensions: readonly string[];
  /** Whether it is text, for standard output. */
  prints: boolean;
  /** Loads it when it is used: `--help` must not pay for a spreadsheet writer. */
  load: () => Promise<Report>;
}

/** The formats by name. */
export const formats: Readonly<Record<string, Format>> = {
  pretty: {
    extensions: [],
    prints: true,
    load: async () => (await import("./pretty.js")).pretty,
  },
  json: {
    extensions: [".json"],
    prints: true,
    load: async () => (await import("./json.js")).json,
  },
  xlsx: {
    extensions: [".xlsx"],
    prints: false,
    load: async () => (await import("./xlsx.js")).xlsx,
  },
};

/** The format that a file's name implies; undefined if it implies none. */
export const formatOfFile = (file: string): Format | undefined =>
  Object.values(formats).find(({ extensions }) =>
    extensions.some((end) => file.toLowerCase().endsWith(end)),
  );

/** The names of the formats that can be printed. */
export const printedFormats: readonly string[] = Object.keys(formats).filter(
  (name) => formats[name]?.prints,
);

/** The endings of file names that imply a format. */
export const fileExtensions: readonly string[] = Object.values(formats).flatMap(
  ({ extensions }) => extensions,
);
