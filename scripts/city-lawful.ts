import type { Spec } from "./city-case.js";
import {
  defended,
  discussed,
  heard,
  notPaid,
  recordingOf,
  seized,
  servedOn,
} from "./city-steps.js";

/** Cases that are unusual and lawful: each has accused somebody wrongly in some tool. */

const market = (spec: Omit<Spec, "agency" | "series"> & Partial<Spec>): Spec => ({
  agency: "market",
  series: "ordinary",
  ...spec,
});
const streets = (spec: Omit<Spec, "agency" | "series"> & Partial<Spec>): Spec => ({
  agency: "streets",
  series: "ordinary",
  ...spec,
});
const town = (spec: Omit<Spec, "agency" | "series"> & Partial<Spec>): Spec => ({
  agency: "town",
  series: "ordinary",
  ...spec,
});

export const lawfulCases: readonly Spec[] = [
  market({
    key: "post",
    decided: "2024-01-18",
    ...{ item: "SC008", tier: "一般", fine: 4000, team: 0 },
    party: ["公司", "砚溪市陶泓网络有限公司", "诸葛砚青"],
    change: ({ decided = "" }, days) => ({
      serviceMode: "邮寄送达",
      dispatched: days.working(decided, 3),
      ...servedOn(days.working(decided, 12), days),
    }),
    lawful: "邮寄送达：决定后第3个工作日交邮，第12个工作日签收",
  }),
  market({
    key: "public-notice",
    decided: "2024-02-27",
    ...{ item: "SC001", tier: "较轻", fine: 9000, team: 1 },
    party: ["公司", "砚溪市毛颖副食有限公司", "欧阳管城"],
    change: ({ decided = "" }, days) => ({
      serviceMode: "公告送达",
      dispatched: days.working(decided, 2),
      earlierAttempts: "直接送达时住所无人，邮寄被退回",
      noticedOn: days.working(decided, 5),
      noticeDays: 30,
      ...servedOn(days.plain(days.working(decided, 5), 30), days),
    }),
    lawful: "公告送达三十日，此前直接送达、邮寄未果",
  }),
  market({
    key: "retained",
    decided: "2024-03-19",
    ...{ item: "SC009", tier: "较轻", fine: 14_000, team: 2 },
    party: ["公司", "砚溪市陈玄日化有限公司", "上官墨"],
    change: (usual, days) => ({
      serviceMode: "留置送达",
      recordings: [recordingOf("留置送达处罚决定书", usual.served ?? "", usual, days)],
    }),
    lawful: "留置送达，有音像记录",
  }),
  market({
    key: "boundary",
    decided: "2024-04-16",
    ...{ item: "SC002", tier: "较轻", fine: 18_500, team: 3 },
    party: ["公司", "砚溪市楮先生食品有限公司", "东方楮"],
    lawful: "罚款正好在两个阶次的交界",
  }),
  market({
    key: "first-violation",
    series: "no-penalty",
    decided: "2024-05-14",
    ...{ item: "SC012", team: 0 },
    party: ["个体", "砚溪市半潭茶店", "宗政潭"],
    change: () => ({ factors: "初次违法，危害后果轻微，已及时改正" }),
    lawful: "首违不罚，写明情节",
  }),
  market({
    key: "mitigated",
    decided: "2024-05-21",
    ...{ item: "SC003", tier: "减轻", fine: 8000, team: 1 },
    party: ["公司", "砚溪市半潭便利店有限公司", "淳于潭"],
    change: ({ decided = "" }, days) => ({
      leniency: "减轻",
      goods: 860,
      ...discussed("market", days.working(decided, -3), "同意减轻处罚"),
    }),
    lawful: "低于法定下限，有减轻处罚的情节",
  }),
  market({
    key: "deviation",
    decided: "2024-06-04",
    ...{ item: "SC005", tier: "较轻", fine: 9000, team: 2 },
    party: ["公司", "砚溪市冰谷机械有限公司", "公冶冰"],
    change: ({ decided = "" }, days) => ({
      leniency: "减轻",
      factors: "受自然灾害影响，主动停用并消除危害后果，调整适用裁量基准",
      deviation: "是",
      deviationApprover: "本局主要负责人",
      ...discussed("market", days.working(decided, -3), "同意调整适用裁量基准，罚款9000元"),
    }),
    lawful: "调整适用裁量基准，经主要负责人批准和集体讨论",
  }),
  market({
    key: "hearing",
    decided: "2024-06-25",
    ...{ item: "SC004", tier: "一般", fine: 130_000, team: 3 },
    party: ["公司", "砚溪市龙宾电梯有限公司", "百里宾"],
    change: (usual, days) => heard("market", usual, days),
    lawful: "听证通知与听证之间正好七个工作日，其后法制审核、集体讨论",
  }),
  market({
    key: "hearing-withdrawn",
    decided: "2024-07-16",
    ...{ item: "SC004", tier: "一般", fine: 120_000, team: 4 },
    party: ["公司", "砚溪市黑松索道有限公司", "南门松"],
    change: (usual, days) => ({
      ...heard("market", usual, days),
      hearingWithdrawn: "是",
      hearingNotified: null,
      hearingOn: null,
      hearingHost: null,
      hearingMinutes: null,
      recordings: [],
    }),
    lawful: "申请听证后撤回，不是拒绝听证",
  }),
  market({
    key: "defended",
    decided: "2024-07-23",
    ...{ item: "SC010", tier: "较轻", fine: 20_000, team: 0 },
    party: ["公司", "砚溪市石虚中药业有限公司", "段干石"],
    change: ({ noticeServed = "" }, days) => ({
      noticeFine: 25_000,
      ...defended(days.working(noticeServed, 3), "经复核，意见成立，罚款减为20000元"),
    }),
    lawful: "陈述申辩经复核，罚款较告知时减少",
  }),
  market({
    key: "credit-system",
    decided: "2024-08-06",
    ...{ item: "SC011", tier: "较轻", fine: 40_000, team: 1 },
    party: ["公司", "砚溪市即墨侯商贸有限公司", "羊舌墨"],
    change: ({ decided = "" }, days) => ({
      published: days.working(decided, 20),
      channel: "国家企业信用信息公示系统",
    }),
    lawful: "在国家企业信用信息公示系统第20个工作日公示（期限20个工作日）",
  }),
  market({
    key: "instalments",
    decided: "2024-08-20",
    ...{ item: "SC005", tier: "一般", fine: 50_000, team: 2 },
    party: ["公司", "砚溪市万石君机械有限公司", "澹台石"],
    change: () => ({ ...notPaid, performance: "部分履行", deferred: "是" }),
    lawful: "批准分期缴纳，尚未缴清",
  }),
  market({
    key: "court",
    decided: "2024-03-05",
    ...{ item: "SC010", tier: "一般", fine: 45_000, team: 3 },
    party: ["公司", "砚溪市石乡侯器械有限公司", "公羊乡"],
    change: () => ({
      ...notPaid,
      reminded: "2024-09-18",
      appliedToCourt: "2024-10-15",
    }),
    lawful: "逾期未缴，催告后在法定期限内申请法院强制执行",
  }),
  market({
    key: "continuing",
    decided: "2024-09-03",
    ...{ item: "SC005", tier: "较重", fine: 80_000, team: 4 },
    party: ["公司", "砚溪市云腴机械有限公司", "乐羊腴"],
    change: ({ inspected = "" }) => ({ violation: "2021-03-01", violationEnd: inspected }),
    lawful: "违法行为持续三年，自终了之日起算",
  }),
  market({
    key: "preserved",
    decided: "2024-09-10",
    ...{ item: "SC011", tier: "一般", fine: 90_000, team: 0 },
    party: ["公司", "砚溪市玉蟾商贸有限公司", "亓官蟾"],
    change: (usual, days) => ({
      preserved: usual.inspected ?? "",
      preservedHandled: days.working(usual.inspected ?? "", 7),
      preservedHow: "作为证据返还当事人",
      recordings: [recordingOf("先行登记保存", usual.inspected ?? "", usual, days)],
    }),
    lawful: "先行登记保存，第七个工作日处理",
  }),
  market({
    key: "seizure-extended",
    decided: "2024-09-24",
    ...{ item: "SC003", tier: "较轻", fine: 55_000, team: 1 },
    party: ["公司", "砚溪市鱼脑食品有限公司", "司空脑"],
    change: (usual, days) => {
      const from = usual.inspected ?? "";
      const approved = days.plain(from, 28);
      const to = days.plain(from, 58);
      return seized("market", 1, usual, days, {
        to,
        extension: "批准延长30日",
        extensionApprovedOn: approved,
        extendedTo: to,
      });
    },
    lawful: "扣押三十日届满前批准延长，六十日内处理",
  }),
  market({
    key: "seizure-urgent",
    decided: "2024-10-15",
    ...{ item: "SC001", tier: "一般", fine: 22_000, team: 2 },
    party: ["公司", "砚溪市蕉白食品有限公司", "司寇蕉"],
    change: (usual, days) =>
      seized("market", 2, usual, days, {
        urgent: "是",
        approvedOn: days.plain(usual.inspected ?? "", 1),
      }),
    lawful: "情况紧急，次日补办扣押批准",
  }),
  market({
    key: "seizure-tested",
    decided: "2024-10-22",
    ...{ item: "SC009", tier: "一般", fine: 20_000, team: 3 },
    party: ["公司", "砚溪市青花日化有限公司", "仲孙花"],
    change: (usual, days) =>
      seized("market", 3, usual, days, {
        to: days.plain(usual.inspected ?? "", 45),
        testingDays: 20,
        testingTold: "是",
      }),
    lawful: "扣押四十五日，其中检测二十日已书面告知，不计入",
  }),
  market({
    key: "recusal",
    decided: "2024-10-29",
    ...{ item: "SC008", tier: "较轻", fine: 2000, team: 4 },
    party: ["公司", "砚溪市火捺网络有限公司", "壤驷捺"],
    change: ({ filed = "" }, days) => ({
      recusal: "是",
      recusalOn: days.working(filed, 4),
      recusalDecision: "驳回回避申请",
      recusalDecidedOn: days.working(filed, 6),
    }),
    lawful: "申请回避，三日内驳回",
  }),
  market({
    key: "withdrawn",
    decided: "2024-11-05",
    ...{ item: "SC002", tier: "较轻", fine: 12_000, team: 0 },
    party: ["公司", "砚溪市天青食品有限公司", "公西青"],
    change: ({ published = "" }, days) => {
      const changedOn = days.working(published, 20);
      return {
        changedOn,
        change: "自行撤销",
        withdrawn: days.working(changedOn, 3),
        withdrawalGround: "处罚决定已撤销",
      };
    },
    lawful: "决定撤销后第三个工作日撤下公示信息，说明理由",
  }),
  market({
    key: "archived-on-last-day",
    decided: "2024-11-12",
    ...{ item: "SC008", tier: "较轻", fine: 1500, team: 1 },
    party: ["公司", "砚溪市冰鉴网络有限公司", "漆雕鉴"],
    change: () => ({ paid: "2024-11-20", closed: "2024-11-22", archived: "2024-12-23" }),
    lawful: "第三十日是休息日，顺延到次日归档",
  }),
  market({
    key: "warning-only",
    decided: "2024-11-19",
    ...{ item: "SC009", tier: "较轻", team: 2 },
    party: ["公司", "砚溪市蕉叶日化有限公司", "澹雅蕉"],
    change: () => ({
      kinds: "警告",
      content: "给予警告",
      noticeKinds: "警告",
      published: null,
      channel: null,
    }),
    lawful: "只给予警告，市场监管领域不公示",
  }),
  market({
    key: "simple-at-limit",
    series: "simple",
    decided: "2024-06-13",
    ...{ item: "SC008", tier: "较轻", fine: 3000, team: 3 },
    party: ["公司", "砚溪市浮津网络有限公司", "拓跋津"],
    lawful: "当场处罚一家公司3000元，正好在限额",
  }),
  market({
    key: "on-the-spot",
    series: "simple",
    decided: "2024-08-29",
    ...{ item: "SC007", tier: "较轻", fine: 100, team: 4 },
    party: ["个人", "赫连小满"],
    change: ({ decided = "" }) => ({
      onSpot: "是",
      onSpotGround: "一百元以下罚款",
      payMode: "当场收缴",
      paid: decided,
    }),
    lawful: "一百元以下的罚款当场收缴",
  }),
  streets({
    key: "masked-person",
    decided: "2024-05-09",
    ...{ item: "CG002", tier: "较轻", fine: 1000, team: 3 },
    party: ["个人", "尉迟望岳"],
    lawful: "公示表隐去姓名的一部分",
  }),
  streets({
    key: "streets-hearing",
    decided: "2024-08-13",
    ...{ item: "CG004", tier: "较重", fine: 100_000, team: 5 },
    party: ["公司", "砚溪市屏山建设有限公司", "慕容屏"],
    change: (usual, days) => ({ ...heard("streets", usual, days), major: "是" }),
    lawful: "重大案件，经过听证、法制审核、集体讨论",
  }),
  streets({
    key: "streets-seizure",
    decided: "2024-09-19",
    ...{ item: "CG001", tier: "一般", fine: 8000, team: 6 },
    party: ["个体", "砚溪市踏雪烧烤店", "宇文雪"],
    change: (usual, days) => seized("streets", 1, usual, days),
    lawful: "扣押经营工具，三十日内返还，有音像记录",
  }),
  town({
    key: "town-defended",
    decided: "2024-07-11",
    ...{ item: "CG001", tier: "一般", fine: 7000, team: 1 },
    party: ["个体", "砚溪市渡头小吃店", "长孙渡"],
    change: ({ noticeServed = "" }, days) =>
      defended(days.working(noticeServed, 2), "经复核，意见不成立，不予采纳"),
    lawful: "陈述申辩经复核",
  }),
  town({
    key: "two-parties",
    decided: "2024-05-23",
    ...{ item: "CG001", tier: "一般", fine: 8000, team: 0 },
    party: ["公司", "砚溪市玄圭广告有限公司", "左丘圭"],
    second: ["公司", "砚溪市乌玦广告有限公司", "谷梁玦"],
    lawful: "一份决定处罚两个当事人，两行一号",
  }),
  town({
    key: "town-first-day",
    decided: "2024-04-01",
    ...{ item: "CG002", tier: "较轻", fine: 2000, team: 0 },
    party: ["个体", "砚溪市柳岸烧烤店", "钟离岸"],
    lawful: "赋权当日作出决定",
  }),
];
