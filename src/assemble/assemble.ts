import { nameKey } from "../values/names.js";
import type { CaseValues } from "../model/case-file.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { CaseFile, Cases, Origin } from "../model/origin.js";
import type { RecordingFile } from "../model/recording-file.js";
import type { Registers } from "../model/registers.js";
import {
  isLedger,
  ledgerCaseKind,
  registerKinds,
  type SheetKind,
  type Vocabulary,
} from "../model/vocabulary.js";
import type { RecognisedTable } from "../recognise/recognise-sheet.js";
import type { DossierWords } from "../model/document-words.js";
import type { RecognisedDocument } from "../recognise/documents/recognise-documents.js";
import type { BenchmarkTable } from "../model/benchmark.js";
import { BenchmarkPlaces } from "./benchmarks/benchmark-origin.js";
import { BenchmarkShelf } from "./benchmarks/join-benchmark.js";
import { benchmarksIn } from "./benchmarks/benchmarks-in.js";
import { faultRows } from "./benchmarks/fault-rows.js";
import { addDocuments, type Believed } from "./dossiers/add-documents.js";
import { DossierInCase } from "./dossiers/dossier-in-case.js";
import { folderOfDossier } from "./dossiers/dossier.js";
import { groupDocuments } from "./dossiers/group-documents.js";
import { linkDossiers } from "./dossiers/link-dossiers.js";
import { RecordingFiles } from "./dossiers/recording-files.js";
import { groupRows, namesOf, sortRows, type Grouped } from "./group-rows.js";
import { AgencyLists } from "./lists/agency-lists.js";
import { Ledger } from "./ledger.js";
import { remarksOf, rowsOf, textIn, type TableRow } from "./ledger-row.js";
import { mergeRows, type Rank } from "./merge-rows.js";
import { registerRow } from "./registers.js";
import { publishedOf } from "./publications.js";
import { recordingsOf } from "./recordings.js";
import {
  listsAllOfficers,
  namesSeveralOfficers,
  officersOf,
  reviewersOf,
  type Person,
} from "./people.js";
import { register, Roster, withHolders } from "./roster.js";
import { placesOf, type RowGroup } from "./row-group.js";
import { ledgerPaths, renamedPaths, RowOrigin, type PathInTable } from "./row-origin.js";
import { sectorOf, type AssignedSectors, type Sector } from "./sector.js";
import { titledAgency } from "./titled-agency.js";
import { workOut } from "./work-out.js";

/** Everything recognised in the folder, put together. */
export interface Assembled {
  cases: Cases;
  registers: Registers;
  /** What there is to say of the rows; complete once every case was asked for, here or elsewhere. */
  diagnostics: () => Diagnostic[];
  /** What there is to say of the rows of cases that were asked for here, to be joined elsewhere. */
  problems: Pick<Ledger, "notes" | "join">;
}

interface Yardsticks {
  roster: Roster;
  benchmarks: BenchmarkShelf;
  lists: AgencyLists;
  /** Agencies and years that the folder's ledger of recordings certainly is of: `甲局 2024`. */
  recorded: ReadonlySet<string>;
  /** The order of trust between sources that contradict each other. */
  rank: Rank;
  recordingFiles: RecordingFiles;
  /** Where documents stand in that order. */
  rankOfDocuments: number;
  sectorOf: (agency: string | undefined, title: string | undefined) => string | undefined;
  /** Whether the officers' column of a ledger is used for more than one name. */
  namesSeveral: (table: RecognisedTable) => boolean;
}

/** By the ledgers that the case stands in; one known from a stage ledger alone by its number. */
const caseKindOf = (
  rows: readonly TableRow[],
  values: Record<string, unknown>,
  dossier: DossierInCase | undefined,
): CaseValues["kind"] => {
  const kinds = rows.flatMap(({ index }) => ledgerCaseKind[index.table.kind] ?? []);
  const [kind] = kinds;
  if (kind !== undefined) return kinds.includes("penalty") ? "penalty" : kind;
  if (dossier?.kind !== undefined) return dossier.kind;
  const { decision, number = "" } = values as CaseValues;
  return /罚/.test(decision?.number ?? number) ? "penalty" : undefined;
};

/** The case's own values, before rosters and benchmarks. */
const ownValues = (
  merged: ReturnType<typeof mergeRows>,
  rows: readonly TableRow[],
  yardsticks: Yardsticks,
  dossier: DossierInCase | undefined,
): CaseValues => {
  const values = merged.values as CaseValues;
  const kind = caseKindOf(rows, merged.values, dossier);
  const reviewers = dossier?.withReviewers(reviewersOf(rows)) ?? reviewersOf(rows);
  const titled = titledAgency(rows);
  const agency = values.decision?.agency ?? titled?.agency;
  const sector = yardsticks.sectorOf(agency, rows[0]?.index.table.title);
  const remarks = remarksOf(rows);
  if (kind) values.kind ??= kind;
  if (titled) values.decision = { ...values.decision, agency: titled.agency };
  Object.assign(values, dossier ? dossier.withOfficers(officersOf(rows)) : officersOf(rows));
  if (dossier) Object.assign(values, dossier.values);
  if (dossier?.isSimple) values.procedure ??= "simple";
  if (sector !== undefined) values.sector = sector;
  if (remarks !== undefined) values.remarks = remarks;
  if (listsAllOfficers(rows, yardsticks.namesSeveral)) values.allOfficersListed = true;
  if (reviewers.length > 0) (values.legalReview ??= {}).reviewers = reviewers;
  const ledgers = rows.map(({ index: { table } }) => [table.title, table.sheet, table.file]);
  return Object.assign(values, workOut(values, ledgers.flat().join(" ")));
};

const actDay = ({ decision, filing, inspection }: CaseValues): string | undefined =>
  decision?.date ?? inspection?.date ?? filing?.date;

/** Joins the case's people to the rosters and its item to the benchmarks; gives what these speak from. */
const joinYardsticks = (values: CaseValues, { roster, benchmarks }: Yardsticks): Origin[] => {
  const agency = values.decision?.agency;
  const day = actDay(values);
  const officers = register(values.officers ?? [], "officers", roster, agency, day);
  const reviewers = values.legalReview?.reviewers;
  const review = register(reviewers ?? [], "legalReview.reviewers", roster, agency, day);
  const { certificates, origins } = withHolders(values.certificates, roster);
  const benchmark = benchmarks.join(values);
  if (values.officers) values.officers = officers.people;
  if (values.legalReview && reviewers) values.legalReview.reviewers = review.people;
  if (certificates) values.certificates = certificates;
  if (benchmark) values.benchmark = Object.assign(values.benchmark ?? {}, benchmark.benchmark);
  return [...officers.origins, ...review.origins, ...origins, ...(benchmark?.origins ?? [])];
};

const numbersOf = ({ decision, number, filing }: CaseValues): string[] => [
  ...new Set([decision?.number, number, filing?.documentNumber].flatMap((n) => n ?? [])),
];

/** That somebody is not on the roster shows in the ledger, where his name stands. */
const strangersOf = ({ officers, legalReview }: CaseValues): Map<string, string> => {
  const strangers = (people: readonly Person[] | undefined, path: string) =>
    (people ?? []).flatMap(({ registration }, i): [string, string][] =>
      registration?.onRoster === false
        ? [[`${path}[${i}].registration.onRoster`, `${path}.name`]]
        : [],
    );
  return new Map([
    ...strangers(officers, "officers"),
    ...strangers(legalReview?.reviewers, "legalReview.reviewers"),
  ]);
};

/** Where the kinds or the content cannot be read, it cannot be told either whether there is a penalty. */
const withConsequences = (
  exceptions: CaseFile["exceptions"],
  { decision }: CaseValues,
): CaseFile["exceptions"] => {
  const illegible = exceptions.get("decision.kinds") ?? exceptions.get("decision.content");
  if (!illegible || decision?.noPenalty !== undefined) return exceptions;
  return new Map([...exceptions, ["decision.noPenalty", illegible]]);
};

/** Of a row that speaks of another channel's publication, what it says of that is not the case's. */
const pathsOf = (party: number, isElsewhere: boolean): PathInTable => {
  const paths = ledgerPaths(party);
  return isElsewhere ? (path) => (path.startsWith("publicity.") ? [] : paths(path)) : paths;
};

/** Whether the rows' ledgers or the documents are believed where they contradict each other. */
const believedBy =
  (rows: readonly TableRow[], { rank, rankOfDocuments }: Yardsticks) =>
  (path: string): Believed => {
    const ranks = rows.filter(({ values }) => values.has(path)).map(rank);
    const best = Math.min(...ranks);
    if (best === rankOfDocuments) return "neither";
    return best < rankOfDocuments ? "ledger" : "documents";
  };

const caseOf = (
  name: string,
  given: readonly TableRow[],
  yardsticks: Yardsticks,
  dossier?: DossierInCase,
): CaseFile => {
  const { rows, publications, origins: published, isElsewhere } = publishedOf(given);
  const ofRows = mergeRows(rows, yardsticks.rank);
  const merged = dossier
    ? addDocuments(ofRows, dossier.merged, believedBy(rows, yardsticks))
    : ofRows;
  const values = ownValues(merged, rows, yardsticks, dossier);
  const joined = joinYardsticks(values, yardsticks);
  const numbers = numbersOf(values);
  const listedRecordings = recordingsOf(rows);
  const { recordings, origins: fileOrigins } = yardsticks.recordingFiles.of(
    listedRecordings.recordings,
    { folder: dossier && folderOfDossier(dossier.dossier), numbers },
  );
  if (publications.length > 0) values.publications = publications;
  if (recordings.length > 0) values.recordings = recordings;
  const recordingsKept =
    rows.some(({ index }) => index.hasGroup("recordings")) ||
    (yardsticks.recorded.size > 0 && agencyYears(rows).some((key) => yardsticks.recorded.has(key)));
  const stages = dossier?.stagesIn(values);
  const named = dossier?.evidenceIn();
  Object.assign(values, {
    ...(stages && { stages: stages.stages }),
    ...(named && { evidence: named.evidence }),
  });
  const listed = yardsticks.lists.join(values, recordingsKept);
  const rowOrigins = merged.parties.flatMap((partyRows, party) =>
    partyRows.map((row) => new RowOrigin(row.index, row.row, pathsOf(party, isElsewhere(row)))),
  );
  const strangers = strangersOf(values);
  const namedIn = strangers.size > 0 ? rows : [];
  const strangerOrigins = namedIn.map(
    (row) => new RowOrigin(row.index, row.row, renamedPaths(strangers)),
  );
  const exceptions = withConsequences(
    new Map([...merged.exceptions, ...(dossier?.exceptions ?? [])]),
    values,
  );
  return {
    ...{ id: name, numbers, values: Object.assign(values, listed.values), exceptions },
    origins: [
      ...[...rowOrigins, ...listedRecordings.origins, ...fileOrigins, ...strangerOrigins],
      ...(dossier?.originsFor(values.officers ?? [], values.legalReview?.reviewers ?? []) ?? []),
      ...(stages?.origins ?? []),
      ...(named?.origins ?? []),
      ...(titledAgency(rows)?.origins ?? []),
      ...[...published, ...joined, ...listed.origins],
    ],
    contradicted: merged.contradicted,
  };
};

/**
 * The order of trust: kinds of sheet or parts of names of files and sheets, the most trusted first. What
 * is not named comes last.
 */
const rankBy =
  (trust: readonly string[]): Rank =>
  ({ index: { table } }) => {
    const at = trust.findIndex(
      (wanted) =>
        table.kind === wanted || table.file.includes(wanted) || table.sheet.includes(wanted),
    );
    return at < 0 ? trust.length : at;
  };

/** The word for documents in the order of trust, beside the kinds of sheets. */
const documentsInTrust = "documents";

const rankOfDocuments = (trust: readonly string[]): number => {
  const at = trust.indexOf(documentsInTrust);
  return at < 0 ? trust.length : at;
};

const isOfRecordings = ({ index }: TableRow): boolean => index.table.kind === "recording-ledger";

const agencyYears = (rows: readonly TableRow[]): string[] => {
  const said = (...fields: string[]) =>
    rows.flatMap((row) => fields.flatMap((field) => textIn(row, field) ?? []));
  const years = said("decision.date", "filing.date").map((day) => day.slice(0, 4));
  return said("decision.agency").flatMap((agency) => years.map((year) => `${agency} ${year}`));
};

/** A recording that no case was found for may be of any case: then none is said to have none. */
const recordedIn = (
  groups: readonly RowGroup[],
  unlinked: readonly number[],
  ledger: Ledger,
): ReadonlySet<string> => {
  if (!ledger.has("recording-ledger")) return new Set();
  if (ledger.rows(unlinked).some(isOfRecordings)) return new Set();
  return new Set(
    groups.flatMap((group) => {
      const isRecorded = placesOf(group).some(
        (place) => ledger.kindAt(place) === "recording-ledger",
      );
      return isRecorded ? agencyYears(ledger.rows(placesOf(group))) : [];
    }),
  );
};

const notLinked = ({ index, row }: TableRow): Diagnostic => {
  const { file, sheet } = index.table;
  return {
    level: "warning",
    code: "row-not-linked",
    file,
    sheet,
    cell: `A${row.number}`,
    details: {},
  };
};

const documentNotLinked = ({ file, pages, title, words }: RecognisedDocument): Diagnostic => ({
  level: words === null ? "warning" : "info",
  code: "document-not-linked",
  file,
  ...(pages !== null && { page: pages[0] }),
  details: { title: title ?? "" },
});

const recordingNotLinked = ({ file }: RecordingFile): Diagnostic => ({
  level: "info",
  code: "recording-not-linked",
  file,
  details: {},
});

/** The documents of the folder, and the words by which they make cases. */
export interface Documents {
  found: readonly RecognisedDocument[];
  recordings: readonly RecordingFile[];
  words: DossierWords | undefined;
}

const noDocuments: Documents = { found: [], recordings: [], words: undefined };

/** Groups of rows with the dossiers that speak of them, and a group without rows for each other dossier. */
const withDossiers = (grouped: Grouped, ledger: Ledger, { found, words }: Documents) => {
  if (!words || found.length === 0) {
    return { grouped, dossiers: new Map<number, DossierInCase>(), unlinked: [] };
  }
  const { dossiers, unlinked } = groupDocuments(found, words);
  const { byGroup, alone } = linkDossiers(dossiers, grouped.groups, ledger);
  const groups = [...grouped.groups, ...alone.map((): RowGroup => [])];
  const all = [
    ...byGroup,
    ...alone.map((dossier, i) => [grouped.groups.length + i, dossier] as const),
  ];
  return {
    grouped: { ...grouped, groups },
    dossiers: new Map(all.map(([at, dossier]) => [at, new DossierInCase(dossier, words)])),
    unlinked,
  };
};

/** What someone decided who knows the agencies. */
export interface Preferences {
  /** Kinds of sheet or parts of names of files and sheets, the most trusted first. */
  trust?: readonly string[];
  assigned?: AssignedSectors;
}

/** An agency's own sector, else that which its name or the ledger's title tells, else the usual one. */
const sectorBy =
  (sectors: readonly Sector[], assigned: AssignedSectors | undefined): Yardsticks["sectorOf"] =>
  (agency, title) =>
    (agency === undefined ? undefined : assigned?.agencies.get(nameKey(agency))) ??
    sectorOf(agency ?? title, sectors) ??
    assigned?.otherwise;

/** The cases that the groups of rows make, put together one by one. */
class AssembledCases implements Cases {
  readonly length: number;
  readonly #nameOf: ReturnType<typeof namesOf>;

  constructor(
    readonly grouped: Grouped,
    readonly ledger: Ledger,
    readonly yardsticks: Yardsticks,
    /** By place of the group. */
    readonly dossiers: ReadonlyMap<number, DossierInCase>,
  ) {
    this.length = grouped.groups.length;
    this.#nameOf = namesOf(grouped, ledger, dossiers);
  }

  at(index: number): CaseFile | undefined {
    const group = this.grouped.groups[index];
    if (group === undefined) return undefined;
    const rows = sortRows(this.ledger.rows(placesOf(group)));
    return caseOf(this.#nameOf(index, rows), rows, this.yardsticks, this.dossiers.get(index));
  }

  *[Symbol.iterator](): Iterator<CaseFile> {
    for (let index = 0; index < this.length; index++) {
      const file = this.at(index);
      if (file) yield file;
    }
  }
}

/** Asks of each table once. */
const onceATable = (ask: (table: RecognisedTable) => boolean) => {
  const answers = new Map<RecognisedTable, boolean>();
  return (table: RecognisedTable): boolean => {
    const answer = answers.get(table) ?? ask(table);
    answers.set(table, answer);
    return answer;
  };
};

/**
 * Puts case files together from the recognised tables: rows of one decision into one case, officers
 * joined to rosters by name and certificate, items to benchmark rows and lists by code. Nothing is judged
 * here. `written` are benchmarks that somebody wrote in the program's own form.
 */
export const assemble = (
  tables: readonly RecognisedTable[],
  vocabulary: Vocabulary,
  sectors: readonly Sector[],
  { trust = [], assigned }: Preferences = {},
  documents: Documents = noDocuments,
  written: readonly BenchmarkTable[] = [],
): Assembled => {
  const ofKind = (wanted: (kind: SheetKind) => boolean) =>
    tables.filter(({ kind }) => wanted(kind));
  const ledger = new Ledger(ofKind(isLedger), vocabulary);
  const registers = registerKinds.map(({ kind, group }) => ({
    ...{ kind, group },
    ...rowsOf(
      ofKind((other) => other === kind),
      vocabulary,
    ),
  }));
  const rowsIn = (kind: SheetKind) => registers.find((one) => one.kind === kind)?.rows ?? [];
  const lists = new AgencyLists(rowsIn);
  const benchmarkTables = ofKind((kind) => kind === "benchmark-table");
  const benchmarks = benchmarksIn(benchmarkTables);
  const allBenchmarks = [...benchmarks.tables, ...written];
  const { grouped, dossiers, ...papers } = withDossiers(groupRows(ledger), ledger, documents);
  const { groups, unlinked } = grouped;
  const recordingFiles = new RecordingFiles(
    documents.recordings,
    [...dossiers.values()].map(({ dossier }) => folderOfDossier(dossier)),
  );
  const yardsticks: Yardsticks = {
    lists,
    recorded: recordedIn(groups, unlinked, ledger),
    roster: new Roster(rowsIn("officer-roster")),
    benchmarks: new BenchmarkShelf(allBenchmarks, new BenchmarkPlaces(benchmarkTables)),
    ...{ sectorOf: sectorBy(sectors, assigned), rank: rankBy(trust) },
    rankOfDocuments: rankOfDocuments(trust),
    recordingFiles,
    namesSeveral: onceATable(namesSeveralOfficers),
  };
  const notJoined = ledger.rows(unlinked).map(notLinked);
  return {
    cases: new AssembledCases(grouped, ledger, yardsticks, dossiers),
    registers: new Map(
      registers.map(({ kind, group, rows }) => [
        kind,
        [
          ...rows.map((row) => registerRow(group, row)),
          ...(kind === "benchmark-table"
            ? faultRows({ tables: allBenchmarks, unparsed: benchmarks.unparsed }, benchmarkTables)
            : []),
        ],
      ]),
    ),
    problems: ledger,
    diagnostics: () => [
      ...[ledger, ...registers].flatMap(({ diagnostics }) => diagnostics),
      ...lists.diagnostics,
      ...notJoined,
      ...papers.unlinked.map(documentNotLinked),
      ...recordingFiles.unlinked.map(recordingNotLinked),
    ],
  };
};
