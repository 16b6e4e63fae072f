import { creditCode, residentId } from "../demo-values.js";
import type { CaseFacts } from "./facts.js";
import { feet, type Look } from "./look.js";
import { drawSeal } from "./pictures.js";

/** The case with recordings: filters under another's trade mark, seized. */

export const agency = "朔原县市场监督管理局";

export const facts: CaseFacts = {
  party: {
    name: "朔原县顺达汽车配件经营部",
    kind: "company",
    code: creditCode("91", 308),
    representative: "樊大勇",
    representativeId: residentId("19770521", 151),
    address: "朔原县北关大街61号",
    phone: "0990-5556061",
  },
  officers: [
    { name: "方寸", certificate: "99050100801" },
    { name: "丁一凡", certificate: "99050100818" },
  ],
  unitHead: "沙白",
  leader: "楚天阔",
  cause: "销售侵犯注册商标专用权的商品",
  source: "商标权利人投诉",
  story: [
    "2024年6月11日，我局执法人员对当事人经营场所进行检查，发现当事人销售标注“速原”商标的机油滤清器64个，经商标权利人辨认，为侵犯注册商标专用权的商品，货值金额3840元，尚未售出。",
  ],
  evidence: ["现场笔录", "询问笔录", "现场照片"],
  breached: "《中华人民共和国商标法》第五十七条第三项",
  penaltyLaw: "《中华人民共和国商标法》第六十条第二款",
  benchmark: "《朔原县市场监督管理行政处罚裁量基准》商标类第3项较轻档次",
  fine: 8000,
  numbers: {
    filing: "朔市监立〔2024〕38号",
    correction: "朔市监责改〔2024〕41号",
    notice: "朔市监罚告〔2024〕35号",
    decision: "朔市监处罚〔2024〕33号",
  },
  bank: "朔原银行北关支行",
};

export const shop = "朔原县北关大街61号顺达汽车配件经营部";
export const seizure = "朔市监强制〔2024〕6号";

export const lookOf = async (): Promise<Look> => ({
  agency,
  government: "朔原县人民政府",
  court: "朔原县人民法院",
  heading: agency,
  day: "plain",
  money: "both",
  brackets: "〔〕",
  spacing: "",
  tables: true,
  font: "AR PL UMing CN",
  foot: feet.pageOfPages,
  seal: await drawSeal(agency),
  labels: { 被检查人: "当事人" },
  titles: { "inspection-record": "现场笔录", "penalty-notice": "行政处罚告知书" },
});
