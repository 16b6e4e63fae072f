import { creditCode, residentId } from "../demo-values.js";
import type { CaseFacts } from "./facts.js";
import { feet, type Look } from "./look.js";

/** The sole trader of the dossier in Word, OFD and text: prices not marked, a fine by instalments. */

export const code = creditCode("92", 304);

export const facts: CaseFacts = {
  party: {
    name: "栖梧区老街坊副食店",
    kind: "trader",
    code,
    representative: "常满仓",
    representativeId: residentId("19720815", 135),
    address: "云岫市栖梧区豆坊胡同2号",
    phone: "0990-5554002",
  },
  officers: [
    { name: "安如山", certificate: "99010610207" },
    { name: "水清浅", certificate: "99010610219" },
  ],
  unitHead: "段长亭",
  leader: "连城璧",
  cause: "销售商品未明码标价",
  source: "群众举报",
  story: [
    "2023年11月6日，我局执法人员对当事人经营场所进行检查，货架上陈列销售的调味品、粮油等37种商品均未标明价格，当事人自2023年10月起未明码标价。",
  ],
  evidence: ["现场笔录", "询问笔录", "举报登记材料"],
  breached: "《中华人民共和国价格法》第十三条第一款",
  penaltyLaw: "《中华人民共和国价格法》第四十二条",
  benchmark: "《云岫市市场监督管理行政处罚裁量基准》价格类第6项一般档次",
  fine: 3000,
  numbers: {
    filing: "栖市监立〔2023〕66号",
    correction: "栖市监责改〔2023〕88号",
    notice: "栖市监罚告〔2023〕59号",
    decision: "栖市监处罚〔2023〕57号",
  },
  bank: "云岫银行豆坊支行",
};

export const look: Look = {
  agency: "云岫市栖梧区市场监督管理局",
  government: "云岫市栖梧区人民政府",
  court: "云岫市栖梧区人民法院",
  heading: "云岫市栖梧区市场监督管理局",
  day: "padded",
  money: "plain",
  brackets: "〔〕",
  spacing: "",
  tables: true,
  font: "宋体",
  foot: feet.none,
  labels: { 住所: "住所（住址）", 被检查人: "当事人" },
  titles: {
    "inspection-record": "现场笔录",
    "penalty-notice": "行政处罚告知书",
    "legal-review-opinion": "案件审核表",
  },
};

export const spotCase = "栖城管当罚〔2024〕31号";
