import type { CaseValues } from "../model/case-file.js";
import type { Origin } from "../model/origin.js";
import { prefixedPaths, RowOrigin } from "./row-origin.js";
import type { TableRow } from "./ledger-row.js";

type Recording = NonNullable<CaseValues["recordings"]>[number];

const prefix = "recordings.";

const recordingIn = (row: TableRow): Recording | undefined => {
  const fields = [...row.values.keys()].filter((field) => field.startsWith(prefix));
  if (fields.length === 0) return undefined;
  return Object.fromEntries(
    fields.map((field) => {
      const value = row.values.get(field);
      return [field.slice(prefix.length), Array.isArray(value) ? value.join("、") : value];
    }),
  );
};

/** 音像记录: one in every row that has something in the columns for it. */
export const recordingsOf = (
  rows: readonly TableRow[],
): { recordings: Recording[]; origins: Origin[] } => {
  const recordings: Recording[] = [];
  const origins: Origin[] = [];
  for (const row of rows) {
    const recording = recordingIn(row);
    if (!recording) continue;
    const paths = prefixedPaths(`recordings[${recordings.length}].`, prefix);
    origins.push(new RowOrigin(row.index, row.row, paths));
    recordings.push(recording);
  }
  return { recordings, origins };
};
