import type { CaseValues } from "../../model/case-file.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Origin } from "../../model/origin.js";
import type { SheetKind } from "../../model/vocabulary.js";
import { textIn, type TableRow } from "../ledger-row.js";
import { listPaths, RowOrigin } from "../row-origin.js";
import { ItemCatalogue } from "./item-catalogue.js";
import type { Joined } from "./list-row.js";
import { NoPenaltyList } from "./no-penalty-list.js";
import { RecordingList } from "./recording-list.js";
import { ReviewCatalogue } from "./review-catalogue.js";
import { TownshipGrants } from "./township-grants.js";

/** The case's fields that a list fills, and the list's own fields where they stand. */
const fieldsInLists = {
  catalogue: {
    found: "itemList.name",
    name: "itemList.name",
    agency: "itemList.agency",
    agencyMatches: "itemList.agency",
  },
  grant: {
    found: "grantList.name",
    agency: "grantList.agency",
    from: "grantList.from",
    to: "grantList.to",
  },
  reviewDuty: { found: "toReview.item", entry: "toReview.item" },
  noPenaltyList: {
    found: "lenient.violation",
    first: "lenient.conditions",
    conditions: "lenient.conditions",
  },
} as const;

const actFields = ["toRecord.act", "toRecord.stage", "toRecord.item"];

/** The lists that agencies publish and are held to (清单), as far as the folder has them. */
export class AgencyLists {
  readonly #joining: readonly { join: (values: CaseValues) => Joined | undefined }[];
  readonly #recordingList: RecordingList;
  /** Entries of lists that could not be put to use. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(rowsOf: (kind: SheetKind) => readonly TableRow[]) {
    const reviews = new ReviewCatalogue(rowsOf("review-catalogue"));
    this.#recordingList = new RecordingList(rowsOf("recording-list"));
    this.#joining = [
      new ItemCatalogue(rowsOf("item-catalogue")),
      new TownshipGrants(rowsOf("township-grant")),
      new NoPenaltyList(rowsOf("no-penalty-list")),
      reviews,
    ];
    this.diagnostics = [
      ...reviews.unmatched.map((row) => notMatched(row, ["toReview.item"])),
      ...this.#recordingList.unmatched.map((row) => notMatched(row, actFields)),
    ];
  }

  /** What the lists say of a case. `recordingsKept`: the files have a place for its recordings. */
  join(
    values: CaseValues,
    recordingsKept: boolean,
  ): { values: Partial<CaseValues>; origins: Origin[] } {
    const joined = this.#joining.flatMap((list) => list.join(values) ?? []);
    const duties = this.#recordingList.dutiesOf(values, recordingsKept);
    const ofDuty = (i: number) =>
      new Map(["act", "required", "recorded"].map((field) => [`duties[${i}].${field}`, actFields]));
    return {
      values: {
        ...(Object.assign({}, ...joined.map((one) => one.values)) as Partial<CaseValues>),
        ...(duties.length > 0 && { duties: duties.map(({ duty }) => duty) }),
      },
      origins: [
        ...joined.flatMap(({ row }) =>
          row ? new RowOrigin(row.index, row.row, listPaths(listFields)) : [],
        ),
        ...duties.map(({ row }, i) => new RowOrigin(row.index, row.row, listPaths(ofDuty(i)))),
      ],
    };
  }
}

const listFields: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(fieldsInLists).flatMap(([group, fields]) =>
    Object.entries(fields).map(([field, own]): [string, readonly string[]] => [
      `${group}.${field}`,
      [own],
    ]),
  ),
);

const notMatched = (row: TableRow, fields: readonly string[]): Diagnostic => {
  const { file, sheet } = row.index.table;
  const item = fields.flatMap((field) => textIn(row, field) ?? []).join("，");
  return {
    level: "info",
    code: "list-row-not-matched",
    file,
    sheet,
    cell: `A${row.row.number}`,
    details: { item },
  };
};
