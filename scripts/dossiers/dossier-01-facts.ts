import { creditCode, residentId } from "../demo-values.js";
import type { CaseFacts } from "./facts.js";
import { feet, type Look } from "./look.js";
import { drawSeal } from "./pictures.js";

/** The case of the clean dossier: training records that were not kept truthfully. */

export const agency = "云岫市应急管理局";

export const facts: CaseFacts = {
  party: {
    name: "云岫市恒拓机械制造有限公司",
    kind: "company",
    code: creditCode("91", 301),
    representative: "顾延年",
    representativeId: residentId("19750612", 113),
    address: "云岫市栖梧区松涧路118号",
    phone: "0990-5550118",
  },
  officers: [
    { name: "沈砚秋", certificate: "99010600123" },
    { name: "陆知行", certificate: "99010600145" },
  ],
  unitHead: "韩既明",
  leader: "宋怀瑾",
  cause: "涉嫌未如实记录安全生产教育和培训情况",
  source: "日常监督检查中发现",
  story: [
    "2024年3月5日，我局执法人员依法对云岫市恒拓机械制造有限公司进行现场检查，发现该单位2024年1月至2月新进员工12人的安全生产教育和培训档案中，学时、考核结果均未如实记录，其中5人的考核试卷笔迹相同。",
    "经进一步调查，该单位安全生产管理人员为应付检查，未组织考核即填写培训档案，新进员工实际培训学时与档案记载不符。",
  ],
  evidence: [
    "现场检查笔录1份",
    "询问笔录1份",
    "安全生产教育和培训档案复印件1份",
    "现场照片2张",
    "营业执照复印件1份",
  ],
  breached: "《中华人民共和国安全生产法》第二十八条第四款",
  penaltyLaw: "《中华人民共和国安全生产法》第九十七条第四项",
  benchmark: "《云岫市安全生产行政处罚裁量权基准》第19项一般情形",
  fine: 20_000,
  numbers: {
    filing: "（云岫）应急立〔2024〕11号",
    correction: "（云岫）应急责改〔2024〕23号",
    notice: "（云岫）应急告〔2024〕9号",
    decision: "（云岫）应急罚〔2024〕8号",
  },
  bank: "云岫市财政局非税收入专户（开户行：云岫银行松涧路支行，账号：9901 0688 0000 1234）",
};

export const photosAt = "云岫市恒拓机械制造有限公司办公楼二层安全管理科";
export const contact = { name: "沈砚秋", phone: "0990-5550201", address: "云岫市栖梧区听松街6号" };

export const qa = [
  "请介绍一下你的身份和职务。",
  "我叫顾延年，是云岫市恒拓机械制造有限公司的法定代表人，负责公司全面工作。",
  "2024年3月5日的现场检查，你单位由谁在场配合？",
  "我本人在场，检查情况属实。",
  "你单位2024年1月至2月新进了多少名员工？",
  "一共12名，都是机加工车间的操作工。",
  "这12名员工的安全生产教育和培训是如何组织的？",
  "由安全管理科组织，每人讲了半天，没有正式考试。",
  "档案中记载每人培训24学时、考核合格，是怎么回事？",
  "是安全管理员为了应付检查补填的，实际没有这么多学时，其中5份试卷是同一个人写的。",
  "你是否知道应当如实记录安全生产教育和培训情况？",
  "知道，是我们管理不到位，我们接受处理，已经重新组织培训。",
  "你单位以前是否因为同类行为受过处罚？",
  "没有，这是第一次。",
  "你还有什么需要补充的吗？",
  "没有了。",
];

export const lookOf = async (): Promise<Look> => ({
  agency,
  government: "云岫市人民政府",
  court: "云岫市栖梧区人民法院",
  heading: "安全生产行政执法文书",
  day: "plain",
  money: "both",
  brackets: "〔〕",
  spacing: "",
  tables: true,
  font: "AR PL UMing CN",
  foot: feet.pagesFirst,
  seal: await drawSeal(agency),
  labels: { 检查人: "检查人员", 被检查人: "被检查单位", addressee: "name" },
  titles: { "correction-order": "责令限期整改指令书" },
});
