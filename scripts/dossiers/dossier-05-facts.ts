import { creditCode, residentId } from "../demo-values.js";
import type { CaseFacts } from "./facts.js";
import { feet, type Look } from "./look.js";

/** Three cases of three bureaus of one county, in one folder. */

export const water: CaseFacts = {
  party: {
    name: "临溪县鑫磊砂石经营部",
    kind: "company",
    code: creditCode("91", 305),
    representative: "蒋石柱",
    representativeId: residentId("19790301", 139),
    address: "临溪县柳渡镇河沿村",
    phone: "0990-5555001",
  },
  officers: [
    { name: "汪清源", certificate: "99040100501" },
    { name: "苗圃", certificate: "99040100513" },
  ],
  unitHead: "江流",
  leader: "谷雨",
  cause: "未经批准在河道管理范围内堆放砂石料",
  source: "河道巡查中发现",
  story: [
    "2023年9月5日，我局执法人员巡查时发现，当事人在柳渡河右岸河道管理范围内堆放砂石料约260立方米，未经水行政主管部门批准。",
  ],
  evidence: ["现场勘验笔录", "询问笔录", "现场照片"],
  breached: "《中华人民共和国河道管理条例》第二十五条第三项",
  penaltyLaw: "《中华人民共和国河道管理条例》第四十四条第四项",
  benchmark: "《临溪县水行政处罚裁量基准》第21项",
  fine: 9000,
  numbers: {
    filing: "临水立〔2023〕14号",
    correction: "临水责改〔2023〕19号",
    notice: "临水罚告〔2023〕12号",
    decision: "临水罚决〔2023〕11号",
  },
  bank: "临溪银行柳渡支行",
};

export const health: CaseFacts = {
  ...water,
  party: {
    name: "临溪县云裳美容美发店",
    kind: "trader",
    code: creditCode("92", 306),
    representative: "柳如絮",
    representativeId: residentId("19880926", 142),
    address: "临溪县城关镇花溪路33号",
    phone: "0990-5555002",
  },
  officers: [
    { name: "杜衡", certificate: "99040200611" },
    { name: "白芷", certificate: "99040200624" },
  ],
  unitHead: "苏叶",
  leader: "甘松",
  cause: "安排未获得有效健康合格证明的从业人员从事直接为顾客服务工作",
  source: "日常监督检查中发现",
  story: [
    "2023年10月12日，我局执法人员检查时发现，当事人安排1名未取得有效健康合格证明的从业人员从事直接为顾客服务的工作。",
  ],
  evidence: ["现场笔录", "询问笔录"],
  breached: "《公共场所卫生管理条例》第七条",
  penaltyLaw:
    "《公共场所卫生管理条例》第十四条第一款第二项、《公共场所卫生管理条例实施细则》第三十八条",
  benchmark: "《临溪县卫生健康行政处罚裁量基准》第57项",
  fine: 500,
  numbers: {
    filing: "临卫公立〔2023〕021号",
    correction: "临卫责改〔2023〕033号",
    notice: "临卫公罚告〔2023〕018号",
    decision: "临卫公罚〔2023〕017号",
  },
};

export const culture: CaseFacts = {
  ...water,
  party: {
    name: "临溪县极光网吧",
    kind: "company",
    code: creditCode("91", 307),
    representative: "向晚",
    representativeId: residentId("19860118", 144),
    address: "临溪县城关镇学府街5号",
    phone: "0990-5555003",
  },
  officers: [
    { name: "路遥知", certificate: "99040300701" },
    { name: "马到成", certificate: "99040300715" },
  ],
  unitHead: "文竹",
  leader: "墨兰",
  cause: "接纳未成年人进入营业场所",
  source: "12345热线转办",
  story: ["2023年8月19日20时许，我局执法人员检查时发现，当事人接纳2名未成年人进入营业场所上网。"],
  evidence: ["现场检查笔录", "询问笔录", "视频截图"],
  breached: "《互联网上网服务营业场所管理条例》第二十一条第一款",
  penaltyLaw: "《互联网上网服务营业场所管理条例》第三十一条第二项",
  benchmark: "《临溪县文化市场行政处罚裁量基准》第33项",
  fine: 6000,
  numbers: {
    filing: "（临）文综立字〔2023〕5号",
    correction: "（临）文综责改字〔2023〕5号",
    notice: "（临）文综罚告字〔2023〕5号",
    decision: "（临）文综罚字〔2023〕4号",
  },
};

const base: Look = {
  agency: "临溪县水利局",
  government: "临溪县人民政府",
  court: "临溪县人民法院",
  day: "plain",
  sealDay: "han",
  money: "both",
  brackets: "〔〕",
  spacing: "",
  tables: true,
  font: "AR PL UMing CN",
  foot: feet.pageOfPages,
  labels: {},
  titles: {},
};

export const waterLook: Look = {
  ...base,
  titles: { "inspection-record": "勘验笔录", "service-receipt": "送达回执" },
};

export const healthLook: Look = {
  ...base,
  agency: "临溪县卫生健康局",
  heading: "卫生行政执法文书",
  day: "dots",
  money: "capitals",
  brackets: "【】",
  spacing: " ",
  tables: false,
  font: "AR PL UKai CN",
  titles: {
    "inspection-record": "现场笔录",
    "service-receipt": "送达回执",
    "closing-approval": "结案报告",
  },
};

export const cultureLook: Look = {
  ...base,
  agency: "临溪县文化和旅游局",
  day: "spaced",
  money: "wan",
  brackets: "()",
  font: "Noto Sans CJK SC",
  labels: { 当事人: "被处罚单位", 案由: "案件名称" },
  titles: { "service-receipt": "文书送达回证", "penalty-notice": "行政处罚意见告知书" },
};
