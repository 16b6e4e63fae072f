import type { Capture, DocumentFormat, Page, Seal } from "../../model/pages.js";
import type { RecordingFile } from "../../model/recording-file.js";
import { CivilDate } from "../../values/civil-date.js";
import type { DocumentLimits } from "./limits.js";
import type { Pages } from "./reader.js";

/** What the process that reads is asked for. */
export interface Job {
  path: string;
  as: DocumentFormat | "recording";
  limits: DocumentLimits;
}

/** What it gives. */
export type ReadDone =
  { type: "pages"; pages: SentPages } | { type: "recording"; recording: SentRecording };

/** Days travel as ISO text: an object of a class does not arrive as one. */
type Sent<T extends { date: CivilDate | null }> = Omit<T, "date"> & { date: string | null };

interface SentPages {
  pages: Page[];
  seals: Sent<Seal>[];
  capture?: Sent<Capture>;
}

type Recording = Omit<RecordingFile, "file">;
type CreatedAt = NonNullable<Recording["createdAt"]>;
type SentRecording = Omit<Recording, "createdAt"> & { createdAt: Sent<CreatedAt> | null };

const send = <T extends { date: CivilDate | null }>(value: T): Sent<T> => ({
  ...value,
  date: value.date?.iso ?? null,
});

const receive = <T extends { date: string | null }>(
  value: T,
): Omit<T, "date"> & { date: CivilDate | null } => ({
  ...value,
  date: (value.date === null ? undefined : CivilDate.fromIso(value.date)) ?? null,
});

export const sendPages = ({ pages, seals, capture }: Pages): SentPages => ({
  pages,
  seals: seals.map(send),
  ...(capture && { capture: send(capture) }),
});

export const receivePages = ({ pages, seals, capture }: SentPages): Pages => ({
  pages,
  seals: seals.map(receive),
  ...(capture && { capture: receive(capture) }),
});

export const sendRecording = (recording: Recording): SentRecording => ({
  ...recording,
  createdAt: recording.createdAt && send(recording.createdAt),
});

export const receiveRecording = (recording: SentRecording): Recording => ({
  ...recording,
  createdAt: recording.createdAt && receive(recording.createdAt),
});
