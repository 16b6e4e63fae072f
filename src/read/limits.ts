/** What a file may cost. A file over a limit is reported unread, never cut short. */
export interface Limits {
  /** Bytes on disk. */
  fileBytes: number;
  /** Tables of text with more bytes than this are read piece by piece, and never held whole. */
  heldBytes: number;
  /** Bytes and rows of a table of text that is read piece by piece. */
  longFileBytes: number;
  longRows: number;
  /** Bytes that all unpacked parts of one archive may take together. */
  archiveBytes: number;
  /** Bytes that one unpacked part may take. */
  partBytes: number;
  /** Sheets of one workbook. */
  sheets: number;
  /** Merged ranges of one sheet. */
  merges: number;
  /** Rows of one sheet. */
  rows: number;
  /** Columns of one sheet. */
  columns: number;
  /** Cells of one file, blanks in front of the last filled cell of a row included. */
  cells: number;
  /** UTF-16 units in one cell. Excel itself allows 32,767. */
  cellCharacters: number;
}

const MB = 1024 * 1024;

export const defaultLimits: Limits = {
  fileBytes: 200 * MB,
  heldBytes: 16 * MB,
  longFileBytes: 16 * 1024 * MB,
  longRows: 50_000_000,
  archiveBytes: 2048 * MB,
  partBytes: 512 * MB,
  sheets: 10_000,
  merges: 1_000_000,
  rows: 2_000_000,
  columns: 16_384,
  cells: 20_000_000,
  cellCharacters: 1_000_000,
};
