import { basename } from "node:path";

const temporaryFiles: readonly RegExp[] = [
  /** Open documents of Office (`~$台账.xlsx`), WPS (`.~台账.xlsx`) and LibreOffice (`.~lock.台账.xlsx#`). */
  /^\.?~/,
  /^(?:thumbs|ehthumbs|ehthumbs_vista)\.db$/i,
  /^desktop\.ini$/i,
  /^\.DS_Store$/,
  /** What macOS puts beside a file on a disk of another system. */
  /^\._/,
  /^Icon\r$/,
  /\.(?:tmp|crdownload|part)$/i,
];

/** Whether a file is there only because a program or system put it beside people's own. */
export const isTemporaryFile = (path: string): boolean => {
  const name = basename(path);
  return temporaryFiles.some((pattern) => pattern.test(name));
};

const systemFolders = new Set([
  "__MACOSX",
  "$RECYCLE.BIN",
  "System Volume Information",
  "node_modules",
]);

/** Whether a folder belongs to a system or a tool: `.git`, the recycle bin. What is in it is not listed. */
export const isSystemFolder = (name: string): boolean =>
  name.startsWith(".") || systemFolders.has(name);
