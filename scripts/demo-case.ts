import { type Mended } from "./fault.js";
import { agency, certificateOf, itemWithoutBenchmark, items, type Item } from "./demo-reference.js";
import { creditCode, masked, residentId, type Days } from "./demo-values.js";

/** One row of a ledger by column. Days are ISO, amounts yuan; what is not there is an empty cell. */
export interface Entry {
  caseNumber?: string;
  name?: string;
  source?: string;
  clue?: string;
  status?: string;
  procedure?: string;
  item?: string;
  itemCode?: string;
  violation?: string;
  violationEnd?: string;
  major?: string;
  complex?: string;
  party?: string;
  partyKind?: string;
  creditCode?: string;
  id?: string;
  legalRepresentative?: string;
  officers?: string;
  certificates?: string;
  filed?: string;
  investigated?: string;
  excludedDays?: number;
  excludedFor?: string;
  extension?: string;
  extensionDays?: number;
  violated?: string;
  penaltyLaw?: string;
  tier?: string;
  leniency?: string;
  ground?: string;
  deviation?: string;
  reviewed?: string;
  submitted?: string;
  reviewedOn?: string;
  opinion?: string;
  reviewer?: string;
  passedLater?: string;
  notice?: string;
  noticeServed?: string;
  noticeFine?: number;
  defence?: string;
  defenceOn?: string;
  defenceReview?: string;
  hearing?: string;
  hearingWithdrawn?: string;
  hearingNotified?: string;
  hearingOn?: string;
  hearingHost?: string;
  discussed?: string;
  discussedOn?: string;
  discussion?: string;
  number?: string;
  decided?: string;
  agency?: string;
  kinds?: string;
  fine?: number;
  confiscated?: number;
  served?: string;
  serviceMode?: string;
  dispatched?: string;
  paid?: string;
  paidAmount?: number;
  performance?: string;
  deferred?: string;
  reminded?: string;
  appliedToCourt?: string;
  published?: string;
  channel?: string;
  notPublishedFor?: string;
  closed?: string;
  closedHow?: string;
  archived?: string;
  remark?: string;
  batch?: string;
}

/** `null` empties a cell that the usual course of a case would fill. */
export type Changes = { [K in keyof Entry]?: Entry[K] | null };

export type Severity = "error" | "warning" | "info";

/** A problem put into a case on purpose. */
export interface Planted {
  rule: string;
  severity: Severity;
  what: string;
  /** For findings about a number or a pair of cases: the other case. */
  with?: string;
}

export type PartyKind = "公司" | "个体" | "个人";

export interface CaseSpec {
  key: string;
  /** Day of the decision; none for a case that is still open. */
  decided?: string;
  series?: "ordinary" | "simple" | "no-penalty";
  item: string;
  tier?: string;
  fine?: number;
  party: readonly [kind: PartyKind, name: string, representative?: string];
  /** Which pair of officers, and with it whose habits of writing dates and amounts. */
  team: number;
  change?: (days: Days) => Changes;
  /** A second party of the same decision. */
  second?: readonly [kind: PartyKind, name: string, representative?: string];
  planted?: readonly Planted[];
  /** What is otherwise once the problem is mended; where nothing is said, the course is the usual one. */
  mend?: Partial<CaseSpec>;
  /** The case whose problem it is a part of, and with which it is mended. */
  mendedWith?: string;
  /** What in it is unusual and lawful. */
  lawful?: string;
  /** What must be looked at by a person, and why. */
  open?: string;
  /** Writes the decision's number in a way of its own, or takes another case's. */
  numbered?: (serial: number) => string;
  sameNumberAs?: string;
}

/** A case with its serial number and rows. */
export interface DemoCase {
  spec: CaseSpec;
  /** What the audit calls it. */
  id: string;
  entries: Entry[];
}

const teams = [
  ["卓凌川", "崔知白"],
  ["栾明溪", "阎予安"],
  ["靳书禾", "温景行"],
  ["鲁长庚", "邵云归"],
  ["宁若谷", "褚少衡"],
] as const;

export const officersOf = (names: readonly string[]): Changes => ({
  officers: names.join("、"),
  certificates: names.map(certificateOf).join("、"),
});

const itemOf = (key: string): Item => {
  const found = [...items, itemWithoutBenchmark].find((one) => one.key === key);
  if (!found) throw new RangeError(`No such item: ${key}`);
  return found;
};

const partyEntry = ([kind, name, representative]: CaseSpec["party"], serial: number): Entry => {
  if (kind === "个人") {
    const birth = `19${70 + (serial % 29)}0${1 + (serial % 9)}1${serial % 9}`;
    return { party: name, partyKind: "自然人", id: masked(residentId(birth, serial)) };
  }
  return {
    party: name,
    partyKind: kind === "公司" ? "法人及非法人组织" : "个体工商户",
    creditCode: creditCode(kind === "公司" ? "91" : "92", serial),
    ...(representative !== undefined && { legalRepresentative: representative }),
  };
};

const sources = ["日常监督检查", "投诉举报", "双随机抽查", "上级交办", "监督抽检"];

const commonEntry = (spec: CaseSpec, serial: number): Entry => {
  const item = itemOf(spec.item);
  const short = item.violation.replace(/（.*）$/, "");
  return {
    name: `${spec.party[1]}${short}案`,
    source: sources[serial % sources.length] ?? "",
    item: item.violation,
    itemCode: item.code,
    major: "否",
    complex: "否",
    violated: item.violated,
    penaltyLaw: item.penalty,
    ...(spec.tier !== undefined && { tier: spec.tier }),
    agency,
    batch: `TS-2024-${String(1 + (serial % 4)).padStart(2, "0")}`,
    ...(officersOf(teams[spec.team] ?? teams[0]) as Entry),
  };
};

/** From the clue to the notice, as it usually runs before a decision on a day. */
const beforeDecision = (decided: string, serial: number, days: Days): Entry => {
  const filed = days.working(decided, -28 - (serial % 3) * 2);
  const clue = days.working(filed, -3 - (serial % 5));
  return {
    clue,
    violation: days.plain(clue, -2 - (serial % 9)),
    filed,
    investigated: days.working(decided, -17),
  };
};

/** The bureau has every fine of 5000 yuan and more reviewed. */
const reviewEntry = (spec: CaseSpec, decided: string, serial: number, days: Days): Entry =>
  (spec.fine ?? 0) < 5000
    ? { reviewed: "否" }
    : {
        reviewed: "是",
        submitted: days.working(decided, -16),
        reviewedOn: days.working(decided, -14),
        opinion: serial % 4 === 0 ? "同意拟处罚意见" : "同意",
        reviewer: serial % 2 === 0 ? "沈知微" : "陆怀瑾",
      };

const afterService = (served: string, serial: number, days: Days): Entry => {
  const paid = days.plain(served, 2 + (serial % 8));
  const closed = days.working(paid, 4 + (serial % 3));
  return {
    paid,
    performance: "已履行",
    deferred: "否",
    closed,
    closedHow: "自动履行结案",
    archived: days.working(closed, 10),
    status: "已结案",
  };
};

const publication = (decided: string, serial: number, days: Days): Entry => ({
  published: days.working(decided, 2 + (serial % 5)),
  channel: "行政执法公示平台",
});

const fineOf = ({ fine, item }: CaseSpec): Entry =>
  fine === undefined
    ? {}
    : { fine, paidAmount: fine, kinds: item === "HZ1" ? "警告、罚款" : "罚款" };

const ordinaryEntry = (spec: CaseSpec, decided: string, serial: number, days: Days): Entry => {
  const served = days.working(decided, 1 + (serial % 3));
  return {
    ...beforeDecision(decided, serial, days),
    ...reviewEntry(spec, decided, serial, days),
    procedure: "普通程序",
    notice: `栖市监罚告〔2023〕${serial}号`,
    noticeServed: days.working(decided, -9 - (serial % 3)),
    ...(spec.fine !== undefined && { noticeFine: spec.fine }),
    leniency: "无",
    defence: "否",
    hearing: "否",
    discussed: "否",
    decided,
    ...fineOf(spec),
    served,
    serviceMode: "直接送达",
    ...afterService(served, serial, days),
    ...publication(decided, serial, days),
  };
};

const simpleEntry = (spec: CaseSpec, decided: string, serial: number, days: Days): Entry => ({
  clue: decided,
  violation: decided,
  procedure: "简易程序",
  decided,
  ...fineOf(spec),
  served: decided,
  serviceMode: "当场送达",
  ...(spec.fine !== undefined && { paid: days.plain(decided, serial % 6), performance: "已履行" }),
  ...publication(decided, serial, days),
  closed: days.working(decided, 5),
  archived: days.working(decided, 15),
});

const noPenaltyEntry = (decided: string, serial: number, days: Days): Entry => {
  const served = days.working(decided, 1 + (serial % 3));
  return {
    ...beforeDecision(decided, serial, days),
    procedure: "普通程序",
    discussed: "否",
    decided,
    kinds: "不予处罚",
    served,
    serviceMode: "直接送达",
    closed: days.working(served, 5),
    closedHow: "不予处罚结案",
    archived: days.working(served, 15),
    status: "已结案",
  };
};

const openEntry: Entry = { procedure: "普通程序", status: "在办" };

const courseOf = (spec: CaseSpec, serial: number, days: Days): Entry => {
  const { decided, series = "ordinary" } = spec;
  if (decided === undefined) return openEntry;
  if (series === "simple") return simpleEntry(spec, decided, serial, days);
  if (series === "no-penalty") return noPenaltyEntry(decided, serial, days);
  return ordinaryEntry(spec, decided, serial, days);
};

const wordOf = { ordinary: "处罚", simple: "当罚", "no-penalty": "不罚" } as const;

const changed = (entry: Entry, changes: Changes): Entry => {
  const kept = Object.entries({ ...entry, ...changes }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept);
};

/** The cases with one problem mended, named by its case. */
export const mendedSpecs = (specs: readonly CaseSpec[], mended: Mended): CaseSpec[] =>
  specs.map((spec) => {
    if (!mended.has(spec.mendedWith ?? spec.key)) return spec;
    const { change, ...usual } = spec;
    return spec.mend ? { ...usual, ...(change && { change }), ...spec.mend } : usual;
  });

/** Numbers the cases by day, as a register does, and fills in what the usual course gives. */
export const buildCases = (specs: readonly CaseSpec[], days: Days): DemoCase[] => {
  const next = { ordinary: 187, simple: 64, "no-penalty": 21 };
  const numbers = new Map<string, string>();
  const parties = new Register();
  const sorted = [...specs].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return sorted.map((spec, at): DemoCase => {
    const series = spec.series ?? "ordinary";
    const serial = 301 + at;
    const change = spec.change?.(days) ?? {};
    const filedIn = (change.filed ?? spec.decided ?? "").slice(0, 4);
    const caseNumber = `栖市监立〔${filedIn}〕${serial}号`;
    const number = numberOf(spec, next[series], numbers);
    if (number !== undefined) numbers.set(spec.key, number);
    if (spec.sameNumberAs === undefined) next[series]++;
    const usual: Entry = {
      ...(series !== "simple" && { caseNumber }),
      ...(number !== undefined && { number }),
      ...commonEntry(spec, serial),
      ...partyEntry(spec.party, parties.serialOf(spec.party[1])),
      ...courseOf(spec, serial, days),
    };
    const entry = changed(usual, change);
    const { second } = spec;
    const entries = second
      ? [entry, { ...entry, ...partyEntry(second, parties.serialOf(second[1])) }]
      : [entry];
    return { spec, id: idOf(spec, number ?? caseNumber), entries };
  });
};

/** The second case of a number that two cases share. */
const idOf = ({ sameNumberAs }: CaseSpec, id: string): string =>
  sameNumberAs === undefined ? id : `${id}#2`;

/** Numbers by name: one party keeps its codes in all its cases. */
class Register {
  readonly #serials = new Map<string, number>();

  serialOf(name: string): number {
    const serial = this.#serials.get(name) ?? 101 + this.#serials.size;
    this.#serials.set(name, serial);
    return serial;
  }
}

const orderOf = ({ decided, key }: CaseSpec): string => `${decided ?? "9999-99-99"} ${key}`;

const numberOf = (
  spec: CaseSpec,
  serial: number,
  numbers: ReadonlyMap<string, string>,
): string | undefined => {
  if (spec.decided === undefined) return undefined;
  if (spec.numbered === undefined && spec.sameNumberAs !== undefined) {
    return numbers.get(spec.sameNumberAs);
  }
  const word = wordOf[spec.series ?? "ordinary"];
  return spec.numbered?.(serial) ?? `栖市监${word}〔2023〕${serial}号`;
};
