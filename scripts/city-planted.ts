import { type Planted, type Severity, type Spec } from "./city-case.js";
import type { Names } from "./city-names.js";
import { agencies } from "./city-people.js";
import { heard, notPaid, recordingOf, seized, servedOn } from "./city-steps.js";
import type { Days } from "./demo-values.js";

/** The problems, one for every rule that the demo does not plant and a spreadsheet can decide. */

type Own = Omit<Spec, "agency" | "series" | "planted"> & Partial<Spec>;

const ledgers = {
  market: "行政处罚案件台账（2024年）",
  streets: "行政处罚台账（2024年）",
  town: "行政处罚台账",
} as const;

const planted = (
  agency: keyof typeof ledgers,
  [rule, severity, what, more]: readonly [
    rule: string,
    severity: Severity,
    what: string,
    more?: Partial<Planted>,
  ],
  spec: Own,
): Spec => ({
  agency,
  series: "ordinary",
  planted: [{ rule, severity, what, where: ledgers[agency], ...more }],
  ...spec,
});

const publicity = { where: "行政执法公示台账" };
const recordings = { where: "音像记录台账" };

export const plantedCases: readonly Spec[] = [
  planted(
    "market",
    [
      "authority/crime-transferred",
      "error",
      "货值160000元，达到设置的移送标准150000元，移送两栏为空",
    ],
    {
      key: "crime",
      decided: "2024-02-06",
      ...{ item: "SC002", tier: "一般", fine: 30_000, team: 0 },
      party: ["公司", "砚溪市宣和食品有限公司", "皇甫宣"],
      change: () => ({ goods: 160_000 }),
    },
  ),
  planted("market", ["discretion/aggravation-grounded", "warning", "从重处罚，裁量因素一栏为空"], {
    key: "heavier",
    series: "simple",
    decided: "2024-03-14",
    ...{ item: "SC008", tier: "较轻", fine: 2800, team: 1 },
    party: ["公司", "砚溪市政和网络有限公司", "独孤政"],
    change: () => ({ leniency: "从重", factors: null }),
  }),
  planted("market", ["discretion/benchmark-cited", "warning", "写明没有适用裁量基准"], {
    key: "no-benchmark",
    decided: "2024-03-21",
    ...{ item: "SC010", fine: 30_000, team: 2 },
    party: ["公司", "砚溪市重和器械有限公司", "轩辕重"],
    change: () => ({ benchmarkApplied: "否" }),
  }),
  planted(
    "market",
    [
      "discretion/first-violation-considered",
      "warning",
      "列入首违不罚清单，登记为初次违法、后果轻微并及时改正，仍然罚款",
    ],
    {
      key: "first-violation-fined",
      decided: "2024-04-18",
      ...{ item: "SC012", tier: "较轻", fine: 1500, team: 4 },
      party: ["个体", "砚溪市大观茶店", "万俟观"],
      change: () => ({ factors: "初次违法，危害后果轻微，已及时改正" }),
    },
  ),
  planted(
    "market",
    [
      "discretion/tier-fits-circumstances",
      "warning",
      "适用“较轻”（初次违法），登记为两年内再次实施",
    ],
    {
      key: "wrong-tier",
      decided: "2024-05-07",
      ...{ item: "SC005", tier: "较轻", fine: 20_000, team: 0 },
      party: ["公司", "砚溪市崇宁机械有限公司", "闻人崇"],
      change: () => ({ factors: "两年内再次实施同类违法行为" }),
    },
  ),
  planted(
    "market",
    [
      "discretion/similar-cases-alike",
      "info",
      "同一事项、同一阶次的公司都罚款200元，本案600元",
      { where: "当场处罚案件登记表" },
    ],
    {
      key: "outlier",
      series: "simple",
      decided: "2024-06-20",
      ...{ item: "SC013", tier: "较轻", fine: 600, team: 1 },
      party: ["公司", "砚溪市元符百货有限公司", "尉迟符"],
      mend: (spec) => [{ ...spec, fine: 200 }],
    },
  ),
  planted(
    "market",
    [
      "document/sources-agree",
      "error",
      "台账罚款26000元，双公示表罚款2.8万元",
      { where: "行政处罚案件台账、双公示_行政处罚" },
    ],
    {
      key: "published-otherwise",
      decided: "2024-05-28",
      ...{ item: "SC002", tier: "一般", fine: 26_000, team: 2 },
      party: ["公司", "砚溪市绍圣食品有限公司", "淳于绍"],
    },
  ),
  planted(
    "market",
    ["procedure/decision-matches-notice", "error", "只告知罚款，决定又没收违法所得"],
    {
      key: "kind-added",
      decided: "2024-06-11",
      ...{ item: "SC011", tier: "一般", fine: 100_000, team: 3 },
      party: ["公司", "砚溪市元祐商贸有限公司", "公孙祐"],
      change: () => ({
        kinds: "罚款、没收违法所得",
        content: "罚款100000元；没收违法所得3000元",
        confiscated: 3000,
        paidAmount: 103_000,
      }),
    },
  ),
  planted(
    "market",
    [
      "procedure/hearing-held-properly",
      "error",
      "听证通知与听证之间只有四个工作日，不足七个工作日",
    ],
    {
      key: "hearing-notified-late",
      decided: "2024-07-02",
      ...{ item: "SC004", tier: "一般", fine: 150_000, team: 4 },
      party: ["公司", "砚溪市熙宁电梯有限公司", "太叔宁"],
      change: (usual, days) => ({
        ...heard("market", usual, days),
        hearingNotified: days.working(usual.decided ?? "", -16),
      }),
    },
  ),
  planted("market", ["procedure/hearing-offered", "error", "罚款120000元，写明没有告知听证权利"], {
    key: "hearing-not-offered",
    decided: "2024-07-09",
    ...{ item: "SC004", tier: "一般", fine: 120_000, team: 0 },
    party: ["公司", "砚溪市治平索道有限公司", "申屠平"],
    change: () => ({ hearingOffered: "否" }),
  }),
  planted(
    "market",
    ["procedure/preservation-resolved-in-time", "error", "先行登记保存后第8个工作日才处理"],
    {
      key: "preserved-too-long",
      decided: "2024-07-30",
      ...{ item: "SC011", tier: "较轻", fine: 50_000, team: 1 },
      party: ["公司", "砚溪市嘉祐商贸有限公司", "公孙嘉"],
      change: (usual, days) => ({
        preserved: usual.inspected ?? "",
        preservedHandled: days.working(usual.inspected ?? "", 8),
        preservedHow: "返还当事人",
        recordings: [recordingOf("先行登记保存", usual.inspected ?? "", usual, days)],
      }),
    },
  ),
  planted("market", ["procedure/recusal-respected", "error", "当事人申请回避，写明没有作出决定"], {
    key: "recusal-undecided",
    decided: "2024-08-01",
    ...{ item: "SC001", tier: "较轻", fine: 9000, team: 2 },
    party: ["公司", "砚溪市至和食品有限公司", "轩辕至"],
    change: ({ filed = "" }, days) => ({
      recusal: "是",
      recusalOn: days.working(filed, 3),
      recusalDecision: "未作出决定",
    }),
  }),
  planted(
    "market",
    [
      "procedure/seizure-within-limit",
      "error",
      "扣押四十日，没有延长",
      { where: "行政强制措施台账" },
    ],
    {
      key: "seized-too-long",
      decided: "2024-08-15",
      ...{ item: "SC003", tier: "较轻", fine: 60_000, team: 3 },
      party: ["公司", "砚溪市皇祐食品有限公司", "令狐皇"],
      change: (usual, days) =>
        seized("market", 4, usual, days, { to: days.plain(usual.inspected ?? "", 40) }),
    },
  ),
  planted(
    "market",
    ["publicity/content-matches-decision", "error", "罚款50000元，公示罚款5000元", publicity],
    {
      key: "published-less",
      decided: "2024-08-27",
      ...{ item: "SC005", tier: "一般", fine: 50_000, team: 4 },
      party: ["公司", "砚溪市庆历机械有限公司", "赫连庆"],
      change: () => ({ publishedFine: 5000 }),
    },
  ),
  planted(
    "market",
    ["publicity/withdrawn-in-time", "error", "决定撤销后第4个工作日才撤下公示信息", publicity],
    {
      key: "withdrawn-late",
      decided: "2024-09-05",
      ...{ item: "SC002", tier: "较轻", fine: 10_000, team: 0 },
      party: ["公司", "砚溪市康定食品有限公司", "鲜于康"],
      change: ({ published = "" }, days) => {
        const changedOn = days.working(published, 15);
        return {
          changedOn,
          change: "自行撤销",
          withdrawn: days.working(changedOn, 4),
          withdrawalGround: "处罚决定已撤销",
        };
      },
    },
  ),
  planted("market", ["recording/archived-in-time", "warning", "结案后六十日才归档"], {
    key: "archived-late",
    decided: "2024-09-12",
    ...{ item: "SC008", tier: "较轻", fine: 2500, team: 1 },
    party: ["公司", "砚溪市宝元网络有限公司", "拓跋宝"],
    change: ({ closed = "" }, days) => ({ archived: days.plain(closed, 60) }),
  }),
  planted(
    "market",
    ["recording/audio-visual-present", "error", "留置送达应当音像记录，音像记录台账没有记录"],
    {
      key: "not-recorded",
      decided: "2024-09-26",
      ...{ item: "SC010", tier: "较轻", fine: 20_000, team: 2 },
      party: ["公司", "砚溪市景祐器械有限公司", "慕容景"],
      change: () => ({ serviceMode: "留置送达" }),
    },
  ),
  planted(
    "market",
    ["recording/audio-visual-covers-act", "warning", "扣押次日才有扣押现场的录像", recordings],
    {
      key: "recorded-next-day",
      decided: "2024-10-10",
      ...{ item: "SC009", tier: "较轻", fine: 13_000, team: 3 },
      party: ["公司", "砚溪市明道日化有限公司", "夹谷明"],
      change: (usual, days) => ({
        ...seized("market", 5, usual, days),
        recordings: [recordingOf("扣押现场", days.working(usual.inspected ?? "", 1), usual, days)],
      }),
    },
  ),
  planted(
    "market",
    ["recording/retention-kept", "warning", "音像记录保存一百日即删除", recordings],
    {
      key: "recording-deleted",
      decided: "2024-10-17",
      ...{ item: "SC001", tier: "一般", fine: 25_000, team: 4 },
      party: ["公司", "砚溪市天圣食品有限公司", "耶律天"],
      change: (usual, days) => {
        const { inspected = "" } = usual;
        const recording = recordingOf("扣押现场", inspected, usual, days);
        return {
          ...seized("market", 6, usual, days),
          recordings: [{ ...recording, deleted: days.plain(inspected, 100) }],
        };
      },
    },
  ),
  planted(
    "market",
    ["recording/uploaded-in-time", "warning", "记录后第3个工作日才上传", recordings],
    {
      key: "uploaded-late",
      decided: "2024-10-24",
      ...{ item: "SC004", tier: "较轻", fine: 60_000, team: 0 },
      party: ["公司", "砚溪市乾兴电梯有限公司", "完颜乾"],
      change: (usual, days) => {
        const { served = "" } = usual;
        const recording = recordingOf("留置送达处罚决定书", served, usual, days);
        return {
          serviceMode: "留置送达",
          recordings: [{ ...recording, uploaded: days.working(served, 3) }],
        };
      },
    },
  ),
  planted("market", ["document/amounts-agree", "error", "罚款29000元，大写写成肆万玖仟元整"], {
    key: "words-differ",
    decided: "2024-01-23",
    ...{ item: "SC010", tier: "较轻", fine: 29_000, team: 1 },
    party: ["公司", "砚溪市景德器械有限公司", "万俟景"],
    change: () => ({ fineInWords: "肆万玖仟元整" }),
  }),
  planted("market", ["evidence/before-decision", "error", "决定次日才出具检验报告"], {
    key: "reported-late",
    decided: "2024-01-30",
    ...{ item: "SC009", tier: "较轻", fine: 12_000, team: 2 },
    party: ["公司", "砚溪市大中日化有限公司", "闾丘中"],
    change: ({ inspected = "", decided = "" }, days) => ({
      sampled: inspected,
      reported: days.working(decided, 1),
    }),
  }),
  planted("market", ["evidence/more-than-statements", "warning", "证据只有当事人陈述，没有检查"], {
    key: "statement-only",
    decided: "2024-02-20",
    ...{ item: "SC008", tier: "一般", fine: 4500, team: 3 },
    party: ["公司", "砚溪市祥符网络有限公司", "东郭祥"],
    change: () => ({ evidence: "当事人陈述", inspected: null, shown: null }),
  }),
  planted("market", ["execution/closed-after-execution", "warning", "5月10日结案，5月14日才缴款"], {
    key: "closed-before-paid",
    decided: "2024-04-30",
    ...{ item: "SC002", tier: "较轻", fine: 11_000, team: 4 },
    party: ["公司", "砚溪市明昌食品有限公司", "南宫昌"],
    change: () => ({
      served: "2024-05-06",
      closed: "2024-05-10",
      paid: "2024-05-14",
      archived: "2024-05-24",
    }),
  }),
  planted(
    "market",
    ["execution/court-application-in-time", "warning", "申请强制执行的三个月期限届满后才申请"],
    {
      key: "court-late",
      decided: "2024-01-16",
      ...{ item: "SC005", tier: "较轻", fine: 21_000, team: 0 },
      party: ["公司", "砚溪市承安机械有限公司", "西门安"],
      change: () => ({ ...notPaid, reminded: "2024-09-02", appliedToCourt: "2024-12-20" }),
    },
  ),
  planted(
    "market",
    [
      "execution/fine-collected-properly",
      "error",
      "当场处罚1000元由执法人员当场收缴，没有理由",
      { where: "当场处罚案件登记表" },
    ],
    {
      key: "collected-on-spot",
      series: "simple",
      decided: "2024-05-16",
      ...{ item: "SC007", tier: "较轻", fine: 1000, team: 1 },
      party: ["公司", "砚溪市泰和商贸有限公司", "左丘和"],
      change: () => ({ onSpot: "是", payMode: "当场收缴" }),
    },
  ),
  planted(
    "market",
    ["execution/surcharge-correct", "error", "逾期五日缴纳，加处罚款超过每日百分之三"],
    {
      key: "surcharge-too-high",
      decided: "2024-06-06",
      ...{ item: "SC001", tier: "较轻", fine: 10_000, team: 2 },
      party: ["公司", "砚溪市贞祐食品有限公司", "梁丘祐"],
      change: () => ({
        served: "2024-06-07",
        paid: "2024-06-27",
        surcharge: 3000,
        paidAmount: 13_000,
        closed: "2024-07-03",
        archived: "2024-07-17",
      }),
    },
  ),
  planted(
    "market",
    [
      "legal-review/in-time",
      "warning",
      "收到材料后第13个工作日才审核完毕",
      { where: "法制审核台账" },
    ],
    {
      key: "review-late",
      decided: "2024-11-14",
      ...{ item: "SC011", tier: "较轻", fine: 60_000, team: 3 },
      party: ["公司", "砚溪市兴定商贸有限公司", "公仪定"],
      change: ({ decided = "" }, days) => ({
        investigated: days.working(decided, -27),
        submitted: days.working(decided, -26),
        received: days.working(decided, -26),
        reviewedOn: days.working(decided, -13),
      }),
    },
  ),
  planted(
    "market",
    ["oversight/economic-impact-assessed", "info", "对企业罚款115000元，经济影响评估一栏写“否”"],
    {
      key: "no-impact",
      decided: "2024-11-21",
      ...{ item: "SC004", tier: "一般", fine: 115_000, team: 4 },
      party: ["公司", "砚溪市正大索道有限公司", "公冶正"],
      change: () => ({ impact: "否" }),
    },
  ),
  planted("market", ["procedure/correction-ordered", "warning", "写明没有责令改正"], {
    key: "not-ordered",
    decided: "2024-11-26",
    ...{ item: "SC002", tier: "一般", fine: 25_000, team: 0 },
    party: ["公司", "砚溪市开兴食品有限公司", "叔孙兴"],
    change: () => ({ correction: "否", correctionOn: null, correctionResult: null }),
  }),
  planted("market", ["procedure/defined-steps-approved", "warning", "立案没有批准人"], {
    key: "filing-not-approved",
    decided: "2024-11-28",
    ...{ item: "SC001", tier: "一般", fine: 24_000, team: 1 },
    party: ["公司", "砚溪市天兴食品有限公司", "季孙天"],
    change: () => ({ filedBy: null, filingSigned: null }),
  }),
  planted(
    "market",
    ["procedure/investigator-does-not-decide", "error", "处罚决定由办案人员自己审批"],
    {
      key: "approved-by-officer",
      decided: "2024-12-10",
      ...{ item: "SC010", tier: "一般", fine: 50_000, team: 2 },
      party: ["公司", "砚溪市盛昌器械有限公司", "孟孙昌"],
      change: ({ officers = "" }) => ({ approver: officers.split("、")[0] ?? "" }),
    },
  ),
  planted(
    "market",
    ["service/public-notice-complete", "warning", "公告只有十五日，此前没有以其他方式送达的记载"],
    {
      key: "notice-too-short",
      decided: "2024-12-12",
      ...{ item: "SC011", tier: "较轻", fine: 30_000, team: 3 },
      party: ["公司", "砚溪市宝庆商贸有限公司", "臧孙庆"],
      change: ({ decided = "" }, days) => ({
        serviceMode: "公告送达",
        noticedOn: days.working(decided, 2),
        noticeDays: 15,
        ...servedOn(days.plain(days.working(decided, 2), 15), days),
      }),
    },
  ),
  planted("streets", ["document/law-cited-precisely", "warning", "处罚依据只写了条例名称"], {
    key: "no-article",
    decided: "2024-10-17",
    ...{ item: "CG001", tier: "一般", fine: 9000, team: 7 },
    party: ["公司", "砚溪市绍兴广告有限公司", "公父绍"],
    change: () => ({ penaltyLaw: "《城市道路管理条例》" }),
  }),
  planted(
    "streets",
    ["discretion/deviation-approved", "error", "写明低于裁量基准处罚，没有批准，没有集体讨论"],
    {
      key: "deviation-not-approved",
      decided: "2024-04-09",
      ...{ item: "CG002", tier: "一般", fine: 4000, team: 3 },
      party: ["个体", "砚溪市靖康烧烤店", "呼延靖"],
      change: () => ({ factors: "经营规模较小，低于裁量基准处罚" }),
      mend: (spec) => [
        {
          ...spec,
          change: () => ({
            factors: "经营规模较小，低于裁量基准处罚",
            deviationApprover: "本局主要负责人",
          }),
        },
      ],
    },
  ),
  planted(
    "streets",
    ["authority/agency-competent", "error", "事项清单载明由市场监督管理局实施的事项"],
    {
      key: "not-competent",
      decided: "2024-03-07",
      ...{ item: "SC007", tier: "较轻", fine: 1000, team: 0 },
      party: ["个体", "砚溪市至道水果店", "令狐道"],
      mend: (spec) => [{ ...spec, item: "CG001", tier: "较轻", fine: 1000 }],
    },
  ),
  planted(
    "streets",
    [
      "authority/item-in-catalogue",
      "warning",
      "事项不在事项清单之中",
      { mend: "benchmark-without-item" },
    ],
    {
      key: "not-in-catalogue",
      decided: "2024-04-25",
      ...{ item: "CG009", tier: "较轻", fine: 20_000, team: 1 },
      party: ["公司", "砚溪市端拱建设有限公司", "司徒端"],
    },
  ),
  planted(
    "streets",
    ["discretion/penalty-kind-allowed", "error", "条文只规定罚款，并处没收非法财物"],
    {
      key: "kind-not-provided",
      decided: "2024-06-18",
      ...{ item: "CG001", tier: "一般", fine: 10_000, team: 2 },
      party: ["公司", "砚溪市淳化广告有限公司", "司马淳"],
      change: () => ({
        kinds: "罚款、没收非法财物",
        noticeKinds: "罚款、没收非法财物",
        content: "罚款10000元；没收广告牌一块",
      }),
    },
  ),
  planted(
    "streets",
    [
      "document/number-sequence",
      "info",
      "文号空一号",
      { subject: `${agencies.streets.word}罚决字〔2024〕` },
    ],
    {
      key: "number-skipped",
      decided: "2024-07-25",
      ...{ item: "CG003", tier: "较轻", fine: 9000, team: 3 },
      party: ["公司", "砚溪市雍熙餐饮有限公司", "公良雍"],
      skipsNumber: true,
      mend: (spec) => {
        const kept = { ...spec, skipsNumber: false };
        const other = ["公司", "砚溪市熙平餐饮有限公司", "公良熙"] as const;
        return [{ ...kept, key: "number-kept", party: other }, kept];
      },
    },
  ),
  planted(
    "town",
    ["authority/agency-competent", "error", "赋权之前作出决定，清单载明由城市管理局实施"],
    {
      key: "before-grant",
      decided: "2024-03-12",
      ...{ item: "CG001", tier: "较轻", fine: 500, team: 0 },
      party: ["个体", "砚溪市开宝五金店", "公羊宝"],
      // The list of grants is mended.
      mend: (spec) => [spec],
    },
  ),
];

const opinion = "本案事实清楚，证据确凿，程序合法，适用法律正确，同意处罚";

/** One reviewer's opinions in the same words on cases of five kinds. */
const perfunctory = (names: Names): Spec[] =>
  ["SC001", "SC002", "SC005", "SC009", "SC010"].map((item, at): Spec => ({
    key: `perfunctory-${at}`,
    agency: "market",
    series: "ordinary",
    decided: `2024-12-0${2 + at}`,
    ...{ item, tier: "较轻", fine: 10_000 + at * 1000, team: at },
    party: names.party("公司"),
    change: () => ({ opinion, reviewer: "贝清江" }),
    open: "legal-review/opinion-followed：审核意见写成一段话，结论要人看",
    ...(at === 0 && {
      planted: [
        {
          rule: "legal-review/not-perfunctory",
          severity: "info" as const,
          where: "法制审核台账",
          what: "一名审核人员在五件不同事项的案件中的意见一字不差",
          subject: `贝清江 ${opinion.replace(/，/g, ",")}`,
        },
      ],
    }),
  }));

/** Twelve of one item in three days before the end of the year. */
const burst = (names: Names): Spec[] =>
  Array.from({ length: 12 }, (_, at): Spec => ({
    key: `burst-${String(at).padStart(2, "0")}`,
    agency: "streets",
    series: "simple",
    decided: at < 6 ? "2024-12-30" : "2024-12-31",
    ...{ item: "CG001", tier: "较轻", fine: 100, team: at },
    party: names.party("个人"),
    mendedWith: "burst-00",
    mend: (spec) => (at < 3 ? [spec] : []),
    ...(at === 0 && {
      planted: [
        {
          rule: "oversight/month-end-burst",
          severity: "info" as const,
          where: ledgers.streets,
          what: "年底两天内作出十二件同一事项的当场处罚决定",
          subject: `${agencies.streets.name} CG001`,
        },
      ],
    }),
  }));

/** Ten alike, so that one that differs stands out. */
const alike = (names: Names, days: Days): Spec[] =>
  Array.from({ length: 10 }, (_, at): Spec => ({
    key: `alike-${at}`,
    agency: "market",
    series: "simple",
    decided: days.working("2024-01-22", at * 21),
    ...{ item: "SC013", tier: "较轻", fine: 200, team: at },
    party: names.party("公司"),
  }));

export const groups = (names: Names, days: Days): Spec[] => [
  ...perfunctory(names),
  ...burst(names),
  ...alike(names, days),
];

/** What the publication says otherwise than the decision. */
export const misprints = new Map([
  ["published-otherwise", { fine: 28_000, content: "罚款26000元" }],
]);
