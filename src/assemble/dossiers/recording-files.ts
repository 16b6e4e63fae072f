import { documentNumberKey, findDocumentNumbers } from "../../values/document-number.js";
import { groupBy } from "../../values/group-by.js";
import type { CaseValues } from "../../model/case-file.js";
import type { Origin, Source } from "../../model/origin.js";
import type { RecordingFile } from "../../model/recording-file.js";
import { folderOf } from "./dossier.js";

type Recording = NonNullable<CaseValues["recordings"]>[number];

/** Where a case lies: the folder of its dossier, and its numbers. */
export interface CasePlace {
  folder: string | undefined;
  numbers: readonly string[];
}

const baseName = (file: string): string => file.slice(file.lastIndexOf("/") + 1).toLowerCase();
const withoutEnding = (name: string): string => name.replace(/\.[a-z0-9]{2,4}$/, "");

const isIn = (file: string, folder: string): boolean =>
  folder === "" || folderOf(file) === folder || file.startsWith(`${folder}/`);

/** What a recording's file says of itself. */
const ownValues = ({ durationSeconds, createdAt, broken }: RecordingFile): Partial<Recording> => ({
  found: true,
  ...(broken && { playable: false }),
  ...(durationSeconds !== null && { playable: durationSeconds > 0, seconds: durationSeconds }),
  ...(createdAt?.date && { madeOn: createdAt.date.iso }),
});

/** A file of a recording as something that speaks of its case. */
class RecordingOrigin implements Origin {
  readonly #prefix: string;

  constructor(
    readonly recording: RecordingFile,
    at: number,
    /** Whether no ledger names it: then its name and its day stand for what one would say. */
    readonly isAlone: boolean,
  ) {
    this.#prefix = `recordings[${at}].`;
  }

  get file(): string {
    return this.recording.file;
  }

  get name(): string {
    return this.recording.file;
  }

  speaksOf(path: string): boolean {
    return this.source(path) !== undefined;
  }

  source(path: string): Source | undefined {
    if (!path.startsWith(this.#prefix)) return undefined;
    const { file, createdAt } = this.recording;
    const field = path.slice(this.#prefix.length);
    if (field === "madeOn" || (this.isAlone && field === "from")) {
      return createdAt?.date ? { field: path, file, text: createdAt.text } : undefined;
    }
    const ofFile = ["found", "playable", "seconds"];
    const speaks = ofFile.includes(field) || (this.isAlone && ["file", "stage"].includes(field));
    return speaks ? { field: path, file } : undefined;
  }
}

/** Words of acts in names of files: 20240614_询问.mp3. */
const acts =
  /留置送达|公告送达|送达|现场检查|检查|勘验|勘察|询问|查封|扣押|登记保存|抽样|听证|辨认|告知|拆除|代履行|讨论/u;

/** The recordings that lie in the folders, to be found by the name that a ledger gives, or by folder. */
export class RecordingFiles {
  readonly #byName = new Map<string, RecordingFile[]>();
  /** By the folder of the one dossier around them. */
  readonly #byFolder: ReadonlyMap<string, RecordingFile[]>;
  /** By a number of a case in their path. */
  readonly #byNumber = new Map<string, RecordingFile[]>();
  readonly #named = new Set<RecordingFile>();

  constructor(
    readonly all: readonly RecordingFile[],
    /** Where the dossiers lie, each once for every dossier there. */
    readonly folders: readonly string[],
  ) {
    for (const one of all) {
      const name = baseName(one.file);
      for (const key of new Set([name, withoutEnding(name)])) {
        this.#byName.set(key, [...(this.#byName.get(key) ?? []), one]);
      }
      for (const key of new Set(findDocumentNumbers(one.file).map(documentNumberKey))) {
        this.#byNumber.set(key, [...(this.#byNumber.get(key) ?? []), one]);
      }
    }
    this.#byFolder = groupBy(all, (one) => this.#folderOf(one));
  }

  /** The one file of a name that a ledger gives, in the case's own folders before all others. */
  #namedBy({ file }: Recording, { folder }: CasePlace): RecordingFile | undefined {
    if (file === undefined) return undefined;
    const found = this.#byName.get(baseName(file.trim().replaceAll("\\", "/"))) ?? [];
    const near = folder === undefined ? [] : found.filter((one) => isIn(one.file, folder));
    const [only, ...others] = near.length > 0 ? near : found;
    return others.length === 0 ? only : undefined;
  }

  /** Files that the case's ledgers do not name, in its own folder or with its number in their path. */
  #unnamedOf({ folder, numbers }: CasePlace, named: ReadonlySet<RecordingFile>): RecordingFile[] {
    const near = [
      ...(folder === undefined ? [] : (this.#byFolder.get(folder) ?? [])),
      ...numbers.flatMap((number) => this.#byNumber.get(documentNumberKey(number)) ?? []),
    ];
    return [...new Set(near)].filter((one) => !named.has(one));
  }

  /** The innermost dossier folder that holds a file; undefined for none, and where several dossiers lie. */
  #folderOf({ file }: RecordingFile): string | undefined {
    const holding = this.folders.filter((folder) => isIn(file, folder));
    const deepest = Math.max(...holding.map(({ length }) => length));
    const [only, ...others] = holding.filter(({ length }) => length === deepest);
    return others.length === 0 ? only : undefined;
  }

  /** A case's recordings with what their files say, and those that lie in its folder and no ledger names. */
  of(
    listed: readonly Recording[],
    place: CasePlace,
  ): { recordings: Recording[]; origins: Origin[] } {
    if (this.all.length === 0) return { recordings: [...listed], origins: [] };
    const files = listed.map((recording) => this.#namedBy(recording, place));
    const named = new Set(files.flatMap((file) => file ?? []));
    const unnamed = this.#unnamedOf(place, named);
    for (const one of [...named, ...unnamed]) this.#named.add(one);
    const recordings = listed.map((recording, i): Recording => {
      const file = files[i];
      if (file) return { ...recording, ...ownValues(file) };
      // Where other files of the case are there, one that is not there is missing.
      const isMissing = recording.file !== undefined && named.size > 0;
      return { ...recording, ...(isMissing && { found: false }) };
    });
    const others = unnamed.map((file): Recording => {
      const stage = acts.exec(baseName(file.file))?.[0];
      const day = file.createdAt?.date?.iso;
      return {
        ...{ file: file.file, ...ownValues(file) },
        ...(stage !== undefined && { stage }),
        ...(day !== undefined && { from: day }),
      };
    });
    return {
      recordings: [...recordings, ...others],
      origins: [
        ...files.flatMap((file, at) => (file ? new RecordingOrigin(file, at, false) : [])),
        ...unnamed.map((file, i) => new RecordingOrigin(file, listed.length + i, true)),
      ],
    };
  }

  /** Files that no case has; to be asked when every case was put together. */
  get unlinked(): readonly RecordingFile[] {
    return this.all.filter((one) => !this.#named.has(one));
  }
}
