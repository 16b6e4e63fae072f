import { PictureError } from "../pictures/picture.js";
import { serve } from "../processes/serve.js";
import { prepareEngine } from "./engine.js";
import { openOcrCache } from "./ocr-cache.js";
import { PageRecogniser } from "./page-recogniser.js";
import { ocrAvailable, ocrInstalled } from "./parts.js";
import type { ScanDone, ScanJob } from "./scan-pool.js";

/** A process of its own that recognises one page after the other. */
let recogniser: Promise<PageRecogniser> | undefined;

serve<ScanJob, ScanDone>(async ({ file, page, cacheFolder }) => {
  const installed = ocrInstalled();
  if (!installed.available) return { type: "not-installed", package: installed.package };
  const prepared = await (recogniser ??= prepare(cacheFolder));
  const kept = await prepared.kept(file, page);
  if (kept) return { type: "recognised", page: kept };
  const parts = await ocrAvailable();
  if (!parts.available) return { type: "not-installed", package: parts.package };
  try {
    return { type: "recognised", page: await prepared.recognise(file, page) };
  } catch (error) {
    if (error instanceof PictureError) return { type: "not-drawn" };
    throw error;
  }
});

const prepare = async (folder: string | null): Promise<PageRecogniser> =>
  new PageRecogniser(await prepareEngine(), folder === null ? undefined : openOcrCache({ folder }));
