import { creditCode, residentId } from "../demo-values.js";

import { licenceCopy } from "./copies.js";
import { penaltyApproval } from "./deciding.js";
import { caseOf, type CaseFacts } from "./facts.js";
import { filingApproval } from "./filing.js";
import { Dossier, type Piece } from "./folder.js";
import { feet, type Look } from "./look.js";
import { correctionOrder, penaltyDecision, penaltyNotice } from "./notices.js";
import { drawSeal, sceneUri } from "./pictures.js";
import { printYuan } from "./printed.js";
import { inspectionRecord, interviewRecord, photoPage } from "./records.js";
import { paymentVoucher, serviceReceipt } from "./service.js";

/** A scanned dossier of the urban management bureau, with problems that only the pictures show. */

const agency = "澜川市城市管理综合行政执法局";

const facts: CaseFacts = {
  party: {
    name: "澜川市捷顺渣土运输有限公司",
    kind: "company",
    code: creditCode("91", 302),
    representative: "孟广田",
    representativeId: residentId("19810923", 117),
    address: "澜川市临泽区砚台路77号",
    phone: "0990-5552077",
  },
  officers: [
    { name: "方仲平", certificate: "99020700311" },
    { name: "白静姝", certificate: "99020700328" },
  ],
  unitHead: "齐鸣",
  leader: "江亦舟",
  cause: "运输渣土未采取密闭措施造成物料遗撒",
  source: "巡查发现",
  story: [
    "2024年4月22日10时许，当事人一辆自卸货车在临泽区砚台路与星河路交叉口运输渣土，未加盖篷布密闭，造成路面遗撒约15平方米。",
  ],
  evidence: ["现场检查（勘察）笔录", "询问笔录", "现场照片", "营业执照复印件"],
  breached: "《中华人民共和国大气污染防治法》第七十条第一款",
  penaltyLaw: "《中华人民共和国大气污染防治法》第一百一十六条",
  benchmark: "《澜川市城市管理行政处罚裁量基准》第42项",
  fine: 8000,
  numbers: {
    filing: "澜城管立字〔2024〕第061号",
    correction: "澜城管责改字〔2024〕第118号",
    notice: "澜城管罚告字〔2024〕第059号",
    decision: "澜城管罚决字〔2024〕第056号",
  },
  bank: "澜川银行各网点（罚没款专户）",
};

const corner = "临泽区砚台路与星河路交叉口";

const qa = [
  "这辆车是你公司的吗？",
  "是我公司的车，当天由驾驶员老杨驾驶。",
  "车辆为什么没有密闭？",
  "篷布电机坏了，工地催得急，就直接上路了。",
  "路面遗撒的渣土是否已经清理？",
  "当天中午就清理干净了。",
];

const lookOf = async (): Promise<Look> => ({
  agency,
  government: "澜川市人民政府",
  court: "澜川市临泽区人民法院",
  heading: agency,
  day: "plain",
  sealDay: "han",
  money: "bothYen",
  brackets: "[]",
  spacing: " ",
  tables: false,
  font: "Noto Serif CJK SC",
  foot: feet.pageOfPages,
  seal: await drawSeal(agency),
  labels: { 当事人: "当事人名称", 住所: "地址", 案由: "案　由" },
  titles: {
    "inspection-record": "现场检查（勘察）笔录",
    "penalty-approval": "案件处理呈批表",
    "filing-approval": "立案呈批表",
    "interview-record": "调查询问笔录",
  },
});

const contact = { name: "方仲平", phone: "0990-5552301", address: "澜川市临泽区广济街20号" };
const days = { clue: "2024-04-22", proposed: "2024-04-23", filed: "2024-04-24" };
const reasons = "当事人当日清理完毕，遗撒面积不足二十平方米，属于裁量基准规定的较轻情形。";

const scan = { jpeg: 32, tilt: 1.4, noise: 9, dpi: 200 };

const front = async (look: Look): Promise<readonly Piece[]> => {
  const drafts = [
    penaltyDecision(look, facts, {
      on: "2024-05-17",
      filedOn: days.filed,
      told: "我局于2024年5月14日向你单位送达《行政处罚事先告知书》，你单位未提出陈述、申辩。",
      reasons,
      fine: {
        printed: "人民币捌仟元整（¥9,000.00）",
        value: printYuan(9000, "plain").value,
      },
    }),
    serviceReceipt(look, facts, {
      documents: [{ title: "行政处罚决定书", number: facts.numbers.decision }],
      at: "2024-05-30",
      place: facts.party.address,
      mode: "直接送达",
      recipient: "孟广田",
    }),
    filingApproval(look, facts, days),
    inspectionRecord(
      look,
      facts,
      { from: "2024-04-22T10:10", to: "2024-04-22T10:45", place: corner },
      {
        findings: [
          "一辆自卸货车停于路口东侧，车厢内装载渣土，未加盖篷布。车后路面有渣土遗撒，经测量长约10米、宽约1.5米。已拍照取证。",
        ],
        signedBy: ["方仲平", null],
        party: { name: "杨大有" },
      },
    ),
    interviewRecord(
      look,
      facts,
      {
        from: "2024-04-25T15:00",
        to: "2024-04-25T15:40",
        place: "澜川市城市管理综合行政执法局207室",
      },
      {
        person: {
          name: "孟广田",
          idNumber: facts.party.representativeId,
          sex: "男",
          age: 42,
          post: "法定代表人",
          phone: facts.party.phone,
          address: "澜川市临泽区惠民里9号",
        },
        qa,
      },
    ),
    photoPage(look, facts, [
      {
        picture: await sceneUri("02-a"),
        shows: "车厢未密闭、路面遗撒渣土",
        at: "2024-04-22T10:18",
        place: corner,
        by: "白静姝",
      },
    ]),
    correctionOrder({ ...look, seal: "" }, facts, {
      on: "2024-04-22",
      by: "2024-04-23",
      demands: ["立即清理遗撒渣土，运输车辆采取密闭措施。"],
    }),
    penaltyNotice(look, facts, { on: "2024-05-13", defence: "五个工作日", contact }),
    serviceReceipt(look, facts, {
      documents: [{ title: "行政处罚事先告知书", number: facts.numbers.notice }],
      at: "2024-05-14",
      place: facts.party.address,
      mode: "直接送达",
      recipient: "孟广田",
    }),
  ];
  return drafts.map((draft) => ({ draft, look, scan }));
};

const back = (look: Look): readonly Piece[] =>
  [
    licenceCopy(look, facts, {
      on: "2024-04-25",
      since: "2015-03-09",
      business: "渣土运输、土石方工程",
    }),
    penaltyApproval(look, facts, {
      proposed: "2024-05-16",
      on: "2024-05-17",
      defence: "当事人未提出。",
    }),
    paymentVoucher(look, facts, { on: "2024-06-05", serial: "9902240605000119" }),
  ].map((draft) => ({
    draft,
    look,
    scan: { ...scan, tilt: 0.6, grey: draft.type === "identity-document" },
  }));

export const makeDossier02 = async (): Promise<void> => {
  const dossier = new Dossier("02-scanned", caseOf(facts));
  await dossier.begin();
  const look = await lookOf();
  await dossier.pdf("案卷扫描.pdf", await front(look));
  for (const [i, piece] of back(look).entries()) await dossier.pdf(`扫描000${i + 1}.pdf`, [piece]);
  const decision = dossier.pagesOf("penalty-decision");
  dossier.plant({
    rule: "procedure/notice-before-decision",
    ...decision,
    what: "2024年5月14日送达告知书，给五个工作日陈述申辩，5月17日即作出决定",
  });
  dossier.plant({
    rule: "document/amounts-agree",
    ...decision,
    what: "罚款大写捌仟元整，小写9,000.00元",
  });
  dossier.plant({
    rule: "service/served-in-time",
    ...dossier.pagesOf("service-receipt", "罚决字"),
    what: "2024年5月17日决定，5月30日（第九个工作日）才直接送达",
  });
  dossier.plant({
    rule: "recording/document-signed",
    ...dossier.pagesOf("inspection-record"),
    what: "现场检查（勘察）笔录写两名检查人，只有一人签名",
  });
  dossier.plant({
    rule: "document/number-well-formed",
    ...decision,
    what: "决定书文号编号前加“第”和零（提示）",
  });
  await dossier.finish();
};
