/**
 * Why a file gave no cells or pages: the stable codes that results carry as `reason`. Their wording for people is
 * in the message catalogues.
 */

/** A file of a kind that the program reads, and that it could not read. */
export const unreadReasons = [
  /** Nothing in it. */
  "file-empty",
  /** Truncated, damaged, or with contents that contradict themselves. */
  "file-broken",
  /** Protected by a password. */
  "file-encrypted",
  /** Called a workbook, but its content is not one. */
  "not-a-workbook",
  /** Called a table of text, but its content is binary. */
  "not-text",
  /** Text in none of the encodings that are tried. */
  "encoding-unknown",
  /** More bytes on disk than the limit. */
  "file-too-large",
  /** More bytes when unpacked than the limit. */
  "archive-too-large",
  /** More rows, columns or cells than the limit. */
  "too-many-cells",
  /** A cell with more characters than the limit. */
  "cell-too-long",
  /** More pages than the limit. */
  "too-many-pages",
  /** More text than the limit. */
  "too-much-text",
  /** Reading it took longer than the limit. */
  "took-too-long",
  /** Reading it took more memory than the limit. */
  "needs-too-much-memory",
  /** The process that read it ended. */
  "reader-crashed",
  /** The file, or the folder, may not be read by this user. */
  "no-permission",
  /** Another program holds it open. */
  "file-in-use",
  /** The operating system refused for another reason: a dangling link, a broken disk. */
  "not-readable",
] as const;
export type UnreadReason = (typeof unreadReasons)[number];

/** A file that the program leaves aside on purpose. */
export const ignoredReasons = [
  /** Lock files of Office and WPS, `Thumbs.db` and the like, folders of the system. */
  "temporary-file",
  /** Written by this program. */
  "own-output",
  /** A kind that belongs into a case file and that this version does not read yet. */
  "kind-not-supported",
  /** Anything else. */
  "other-kind",
] as const;
export type IgnoredReason = (typeof ignoredReasons)[number];

/** What the text of a reason may name: a limit, a part of the file. Never an absolute path. */
export type Details = Readonly<Record<string, string | number>>;
