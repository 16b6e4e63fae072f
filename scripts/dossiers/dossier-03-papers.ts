import { residentId } from "../demo-values.js";
import { evidenceCopy, identityCard, licenceCopy } from "./copies.js";
import {
  collectiveDiscussion,
  investigationReport,
  legalReview,
  penaltyApproval,
  reviewPoints,
} from "./deciding.js";
import type { Draft } from "./draft.js";
import {
  agency,
  chief,
  facts,
  findings,
  qaOfForeman,
  qaOfHead,
  second,
  third,
} from "./dossier-03-facts.js";
import { filingApproval } from "./filing.js";
import { letter } from "./letters.js";
import type { Look } from "./look.js";
import { correctionOrder, penaltyDecision, penaltyNotice } from "./notices.js";
import { sceneUri } from "./pictures.js";
import { printDay, printMoment } from "./printed.js";
import { inspectionRecord, interviewRecord, photoPage } from "./records.js";
import { paymentVoucher, serviceReceipt } from "./service.js";

/** The papers of the merged dossier. A paper is scanned where `scanned` says so. */
export interface Paper {
  draft: Draft;
  scanned?: boolean;
}

const filedOn = "2024-03-18";
const contact = { name: "贺兰亭", phone: "0990-5553377", address: "青屏市澄江路9号" };
const foremanId = residentId("19850704", 131);
const reasons =
  "当事人的环境保护设施已与主体工程同时建成并正常运行，污染物达标排放，案发后主动启动验收，属于裁量基准规定的较轻档次。";

const receipt = (look: Look, title: string, number: string, at: string): Paper => ({
  draft: serviceReceipt(look, facts, {
    documents: [{ title, number }],
    at,
    place: facts.party.address,
    mode: "直接送达",
    recipient: "温如海",
  }),
});

export const decisionPapers = (look: Look): readonly Paper[] => [
  {
    draft: penaltyDecision(look, facts, {
      on: "2024-05-23",
      filedOn,
      sections: true,
      told: "我局于2024年4月15日向你单位送达《行政处罚事先（听证）告知书》（青环罚告字〔2024〕14号），你单位于2024年4月18日申请听证。我局于2024年5月9日举行听证会，你单位提出环境保护设施已经建成并正常运行、请求从轻处罚的意见。经复核，该意见在裁量时已予考虑，予以部分采纳，罚款数额由二十八万元调整为二十六万元。",
      reasons,
    }),
  },
  receipt(look, "行政处罚决定书", facts.numbers.decision, "2024-05-24T16:20"),
];

export const firstPapers = (look: Look): readonly Paper[] => [
  {
    draft: filingApproval(look, facts, {
      clue: "2024-03-14",
      proposed: "2024-03-15",
      filed: filedOn,
    }),
  },
  {
    draft: inspectionRecord(
      look,
      facts,
      { from: "2024-03-14T09:30", to: "2024-03-14T11:10", place: "青屏丰泽食品有限公司厂区" },
      {
        findings,
        sheetAt: 3,
        party: {
          refused: "笔录经宣读，被检查单位现场负责人以须请示总经理为由拒绝签名。",
          witnesses: ["园区管委会 田野", "社区网格员 罗素琴"],
        },
      },
    ),
  },
];

export const photoPapers = async (look: Look): Promise<readonly Paper[]> => {
  const shown = [
    ["污水处理站全貌", "09:52"],
    ["污水处理站出口流量计", "09:58"],
    ["卤制车间生产线正在运行", "10:15"],
    ["楼顶油烟净化设施", "10:31"],
  ] as const;
  const papers = shown.map(async ([shows, time], i) => ({
    scanned: true,
    draft: photoPage(look, facts, [
      {
        picture: await sceneUri(`03-${i}`),
        shows,
        at: `2024-03-14T${time}`,
        place: "青屏丰泽食品有限公司厂区",
        by: second.name,
      },
    ]),
  }));
  return Promise.all(papers);
};

export const evidencePapers = (look: Look): readonly Paper[] => [
  {
    draft: interviewRecord(
      look,
      facts,
      { from: "2024-03-20T14:00", to: "2024-03-20T15:20", place: "青屏市生态环境局询问室" },
      {
        person: {
          name: "温如海",
          idNumber: facts.party.representativeId,
          sex: "男",
          age: 56,
          post: "法定代表人、总经理",
          phone: facts.party.phone,
          address: "青屏市望溪县桂花巷5号",
        },
        qa: qaOfHead,
      },
    ),
  },
  {
    draft: interviewRecord(
      look,
      facts,
      { from: "2024-03-20T14:50", to: "2024-03-20T15:40", place: "青屏丰泽食品有限公司会议室" },
      {
        officers: [chief, third],
        person: {
          name: "祁连山",
          idNumber: foremanId,
          sex: "男",
          age: 38,
          post: "车间主任",
          phone: "0990-5553019",
          address: "青屏市望溪县工业园区宿舍3栋",
        },
        qa: qaOfForeman,
      },
    ),
  },
  {
    scanned: true,
    draft: licenceCopy(look, facts, {
      on: "2024-03-20",
      since: "2022-05-18",
      business: "肉制品生产、销售",
    }),
  },
  {
    scanned: true,
    draft: identityCard(look, facts, {
      name: "温如海",
      id: facts.party.representativeId,
      sex: "男",
      address: "青屏市望溪县桂花巷5号",
      on: "2024-03-20",
    }),
  },
  {
    draft: evidenceCopy(look, facts, {
      name: "生产日报表（2024年1月8日至3月13日，摘录）",
      shows: "投入生产时间及产量",
      on: "2024-03-14",
      table: [
        ["日期", "班次", "产量（吨）", "填表人"],
        ...[
          "1月8日",
          "1月15日",
          "1月22日",
          "2月19日",
          "2月26日",
          "3月4日",
          "3月11日",
          "3月13日",
        ].map((date, i) => [date, "白班", (2.1 + i * 0.2).toFixed(1), "祁连山"]),
      ],
    }),
  },
  { draft: testReport(look) },
];

const testReport = (look: Look): Draft =>
  letter({ ...look, agency: "青屏市清源环境监测有限公司", seal: "" }, facts, {
    type: "test-report",
    title: "监测报告",
    number: "清源监字〔2024〕第0312号",
    internal: true,
    on: "2024-03-22",
    fields: {
      sampledOn: printDay("2024-03-15", "plain"),
      party: facts.party.name,
      result: "各项污染物浓度均未超过排放标准限值",
    },
    text: [
      "资质认定标志：CMA 990312050077　　委托单位：青屏市生态环境局",
      `受测单位：${facts.party.name}　　采样地点：污水总排口`,
      "采样日期：2024年3月15日　　分析日期：2024年3月15日至3月20日",
      "监测项目及方法：化学需氧量（重铬酸盐法）、氨氮（纳氏试剂分光光度法）、悬浮物（重量法）、动植物油（红外分光光度法）、pH值（电极法）。",
      "监测结果：化学需氧量68毫克每升，氨氮9.2毫克每升，悬浮物31毫克每升，动植物油2.4毫克每升，pH值7.3。",
      "结论：各项污染物浓度均未超过排放标准限值。",
      "编制：何采薇　　审核：郭雪庭　　签发：邵云山",
    ],
  });

export const procedurePapers = (look: Look): readonly Paper[] => [
  {
    draft: investigationReport(look, facts, {
      on: "2024-04-10",
      filedOn,
      course:
        "2024年3月14日对当事人进行现场检查；3月15日委托监测；3月20日分别对法定代表人温如海、车间主任祁连山进行询问；3月25日下达责令改正违法行为决定书。",
      reasons,
    }),
  },
  {
    draft: correctionOrder(look, facts, {
      on: "2024-03-25",
      by: "2024-05-25",
      demands: [
        "于2024年5月25日前完成需要配套建设的环境保护设施竣工验收，验收合格后方可投入生产。",
      ],
    }),
  },
  receipt(look, "责令改正违法行为决定书", facts.numbers.correction, "2024-03-25T10:40"),
  {
    draft: penaltyNotice(look, facts, {
      on: "2024-04-12",
      defence: "五个工作日",
      hearing: true,
      contact,
      fine: { printed: "人民币贰拾捌万元整（¥280,000.00）", value: 28_000_000 },
    }),
  },
  receipt(look, "行政处罚事先（听证）告知书", facts.numbers.notice, "2024-04-15T09:50"),
  {
    draft: letter(look, facts, {
      type: "hearing-request",
      title: "听证申请书",
      internal: true,
      on: "2024-04-18",
      signed: {
        role: "party",
        name: "温如海",
        words: "申请人青屏丰泽食品有限公司　法定代表人（签名）",
      },
      text: [
        "青屏市生态环境局：",
        "我公司于2024年4月15日收到贵局《行政处罚事先（听证）告知书》（青环罚告字〔2024〕14号）。我公司认为，环境保护设施已经建成并正常运行，未造成环境污染，拟处罚数额过高，现依法申请举行听证。",
      ],
      fields: { noticeNumber: facts.numbers.notice },
    }),
  },
  { draft: hearingNotice(look) },
  receipt(look, "听证通知书", "青环听通字〔2024〕2号", "2024-04-22T11:00"),
  { draft: hearingReport(look) },
];

const hearingNotice = (look: Look): Draft =>
  letter(look, facts, {
    type: "hearing-notice",
    title: "听证通知书",
    number: "青环听通字〔2024〕2号",
    on: "2024-04-22",
    fields: {
      heldAt: printMoment("2024-05-09T09:00"),
      place: "青屏市生态环境局五楼听证室",
      chair: "梅映雪",
    },
    text: [
      "根据你单位的申请，我局决定于2024年5月9日9时00分在青屏市生态环境局五楼听证室公开举行听证会。",
      "听证会由梅映雪主持，记录员为杜若。你单位可以亲自参加听证，也可以委托一至二人代理；认为主持人与本案有直接利害关系的，有权申请回避。",
      "无正当理由拒不出席听证的，视为放弃听证权利。",
    ],
  });

const hearingReport = (look: Look): Draft =>
  letter(look, facts, {
    type: "hearing-report",
    title: "听证报告",
    internal: true,
    on: "2024-05-13",
    signed: { role: "chair", name: "梅映雪", words: "听证主持人（签名）" },
    fields: { heldOn: printDay("2024-05-09", "plain"), chair: "梅映雪" },
    text: [
      `案由：${facts.cause}`,
      "听证时间：2024年5月9日　听证地点：青屏市生态环境局五楼听证室",
      "听证主持人：梅映雪　听证员：程门雪、杜若",
      "听证会基本情况：案件调查人员贺兰亭提出当事人违法的事实、证据和处罚建议；当事人的委托代理人进行了申辩和质证，认为环境保护设施已经建成并正常运行，未造成环境污染，请求从轻处罚。详见听证笔录。",
      "双方争议的主要问题：罚款数额是否适当。",
      "处理意见和建议：违法事实清楚，证据确凿，适用法律正确。考虑当事人环境保护设施正常运行、已启动验收，建议罚款数额由二十八万元调整为二十六万元。",
    ],
  });

export const lastPapers = (look: Look): readonly Paper[] => [
  {
    draft: legalReview(look, facts, {
      number: "青环法审〔2024〕5号",
      submitted: "2024-05-15",
      on: "2024-05-17",
      reviewer: "白鹿鸣",
      head: "霍清秋",
      conclusion: "原则同意拟处罚意见，建议集体讨论决定。",
      points: reviewPoints("《青屏市生态环境行政处罚裁量基准》"),
    }),
  },
  {
    draft: collectiveDiscussion(look, facts, {
      span: { from: "2024-05-21T15:00", to: "2024-05-21T16:10", place: `${agency}四楼会议室` },
      chair: "尹长川",
      recorder: "杜若",
      attendees: [
        { name: "尹长川", post: "局长" },
        { name: "苏慕白", post: "副局长" },
        { name: "唐晚晴", post: "副局长" },
        { name: "简明月", post: "总工程师" },
      ],
      said: [
        ["苏慕白", "当事人环保设施已建成并正常运行，监测达标，建议采纳听证报告的意见。"],
        ["唐晚晴", "违法事实清楚，经过听证和法制审核，程序合法，同意罚款二十六万元。"],
        ["简明月", "同意，建议督促当事人按期完成验收。"],
        ["尹长川", "同意大家意见，按罚款二十六万元作出处罚决定。"],
      ],
      conclusion: "一致同意对当事人处罚款人民币贰拾陆万元整（¥260,000.00）的行政处罚。",
    }),
  },
  {
    draft: penaltyApproval(look, facts, {
      proposed: "2024-05-21",
      on: "2024-05-22",
      defence: "当事人要求听证，听证中请求从轻处罚，予以部分采纳。",
    }),
  },
  {
    scanned: true,
    draft: paymentVoucher(look, facts, {
      on: "2024-06-11",
      serial: "9903240611000582",
      title: "非税收入统一票据",
    }),
  },
];
