/** What reading one document may cost. A document over a limit is unread; of its pages, those past the limit. */
export interface DocumentLimits {
  /** Bytes on disk. */
  fileBytes: number;
  /** Bytes that all unpacked parts of one archive may take together. */
  archiveBytes: number;
  /** Bytes that one unpacked part may take. */
  partBytes: number;
  /** Pages that are read; the rest is listed as past the limit. */
  pages: number;
  /** Pages that a file may claim to have. */
  pagesListed: number;
  /** UTF-16 units of text. */
  characters: number;
  /** Milliseconds for a file, and how many more for each page that is done. */
  time: number;
  timePerPage: number;
  /** Bytes of memory that the process that reads may take. */
  memory: number;
}

const MB = 1024 * 1024;

export const documentLimits: DocumentLimits = {
  fileBytes: 1024 * MB,
  archiveBytes: 512 * MB,
  partBytes: 128 * MB,
  pages: 2000,
  pagesListed: 100_000,
  characters: 50_000_000,
  time: 60_000,
  timePerPage: 500,
  memory: 1536 * MB,
};
