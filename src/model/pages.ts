import type { CivilDate } from "../values/civil-date.js";

/** A place on a page, in points (1/72 inch) from the page's upper left corner. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A cell of a table that the file itself describes (Word, HTML); counted from 0. */
export interface TableCell {
  /** Which table of the page. */
  table: number;
  row: number;
  column: number;
  /** How many columns it covers. */
  span: number;
  /** How many rows it covers, where the file says that it is more than one. */
  rows?: number;
}

/**
 * One line of text as it stands on the page. Text is as the file has it, never folded or corrected. U+FFFD stands for
 * writing in a picture that could not be read at all: something is there, so its place is not blank.
 */
export interface Line {
  text: string;
  /** Null where the format has no positions (Word, plain text). */
  box: Box | null;
  /** Height of the letters in points; null where the format does not say. */
  size: number | null;
  /** Whether the file centres the line by itself (Word). Positions tell it elsewhere. */
  centred?: boolean;
  /** Set where the line stands in a table that the file describes. */
  cell?: TableCell;
  /**
   * From 0 to 1 where the text was recognised from a picture: that of its least certain character. Null where the file
   * holds the text.
   */
  confidence: number | null;
  /** That of each UTF-16 unit of the text, where it was recognised. */
  confidences?: readonly number[];
  /** A seal or stamp lies over part of the line, so that its text is less certain than it looks. */
  underSeal?: true;
}

/**
 * Where a page's lines come from: the file's own text, recognition of its picture, nowhere because the page
 * is blank (nothing drawn at all), or nowhere because it could not be read.
 */
export type PageState = "text" | "recognised" | "blank" | "unreadable";

/** Why a page has no lines, where its state is `unreadable`. */
export type PageReason =
  /** A picture, and recognition is switched off or does not take this format. */
  | "not-recognised"
  /** A picture, and a package that recognition needs is not installed. */
  | "ocr-not-installed"
  /** Recognition took too long, needed too much memory or crashed. */
  | "ocr-failed"
  /** Recognition was tried and found nothing to rely on. */
  | "nothing-legible"
  /** The page itself is damaged, or showing it took too long. */
  | "page-broken"
  /** Letters whose font gives no text. */
  | "no-text-in-font"
  /** Past the limit of pages. */
  | "past-limit";

/** A seal or signature that the file carries as such: said to be there, never verified. */
export interface Seal {
  /** From 1; null where the file does not say. */
  page: number | null;
  /** What is on the seal, or who signed, as the file says it. */
  name: string | null;
  /** When, as the file says it. */
  date: CivilDate | null;
}

export interface Page {
  /** From 1, as the file counts. */
  number: number;
  /** In points; null where the format has no pages of a size (Word, plain text). */
  width: number | null;
  height: number | null;
  state: PageState;
  reason?: PageReason;
  /** In reading order: from above to below, columns and cells from left to right. */
  lines: readonly Line[];
  /** How much of the page pictures cover, from 0 to 1. */
  pictured: number;
  /**
   * Degrees clockwise by which the page's picture was turned so that its lines stand straight, where it was recognised
   * and lay on its side or leant. Width, height and places are those of the page so turned.
   */
  turned?: number;
}

/** When and where a photo was taken, as its camera wrote it: by the camera's own clock, without time zone. */
export interface Capture {
  /** As written, `2023:09:28 10:11:12`; null where it does not say. */
  text: string | null;
  date: CivilDate | null;
  /** Degrees, north and east positive. */
  latitude: number | null;
  longitude: number | null;
}

/** What kind of file the pages come from. */
export type DocumentFormat = "pdf" | "docx" | "doc" | "rtf" | "ofd" | "text" | "image";

/** A file of pages, as read. */
export interface PagedFile {
  /** Path below the audited folder, with `/`. */
  file: string;
  format: DocumentFormat;
  pages: readonly Page[];
  seals: readonly Seal[];
  /** Set where the file is a photo that says how it was taken. */
  capture?: Capture;
}
