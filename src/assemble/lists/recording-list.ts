import type { CaseValues } from "../../model/case-file.js";
import { textIn, type TableRow } from "../ledger-row.js";
import { acts, type Act } from "./acts.js";
import { isForAgency, titlesOf, wordsOf } from "./list-row.js";

type Duty = NonNullable<CaseValues["duties"]>[number];

/** What a list's row asks to be recorded. */
interface ToRecord {
  row: TableRow;
  act: Act;
  /** 应当 or 可以; undefined where neither the row nor the list's title says it. */
  required: boolean | undefined;
}

const may = /可(?!能)|视情|根据需要|必要时|有条件的/;
const must = /应当|必须|应进行|全程/;

/** 拒绝签字的应当录像: whether that was so no ledger shows. */
const conditional = /拒绝|拒签|争议|阻碍|妨碍|重大|情形|的，|时，/;

const isRequired = (row: TableRow): boolean | undefined => {
  const act = ["act", "item", "stage"].flatMap((field) => textIn(row, `toRecord.${field}`) ?? []);
  if (conditional.test(act.join())) return undefined;
  const said = textIn(row, "toRecord.duty") ?? wordsOf(row, "toRecord");
  if (may.test(said)) return false;
  if (must.test(said)) return true;
  const titles = titlesOf(row).join();
  if (may.test(titles)) return false;
  return must.test(titles) ? true : undefined;
};

/** 文字记录 is a record in writing, which other rules speak of. */
const isAudioVisual = (row: TableRow): boolean => {
  const mode = textIn(row, "toRecord.mode") ?? textIn(row, "toRecord.category") ?? "";
  return !/文字|文书|笔录/.test(mode) || /[音像录摄拍]|仪/.test(mode.replace(/笔录|记录/g, ""));
};

const actsIn = (row: TableRow): readonly Act[] => {
  const named = ["act", "stage", "item"].flatMap((field) => textIn(row, `toRecord.${field}`) ?? []);
  return acts.filter(({ words }) => words.test(named.join("。")));
};

/** 音像记录事项清单: which acts of an agency must be recorded by audio or video. */
export class RecordingList {
  readonly #duties: readonly ToRecord[];
  /** Rows that name no act which ledgers can show. */
  readonly unmatched: readonly TableRow[];

  constructor(rows: readonly TableRow[]) {
    this.#duties = rows
      .filter(isAudioVisual)
      .flatMap((row) => actsIn(row).map((act) => ({ row, act, required: isRequired(row) })));
    this.unmatched = rows.filter((row) => actsIn(row).length === 0);
  }

  /**
   * The acts of a case that the list names, each with the row that names it. `recordingsKept` says whether
   * the files have a place for the case's recordings, so that none there means none was made.
   */
  dutiesOf(values: CaseValues, recordingsKept: boolean): { duty: Duty; row: TableRow }[] {
    const { agency } = values.decision ?? {};
    const happened = this.#duties.filter(
      ({ row, act }) => act.happened(values) && isForAgency(row, agency),
    );
    const strictest = new Map<string, ToRecord>();
    for (const duty of happened) {
      const before = strictest.get(duty.act.id);
      if (!before || (duty.required === true && before.required !== true)) {
        strictest.set(duty.act.id, duty);
      }
    }
    return [...strictest.values()].map(({ row, act, required }) => {
      const recorded = isRecorded(values, act, recordingsKept);
      return {
        row,
        duty: {
          act: act.id,
          ...(required !== undefined && { required }),
          ...(recorded !== undefined && { recorded }),
        },
      };
    });
  }
}

/** Stages that lists seldom name, but that are no other act. */
const otherStages = /送达|辨认|告知|陈述|申辩|移交|销毁|返还|发还|宣告|宣读|讨论|约谈|解除/;

/** Undefined where a recording does not say of which act it is. */
const isRecorded = (
  { recordings = [] }: CaseValues,
  { words }: Act,
  recordingsKept: boolean,
): boolean | undefined => {
  if (recordings.some(({ stage = "", file = "" }) => words.test(`${stage}。${file}`))) return true;
  const told = recordings.every(
    ({ stage }) =>
      stage !== undefined && (otherStages.test(stage) || acts.some((act) => act.words.test(stage))),
  );
  return told && (recordings.length > 0 || recordingsKept) ? false : undefined;
};
