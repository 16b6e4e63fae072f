import { homedir } from "node:os";
import path from "node:path";
import { ocrModes, type OcrMode } from "../read/ocr/scan-pages.js";
import type { ScanChoice } from "../read/ocr/scan-pool.js";
import { cacheFolder } from "./cache-folder.js";
import type { CommandContext } from "./console.js";
import { mustBeOneOf } from "./option-values.js";

/** The options on scans, as the command line gives them. */
export interface ScanOptions {
  ocr: string;
  /** False after `--no-cache`. */
  cache: boolean;
}

/** How scans are recognised. Throws UsageError for a mode that there is not. */
export const scansFrom = ({ ocr, cache }: ScanOptions, context: CommandContext): ScanChoice => {
  mustBeOneOf("--ocr", ocr, ocrModes, context);
  const { platform, env } = process;
  const folder = cache ? cacheFolder({ platform, env, home: homedir() }) : null;
  return { mode: ocr as OcrMode, cacheFolder: folder && path.join(folder, "ocr") };
};
