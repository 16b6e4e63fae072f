import { type Mended } from "./fault.js";
import { amountInWords } from "../src/values/amount-in-words.js";
import { changed, type Changes, type Entry } from "./city-entry.js";
import { cityItem, levels, type Level } from "./city-items.js";
import { agencies, certificateOf, pairOf, type AgencyKey } from "./city-people.js";
import { creditCode, residentId, type Days } from "./demo-values.js";

export type Severity = "error" | "warning" | "info";

/** A problem put into the folder on purpose. */
export interface Planted {
  rule: string;
  severity: Severity;
  /** Where it stands. */
  where: string;
  what: string;
  /** What the finding is about, where that is not the case itself. */
  subject?: string;
  /** Under which it is mended, where that is not the case's name. */
  mend?: string;
}

export type PartyKind = "公司" | "个体" | "个人";
export type Party = readonly [kind: PartyKind, name: string, representative?: string];
export type Series = "ordinary" | "simple" | "no-penalty";

export interface Spec {
  key: string;
  agency: AgencyKey;
  series: Series;
  decided: string;
  item: string;
  tier?: Level;
  fine?: number;
  party: Party;
  /** A second party of the same decision. */
  second?: Party;
  /** Which pair of officers, and with it whose habits of writing. */
  team: number;
  change?: (usual: Entry, days: Days) => Changes;
  planted?: readonly Planted[];
  /**
   * What stands in its place once the problem is mended: the usual course of the same case, where nothing
   * else is said.
   */
  mend?: (spec: Spec) => readonly Spec[];
  /** The case whose problem it is a part of, and with which it is mended. */
  mendedWith?: string;
  /** What in it is unusual and lawful. */
  lawful?: string;
  /** What a person must look at: rule and reason. */
  open?: string;
  /** The number that the register gives away in vain before this one. */
  skipsNumber?: boolean;
}

export interface CityCase {
  spec: Spec;
  /** What the audit calls it. */
  id: string;
  /** One a party. */
  entries: readonly Entry[];
}

const words: Record<AgencyKey, Record<Series | "filing" | "notice", string>> = {
  market: {
    ordinary: "处罚",
    simple: "当罚",
    "no-penalty": "不罚",
    filing: "立",
    notice: "罚告",
  },
  streets: {
    ordinary: "罚决字",
    simple: "当罚字",
    "no-penalty": "不罚字",
    filing: "立字",
    notice: "罚告字",
  },
  town: { ordinary: "罚", simple: "当罚", "no-penalty": "不罚", filing: "立", notice: "罚告" },
};

export const numberOf = (
  agency: AgencyKey,
  kind: Series | "filing" | "notice",
  year: string,
  serial: number,
): string => `${agencies[agency].word}${words[agency][kind]}〔${year}〕${serial}号`;

export const officersOf = (names: readonly string[]): Changes => ({
  officers: names.join("、"),
  certificates: names.map(certificateOf).join("、"),
});

const partyEntry = ([kind, name, representative]: Party, serial: number): Changes => {
  if (kind === "个人") {
    const birth = `19${60 + (serial % 40)}0${1 + (serial % 9)}1${serial % 9}`;
    return { party: name, partyKind: "自然人", id: residentId(birth, serial) };
  }
  return {
    party: name,
    partyKind: kind === "公司" ? "法人及非法人组织" : "个体工商户",
    creditCode: creditCode(kind === "公司" ? "91" : "92", serial),
    ...(representative !== undefined && { legalRepresentative: representative }),
  };
};

/** Kinds of penalty of items whose article gives a warning beside the fine. */
const withWarning = new Set(["SC009", "CG005", "CG006", "CG009"]);

export const kindsOf = (item: string): string => (withWarning.has(item) ? "警告、罚款" : "罚款");

const penaltyOf = ({ item, fine }: Spec): Changes =>
  fine === undefined
    ? {}
    : {
        fine,
        fineInWords: amountInWords(fine * 100),
        publishedFine: fine,
        kinds: kindsOf(item),
        content: `${withWarning.has(item) ? "给予警告；" : ""}罚款${fine}元`,
      };

const sources = ["日常监督检查", "投诉举报", "双随机抽查", "上级交办", "巡查发现"];

/** Without the conditions in brackets. */
const shortName = (violation: string): string => violation.replace(/（.*）$/, "");

const commonEntry = (spec: Spec, serial: number): Changes => {
  const item = cityItem(spec.item);
  const agency = agencies[spec.agency];
  const names = pairOf(spec.agency, spec.team);
  return {
    name: `${spec.party[1]}${shortName(item.violation)}案`,
    source: sources[serial % sources.length] ?? "",
    item: item.violation,
    itemCode: item.code,
    facts: `当事人${shortName(item.violation)}，经立案调查属实`,
    place: `${spec.agency === "town" ? "泊云镇" : "砚溪市"}${1 + (serial % 89)}号`,
    evidence: "现场笔录、现场照片、询问笔录、主体资格证明",
    major: "否",
    complex: "否",
    violated: item.violated,
    penaltyLaw: item.penalty,
    benchmarkApplied: "是",
    ...(spec.tier !== undefined && { tier: spec.tier, factors: levels[spec.tier].factors }),
    leniency: "无",
    agency: agency.name,
    ...officersOf(names),
  };
};

/** From the clue to the end of the investigation, as it usually runs before a decision. */
const beforeDecision = (decided: string, serial: number, days: Days): Changes => {
  const filed = days.working(decided, -29 - (serial % 3) * 2);
  const clue = days.working(filed, -3 - (serial % 4));
  const inspected = days.working(clue, 1);
  return {
    clue,
    violation: days.plain(clue, -1 - (serial % 6)),
    inspected,
    shown: "是",
    filed,
    filingSigned: filed,
    correction: "是",
    correctionOn: inspected,
    correctionResult: "已改正",
    recusal: "否",
    investigated: days.working(decided, -18),
  };
};

/** Every case of the market bureau is reviewed, of the others those with fines from 5000 yuan. */
const reviewEntry = (spec: Spec, serial: number, days: Days): Changes => {
  const { agency, decided, fine = 0 } = spec;
  if (agency !== "market" && fine < 5000) return { reviewed: "否" };
  const reviewer = { market: ["米听澜", "贝清江"], streets: ["明允之"], town: ["臧晚晴"] }[agency];
  return {
    reviewed: "是",
    submitted: days.working(decided, -17),
    received: days.working(decided, -17),
    reviewedOn: days.working(decided, -15),
    opinion: serial % 4 === 0 ? "同意拟处罚意见" : "同意",
    reviewer: reviewer[serial % reviewer.length] ?? "",
  };
};

const noticeEntry = (spec: Spec, serial: number, days: Days): Changes => {
  const { agency, decided, fine, item } = spec;
  return {
    notice: numberOf(agency, "notice", decided.slice(0, 4), serial),
    noticeServed: days.working(decided, -9 - (serial % 3)),
    defenceDays: 5,
    ...(fine !== undefined && { noticeFine: fine, noticeKinds: kindsOf(item) }),
    defence: "否",
    hearingOffered: (fine ?? 0) >= 10_000 ? "是" : "否",
    hearing: "否",
    discussed: "否",
  };
};

const closing = (spec: Spec, paid: string, serial: number, days: Days): Changes => {
  const closed = days.working(paid, 4 + (serial % 3));
  return {
    closed,
    closedBy: agencies[spec.agency].head,
    closedHow: "自动履行结案",
    archived: days.working(closed, 10),
    status: "已结案",
  };
};

const payment = (spec: Spec, served: string, serial: number, days: Days): Changes => {
  const { fine } = spec;
  if (fine === undefined) return closing(spec, served, serial, days);
  const paid = days.plain(served, 2 + (serial % 8));
  return {
    paid,
    paidAmount: fine,
    payMode: "银行代收",
    onSpot: "否",
    performance: "已履行",
    deferred: "否",
    ...closing(spec, paid, serial, days),
  };
};

const publication = ({ agency, series, decided }: Spec, serial: number, days: Days): Changes => ({
  publishedNumber: numberOf(agency, series, decided.slice(0, 4), serial),
  published: days.working(decided, 2 + (serial % 5)),
  channel: "行政执法公示平台",
});

const ordinaryEntry = (spec: Spec, serial: number, days: Days): Changes => {
  const { decided, agency } = spec;
  const served = days.working(decided, 1 + (serial % 3));
  return {
    procedure: "普通程序",
    ...beforeDecision(decided, serial, days),
    filedBy: agencies[agency].head,
    ...reviewEntry(spec, serial, days),
    ...noticeEntry(spec, serial, days),
    approver: agencies[agency].head,
    approvedOn: decided,
    decided,
    ...penaltyOf(spec),
    impact: "是",
    served,
    serviceMode: "直接送达",
    ...payment(spec, served, serial, days),
    ...publication(spec, serial, days),
  };
};

const simpleEntry = (spec: Spec, serial: number, days: Days): Changes => {
  const { decided } = spec;
  return {
    procedure: "简易程序",
    clue: decided,
    violation: decided,
    inspected: decided,
    shown: "是",
    recusal: "否",
    correction: "是",
    correctionOn: decided,
    correctionResult: "已改正",
    approver: agencies[spec.agency].head,
    decided,
    ...penaltyOf(spec),
    impact: "是",
    served: decided,
    serviceMode: "当场交付",
    ...payment(spec, decided, serial, days),
    ...publication(spec, serial, days),
  };
};

const noPenaltyEntry = (spec: Spec, serial: number, days: Days): Changes => {
  const { decided, agency } = spec;
  const served = days.working(decided, 1 + (serial % 3));
  return {
    procedure: "普通程序",
    ...beforeDecision(decided, serial, days),
    filedBy: agencies[agency].head,
    ...reviewEntry(spec, serial, days),
    discussed: "否",
    approver: agencies[agency].head,
    approvedOn: decided,
    decided,
    kinds: "不予处罚",
    content: "不予行政处罚",
    served,
    serviceMode: "直接送达",
    ...closing(spec, served, serial, days),
    closedHow: "不予处罚结案",
    notPublishedFor: "不予处罚决定",
  };
};

const courseOf: Record<Series, (spec: Spec, serial: number, days: Days) => Changes> = {
  ordinary: ordinaryEntry,
  simple: simpleEntry,
  "no-penalty": noPenaltyEntry,
};

/** Numbers by name: one party keeps its codes in all its cases. */
class Register {
  readonly #serials = new Map<string, number>();

  constructor(private readonly first: number) {}

  serialOf(name: string): number {
    const serial = this.#serials.get(name) ?? this.first + this.#serials.size;
    this.#serials.set(name, serial);
    return serial;
  }
}

/** The so many-th number of each kind, from 1. */
class Counter {
  readonly #last = new Map<string, number>();

  next(kind: string): number {
    const next = (this.#last.get(kind) ?? 0) + 1;
    this.#last.set(kind, next);
    return next;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const caseNumberOf = (agency: AgencyKey, filed: string, counter: Counter): string => {
  const year = filed.slice(0, 4);
  return numberOf(agency, "filing", year, counter.next(`${agency} filing ${year}`));
};

const inUsualCourse = (spec: Spec): readonly Spec[] => {
  const usual = { ...spec };
  delete usual.change;
  return [usual];
};

/** The cases with one problem mended, named by its case. */
export const mendedSpecs = (specs: readonly Spec[], mended: Mended): Spec[] =>
  specs.flatMap((spec) =>
    mended.has(spec.mendedWith ?? spec.key) ? (spec.mend ?? inUsualCourse)(spec) : [spec],
  );

/** Numbers the cases by day, as registers do, and fills in what the usual course gives. */
export const buildCases = (specs: readonly Spec[], days: Days): CityCase[] => {
  const parties = new Register(201);
  const counter = new Counter();
  const sorted = [...specs].sort((a, b) => compare(a.decided + a.key, b.decided + b.key));
  return sorted.map((spec, at): CityCase => {
    const { agency, series, decided, party, second } = spec;
    const kind = `${agency} ${series}`;
    if (spec.skipsNumber) counter.next(kind);
    const serial = counter.next(kind);
    const number = numberOf(agency, series, decided.slice(0, 4), serial);
    const course = courseOf[series](spec, serial, days);
    const usual = changed(
      { hand: (at * 3 + spec.team) % 7 },
      {
        number,
        ...commonEntry(spec, serial),
        ...partyEntry(party, parties.serialOf(party[1])),
        ...course,
      },
    );
    const changes = spec.change?.(usual, days) ?? {};
    const filed = changes.filed ?? usual.filed;
    const entry = changed(usual, {
      ...(filed !== undefined &&
        filed !== null && {
          caseNumber: caseNumberOf(agency, filed, counter),
        }),
      ...changes,
    });
    const entries = second
      ? [entry, changed(entry, partyEntry(second, parties.serialOf(second[1])))]
      : [entry];
    return { spec, id: entry.number ?? number, entries };
  });
};
