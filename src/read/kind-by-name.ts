import type { DocumentFormat } from "../model/pages.js";

/** The kind of a file as results name it. */
export type InputKind = "spreadsheet" | "csv" | "other";

const extensionOf = (path: string): string => /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";

const lookup = (table: Readonly<Record<InputKind, string>>): ReadonlyMap<string, InputKind> =>
  new Map(
    (Object.keys(table) as InputKind[]).flatMap((kind) =>
      table[kind].split(" ").map((extension): [string, InputKind] => [extension, kind]),
    ),
  );

const readNow = lookup({
  spreadsheet: "xlsx xlsm xltx xltm xls xlt et ett ods ots",
  csv: "csv tsv tab",
  other: "",
});

/** Known formats of tables and texts that no reader reads yet. */
const notYet = lookup({ spreadsheet: "xlsb", csv: "", other: "odt" });

const documents: Readonly<Record<string, string>> = {
  pdf: "pdf",
  ofd: "ofd",
  docx: "docx",
  doc: "doc wps",
  rtf: "rtf",
  text: "txt",
  image: "jpg jpeg png bmp tif tiff gif webp heic",
  recording: "mp4 avi mov mkv wmv mp3 wav m4a amr",
};

const byExtension = new Map(
  Object.entries(documents).flatMap(([format, extensions]) =>
    extensions
      .split(" ")
      .map((extension) => [extension, format as DocumentFormat | "recording"] as const),
  ),
);

/** The format of a document or recording that a name promises. */
export const expectedFormat = (path: string): DocumentFormat | "recording" | undefined =>
  byExtension.get(extensionOf(path));

/** The kind that a name promises, of those that the program reads; `other` for all else. */
export const expectedKind = (path: string): InputKind => readNow.get(extensionOf(path)) ?? "other";

/** The kind that a name promises, of those that a later version will read. */
export const laterKind = (path: string): InputKind | undefined => notYet.get(extensionOf(path));

/** Whether a text under this name may be a table: a plain text, or a workbook that an export only calls so. */
export const mayBeTable = (path: string): boolean =>
  expectedKind(path) !== "other" ||
  laterKind(path) === "spreadsheet" ||
  extensionOf(path) === "txt";
