import type { CivilDate } from "../values/civil-date.js";

/** A video or sound recording, by what its file says of itself. Nobody has looked at or listened to it. */
export interface RecordingFile {
  /** Path below the audited folder, with `/`. */
  file: string;
  kind: "video" | "audio";
  /** It is broken or empty: there is nothing to play. */
  broken?: true;
  /** As the container is called: `MPEG-4`, `Matroska`; null where the file does not say. */
  container: string | null;
  durationSeconds: number | null;
  /**
   * When it was made by the device's own clock; null where the file does not say. Devices mark local time
   * as universal, so the day is the one that is written and may be off by one.
   */
  createdAt: { text: string; date: CivilDate | null } | null;
}
