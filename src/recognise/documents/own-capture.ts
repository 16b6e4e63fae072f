import type { Capture, PagedFile } from "../../model/pages.js";
import { CivilDate } from "../../values/civil-date.js";
import type { FieldsFound } from "./findings.js";

/** `20240611…`, `2024-06-11`; or month and day with the time, `0611_0931`, as cameras and phones name pictures. */
const DAY_IN_NAME = /(?<!\d)(20\d\d)[-_]?(\d\d)[-_]?(\d\d)(?!\d{3,5}(?!\d))/;
const MOMENT_IN_NAME = /(?<!\d)(0\d|1[0-2])([0-3]\d)[-_]((?:[01]\d|2[0-3])[0-5]\d)(?!\d)/;

/** Names that programs give by the day on which a picture was saved, sent or scanned. */
const NAMED_LATER = /微信|wx_|mmexport|QQ|截图|screenshot|扫描|scan/i;

/** The day in a picture's file name; the year is the camera's where the name has none. */
const dayNamed = (file: string, { date }: Capture): CivilDate | undefined => {
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (NAMED_LATER.test(name)) return undefined;
  const [, year, month, day] = DAY_IN_NAME.exec(name) ?? [];
  if (year !== undefined) return CivilDate.of(Number(year), Number(month), Number(day));
  const [, ofYear, ofMonth] = MOMENT_IN_NAME.exec(name) ?? [];
  if (ofYear === undefined || !date) return undefined;
  return CivilDate.of(date.year, Number(ofYear), Number(ofMonth));
};

/** What a photo says of itself: the day by its camera's clock, and the day in its name. */
export const ownCapture = ({ file, capture }: PagedFile): FieldsFound => {
  if (!capture?.date) return {};
  const named = dayNamed(file, capture);
  const said = { page: 1, confidence: 1 };
  return {
    "documents.capturedOn": {
      ...{ value: capture.date.iso, text: capture.text ?? capture.date.iso },
      ...said,
    },
    ...(named && { "documents.namedOn": { value: named.iso, text: file, ...said } }),
  };
};
