import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { RecordingFile } from "../../model/recording-file.js";
import { CivilDate } from "../../values/civil-date.js";
import { Unreadable } from "../errors.js";
import type { Source } from "../source.js";

/**
 * Reads what a recording says of itself: kind, container, duration, time of making. A file without sound
 * or picture, or without its end, is broken. Throws `Unreadable`.
 */
export const readRecording = async (source: Source): Promise<Omit<RecordingFile, "file">> => {
  const { default: mediaInfoFactory } = await import("mediainfo.js");
  const folder = dirname(createRequire(import.meta.url).resolve("mediainfo.js"));
  const info = await mediaInfoFactory({
    format: "object",
    full: false,
    locateFile: (name) => join(folder, "..", name),
  });
  try {
    const result = await info.analyzeData(source.size, (size, offset) =>
      Uint8Array.from(source.slice(offset, offset + size)),
    );
    return recordingOf((result.media?.track ?? []) as unknown as Track[]);
  } finally {
    info.close();
  }
};

type Track = Readonly<Record<string, unknown>>;

const recordingOf = (tracks: readonly Track[]): Omit<RecordingFile, "file"> => {
  const general = tracks.find((track) => track["@type"] === "General") ?? {};
  const hasVideo = tracks.some((track) => track["@type"] === "Video");
  const hasAudio = tracks.some((track) => track["@type"] === "Audio");
  if (!hasVideo && !hasAudio) throw new Unreadable("file-broken");
  if (isTruncated(general)) throw new Unreadable("file-broken");
  const duration = Number(general["Duration"] ?? NaN);
  return {
    kind: hasVideo ? "video" : "audio",
    container: typeof general["Format"] === "string" ? general["Format"] : null,
    durationSeconds: Number.isFinite(duration) ? duration : null,
    createdAt: createdAt(general),
  };
};

const isTruncated = ({ IsTruncated, extra }: Track): boolean =>
  IsTruncated === "Yes" ||
  (typeof extra === "object" &&
    extra !== null &&
    "IsTruncated" in extra &&
    extra.IsTruncated === "Yes");

const times = ["Encoded_Date", "Recorded_Date", "Mastered_Date", "Tagged_Date"];

const createdAt = (general: Track): RecordingFile["createdAt"] => {
  for (const name of times) {
    const text = general[name];
    if (typeof text !== "string") continue;
    const [, year, month, day] = /(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
    const date = CivilDate.of(Number(year), Number(month), Number(day)) ?? null;
    // Containers count from 1904; a clock that was never set says so.
    if (date && date.year < 1990) continue;
    return { text, date };
  }
  return null;
};
