import type { CityCase } from "./city-case.js";
import type { Entry, Recording, Seizure } from "./city-entry.js";
import { agencies, type AgencyKey } from "./city-people.js";
import { bookOf, csvInUtf8, sheetOf, type Column, type Part, type Book } from "./city-sheet.js";
import { column, sequence, writtenDate } from "./city-writing.js";

/** Ledgers of one stage: reviews, publications, recordings, coercive measures. */

const yuan = column("yuan");

const firstEntries = (cases: readonly CityCase[], agency: AgencyKey): Entry[] =>
  cases.flatMap(({ spec, entries }) => (spec.agency === agency ? entries.slice(0, 1) : []));

const reviewColumns = (...names: Column<Entry>[]): Column<Entry>[] => [
  sequence,
  ...names,
  yuan("送审日期", "submitted"),
  yuan("审核受理时间", "received"),
  yuan("审核人", "reviewer", 10),
  yuan("审核意见", "opinion", 24),
  yuan("审核日期", "reviewedOn"),
  yuan("再次审核是否通过", "passedLater", 10),
];

/** The market bureau's by case number, the other's by the name of the case. */
export const reviewLedger = (cases: readonly CityCase[]): Book => {
  const reviewed = (agency: AgencyKey): Entry[] =>
    firstEntries(cases, agency).filter(({ submitted }) => submitted !== undefined);
  const sheet = (agency: AgencyKey, ...names: Column<Entry>[]): Part =>
    sheetOf({
      name: agencies[agency].name,
      title: `${agencies[agency].name}2024年行政处罚案件法制审核台账`,
      columns: reviewColumns(...names),
      rows: reviewed(agency),
      footers: ["合计"],
    });
  return bookOf(
    "砚溪市司法局",
    sheet("market", yuan("案件编号", "caseNumber", 22), yuan("送审案件名称", "name", 30)),
    sheet("streets", yuan("送审案件名称", "name", 30)),
  );
};

/** 王某某; the name of a firm is not masked. */
export const shownParty = ({ party = "", partyKind }: Entry): string =>
  partyKind === "自然人" ? `${party.charAt(0)}某${party.length > 2 ? "某" : ""}` : party;

const contentOf = (entry: Entry): string =>
  `关于对${shownParty(entry)}的行政处罚决定（${entry.number ?? ""}）`;

const contentColumn: Column<Entry> = { header: "公示内容", width: 40, of: contentOf };
const afterwards: Column<Entry> = { header: "公示阶段", width: 8, of: () => "事后" };

const channelColumns: readonly Column<Entry>[] = [
  afterwards,
  yuan("公示载体", "channel", 22),
  yuan("公示日期", "published"),
  yuan("不予公示理由", "notPublishedFor"),
  yuan("公示文号", "publishedNumber", 22),
  yuan("公示罚款金额（元）", "publishedFine"),
  yuan("撤下日期", "withdrawn"),
  yuan("撤下理由", "withdrawalGround"),
];

/** The market bureau names the decision in what was published, the other party and day of decision. */
export const publicityLedger = (cases: readonly CityCase[]): Book => {
  const shown = (agency: AgencyKey): Entry[] => {
    const inLedger = cases.filter(
      ({ spec }) => spec.series !== "simple" || spec.agency === "streets",
    );
    return firstEntries(inLedger, agency);
  };
  const sheet = (agency: AgencyKey, ...names: Column<Entry>[]): Part =>
    sheetOf({
      name: `${agencies[agency].word}公示`,
      title: `${agencies[agency].name}行政执法信息公示台账（2024年）`,
      notes: ["公示载体写全称"],
      columns: [sequence, ...names, ...channelColumns],
      rows: shown(agency),
    });
  return bookOf(
    "砚溪市司法局",
    sheet("market", contentColumn),
    sheet("streets", yuan("当事人", "party", 24), yuan("决定日期", "decided"), {
      header: "公示事项",
      of: () => "行政处罚决定信息",
    }),
  );
};

interface Recorded {
  entry: Entry;
  recording: Recording;
}

const recorded = (cases: readonly CityCase[], agency: AgencyKey): Recorded[] =>
  firstEntries(cases, agency).flatMap((entry) =>
    (entry.recordings ?? []).map((recording) => ({ entry, recording })),
  );

const recordingColumns: readonly Column<Recorded>[] = [
  { header: "记录环节", width: 20, of: ({ recording }) => recording.stage },
  { header: "记录开始时间", width: 18, of: ({ recording }) => recording.from },
  { header: "记录结束时间", width: 18, of: ({ recording }) => recording.to },
  { header: "时长（分钟）", of: ({ recording }) => recording.minutes },
  { header: "记录地点", of: ({ recording }) => recording.place },
  { header: "设备编号", of: ({ recording }) => recording.device },
  { header: "记录人", of: ({ recording }) => recording.person },
  { header: "文件名", width: 24, of: ({ recording }) => recording.file },
  { header: "上传日期", of: ({ recording }) => writtenDate(recording.uploaded, 4) },
  { header: "存储期限", of: ({ recording }) => recording.retention },
  {
    header: "删除日期",
    of: ({ recording }) =>
      recording.deleted === undefined ? null : writtenDate(recording.deleted, 1),
  },
];

/** Each agency names its cases in its own way. */
export const recordingLedger = (cases: readonly CityCase[]): Book => {
  const sheet = (agency: AgencyKey, header: string, of: (entry: Entry) => string | undefined) =>
    sheetOf({
      name: agencies[agency].name,
      title: `${agencies[agency].name}执法音像记录台账`,
      columns: [
        sequence,
        { header, width: 30, of: ({ entry }: Recorded) => of(entry) },
        ...recordingColumns,
      ],
      rows: recorded(cases, agency),
    });
  return bookOf(
    "砚溪市司法局",
    sheet("market", "案号", (entry) => entry.caseNumber),
    sheet("streets", "处罚决定书文号", (entry) => entry.number),
    sheet("town", "案件名称", (entry) => entry.name),
  );
};

interface Seized {
  entry: Entry;
  seizure: Seizure;
}

const seizureColumn = (header: string, field: keyof Seizure): Column<Seized> => ({
  header,
  of: ({ seizure }) => {
    const value = seizure[field];
    const isDay = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
    return isDay ? writtenDate(value, 5) : value;
  },
});

/** A system's export; the cases are named by their filing. */
export const coercionLedger = (cases: readonly CityCase[]): Uint8Array =>
  csvInUtf8({
    columns: [
      sequence,
      { header: "案号", of: ({ entry }: Seized) => entry.caseNumber },
      { header: "被强制人", of: ({ entry }) => entry.party },
      { header: "事项编码", of: ({ entry }) => entry.itemCode },
      seizureColumn("强制决定书文号", "number"),
      seizureColumn("强制种类", "kind"),
      seizureColumn("查封扣押物品", "goods"),
      seizureColumn("批准人", "approver"),
      seizureColumn("批准日期", "approvedOn"),
      seizureColumn("是否情况紧急", "urgent"),
      seizureColumn("强制开始日期", "from"),
      seizureColumn("强制结束日期", "to"),
      seizureColumn("延长期限", "extension"),
      seizureColumn("延长审批日期", "extensionApprovedOn"),
      seizureColumn("延长至日期", "extendedTo"),
      seizureColumn("检测检验期间（天）", "testingDays"),
      seizureColumn("检测期间是否书面告知", "testingTold"),
      seizureColumn("处理情况", "handling"),
      seizureColumn("处理日期", "handledOn"),
    ],
    rows: cases.flatMap(({ entries: [entry] }) =>
      entry?.seizure ? [{ entry, seizure: entry.seizure }] : [],
    ),
  });
