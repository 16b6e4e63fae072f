import { gb18030, residentId, withWrongCheck } from "../demo-values.js";
import { closingApproval } from "./closing.js";
import { investigationReport, legalReview } from "./deciding.js";
import type { Draft } from "./draft.js";
import { caseOf } from "./facts.js";
import { filingApproval } from "./filing.js";
import { Dossier } from "./folder.js";
import { letter } from "./letters.js";
import { pageOf } from "./look.js";
import { correctionOrder, penaltyDecision, penaltyNotice } from "./notices.js";
import { writeOfd } from "./ofd.js";
import { linesOf } from "./plain-text.js";
import { convertHtml } from "./print.js";
import { printDay, printMoment, printYuan } from "./printed.js";
import { inspectionRecord, interviewRecord } from "./records.js";
import { defenceRecord, paymentVoucher, serviceReceipt } from "./service.js";
import { code, facts, look, spotCase } from "./dossier-04-facts.js";

/** Word, OFD, rich and plain text: a sole trader's ordinary case with instalments, and a fine on the spot. */

/** The decision on the spot, of 2024: it does not say that reconsideration comes first. */
const onTheSpot = (): Draft =>
  letter(
    { ...look, agency: "云岫市栖梧区城市管理局", heading: "云岫市栖梧区城市管理局" },
    {
      ...facts,
      party: {
        ...facts.party,
        name: "卓不群",
        kind: "person",
        code: residentId("19900214", 137),
        address: "云岫市栖梧区听松街21号",
      },
    },
    {
      type: "on-the-spot-decision",
      title: "当场行政处罚决定书",
      number: spotCase,
      on: "2024-03-16",
      fields: {
        decidedAt: printMoment("2024-03-16T16:25"),
        fine: printYuan(50, "both"),
        officers: "石破天、花满楼",
      },
      text: [
        "你于2024年3月16日16时25分在云岫市栖梧区听松街广场随地抛撒宣传单，违反了《城市市容和环境卫生管理条例》第三十四条第一项的规定，有执法人员现场查看和照片为证。执法人员已出示证件，口头告知拟作出处罚的内容及事实、理由、依据和陈述申辩权利，你表示没有异议。",
        "依据《城市市容和环境卫生管理条例》第三十四条的规定，决定给予罚款人民币伍拾元整（¥50.00）的行政处罚。",
        "履行方式：□当场缴纳　☑自收到本决定书之日起十五日内缴至云岫银行各网点。",
        "如不服本决定，可以自收到本决定书之日起六十日内向云岫市栖梧区人民政府申请行政复议，或者自收到本决定书之日起六个月内向云岫市栖梧区人民法院提起行政诉讼。",
        "执法人员（签名）：石破天、花满楼　证号：99010620311、99010620322",
        "当事人（签名）：卓不群　2024年3月16日",
      ],
    },
  );

const spotRegister = (): Draft =>
  letter({ ...look, heading: "", agency: "云岫市栖梧区城市管理局" }, facts, {
    type: "on-the-spot-register",
    title: "当场处罚备案表",
    internal: true,
    on: "2024-03-18",
    fields: { decisionNumber: spotCase, party: "卓不群", fine: printYuan(50, "plain") },
    text: [
      `决定书文号：${spotCase}`,
      "当事人：卓不群　案由：随地抛撒宣传单　处罚内容：罚款50元",
      "处罚日期：2024年03月16日　执法人员：石破天、花满楼",
    ],
  });

const person = {
  name: "常满仓",
  idNumber: facts.party.representativeId,
  sex: "男" as const,
  age: 51,
  post: "经营者",
  phone: facts.party.phone,
  address: facts.party.address,
};

const records = (): readonly (readonly [file: string, Draft])[] => [
  [
    "立案审批表.docx",
    filingApproval(
      look,
      { ...facts, party: { ...facts.party, code: withWrongCheck(code) } },
      { clue: "2023-11-03", proposed: "2023-11-06", filed: "2023-11-07" },
    ),
  ],
  [
    "现场笔录.doc",
    inspectionRecord(
      look,
      facts,
      { from: "2023-11-06T15:10", to: "2023-11-06T15:50", place: facts.party.address },
      {
        findings: ["店内货架陈列销售食盐、酱油、大米等37种商品，均未见价签、价目表。"],
        party: { name: "常满仓" },
      },
    ),
  ],
  [
    "询问笔录.rtf",
    interviewRecord(
      look,
      facts,
      { from: "2023-11-09T09:30", to: "2023-11-09T10:10", place: "栖梧区市场监督管理局豆坊所" },
      {
        person,
        qa: [
          "店里的商品为什么没有标价？",
          "十月份重新摆货架，价签掉了没有补。",
          "是否有因未标价多收顾客钱的情况？",
          "没有，都是老街坊，价钱都知道。",
        ],
      },
    ),
  ],
  [
    "责令改正通知书.txt",
    correctionOrder({ ...look, heading: "" }, facts, {
      on: "2023-11-06",
      by: "2023-11-13",
      demands: ["对销售的商品逐一明码标价。"],
    }),
  ],
  [
    "案件调查终结报告.docx",
    investigationReport(look, facts, {
      on: "2023-11-20",
      filedOn: "2023-11-07",
      course: "2023年11月6日现场检查，11月9日询问经营者常满仓。",
      reasons: "当事人无从轻、从重情形。",
    }),
  ],
  [
    "案件审核表.doc",
    legalReview(look, facts, {
      submitted: "2023-11-21",
      on: "2023-11-22",
      reviewer: "温良玉",
      head: "温良玉",
      conclusion: "同意。",
      points: ["事实清楚、证据确凿、定性准确、处罚适当、程序合法。"],
    }),
  ],
];

const papers = (): readonly (readonly [file: string, Draft])[] => [
  ...records(),
  [
    "行政处罚告知书.ofd",
    penaltyNotice(look, facts, {
      on: "2023-11-23",
      defence: "五个工作日",
      contact: { name: "安如山", phone: "0990-5554110", address: "栖梧区豆坊胡同30号" },
    }),
  ],
  [
    "陈述申辩笔录.rtf",
    defenceRecord(look, facts, {
      at: "2023-11-27T10:00",
      place: "栖梧区市场监督管理局豆坊所",
      said: "对违法事实没有意见，但店里本小利薄，家中有病人，请求分期缴纳罚款。",
    }),
  ],
  [
    "行政处罚决定书.ofd",
    penaltyDecision(look, facts, {
      on: "2023-12-04",
      filedOn: "2023-11-07",
      told: "我局于2023年11月23日送达《行政处罚告知书》，当事人2023年11月27日提出分期缴纳罚款的请求，对事实和处罚没有异议。经复核，分期缴纳的请求在执行中另行处理。",
      reasons: "当事人的行为符合裁量基准规定的一般档次。",
      surcharge:
        "当事人应当自收到本决定书之日起十五日内将罚款缴至云岫银行豆坊支行。到期不缴纳罚款的，依据《中华人民共和国行政处罚法》第五十一条第一项的规定，每日按罚款数额的百分之三加处罚款。",
      remedies:
        "如不服本决定，可以自收到本决定书之日起六十日内向云岫市栖梧区人民政府申请行政复议；也可以自收到本决定书之日起六个月内依法向云岫市栖梧区人民法院提起行政诉讼。",
    }),
  ],
  [
    "送达回证.docx",
    serviceReceipt(look, facts, {
      documents: [
        { title: "行政处罚决定书", number: facts.numbers.decision },
        { title: "行政处罚告知书", number: facts.numbers.notice },
      ],
      at: "2023-12-05",
      place: facts.party.address,
      mode: "直接送达",
      recipient: "常满仓",
      remark: "告知书于2023年11月23日当场交付，本回证一并登记。",
    }),
  ],
  [
    "分期缴纳罚款批准书.rtf",
    letter(look, facts, {
      type: "payment-deferral",
      title: "分期缴纳罚款批准书",
      number: "栖市监分缴〔2023〕2号",
      on: "2023-12-11",
      fields: {
        decisionNumber: facts.numbers.decision,
        fine: printYuan(3000, "plain"),
        until: printDay("2024-03-20", "plain"),
      },
      text: [
        "你店对栖市监处罚〔2023〕57号行政处罚决定书确定的罚款3000元申请分期缴纳。经审查，你店确有经济困难，根据《中华人民共和国行政处罚法》第六十六条第二款的规定，批准分三期缴纳：",
        "第一期于2024年1月20日前缴纳1000元；第二期于2024年2月20日前缴纳1000元；第三期于2024年3月20日前缴纳1000元。",
      ],
    }),
  ],
  [
    "银行回单.txt",
    paymentVoucher({ ...look, heading: "云岫银行" }, facts, {
      title: "银行电子回单",
      on: "2024-03-18",
      serial: "9901240318000077",
      amount: 1000,
      note: "第三期；第一期2024年1月16日1000元、第二期2024年2月19日1000元均已收讫",
    }),
  ],
  [
    "结案审批表.doc",
    closingApproval(look, facts, {
      filedOn: "2023-11-07",
      decidedOn: "2023-12-04",
      performance: "经批准分三期缴纳，2024年3月18日全部缴清，共3000元。",
      correction: "已明码标价。",
      proposed: "2024-03-25",
      on: "2024-03-26",
    }),
  ],
];

const write = async (dossier: Dossier, file: string, draft: Draft, of?: string): Promise<void> => {
  const extension = file.split(".").at(-1);
  let pages: [number, number] | null = null;
  if (extension === "docx" || extension === "doc" || extension === "rtf") {
    await dossier.write(file, await convertHtml(pageOf(look, draft.html), extension));
  } else if (extension === "ofd") {
    const made = writeOfd(draft.title ?? "", linesOf(draft.html));
    pages = [1, made.pages];
    await dossier.write(file, made.bytes);
  } else {
    const lines = [`　　　　　　${draft.title ?? ""}`, ...linesOf(draft.html)];
    const text = `${lines.join("\r\n")}\r\n`;
    await dossier.write(file, draft.type === "correction-order" ? gb18030(text) : text);
  }
  dossier.note(file, draft, { pages, text: "text", case: of });
};

export const makeDossier04 = async (): Promise<void> => {
  const dossier = new Dossier("04-word-ofd-text", caseOf(facts));
  await dossier.begin();
  for (const [file, draft] of papers()) await write(dossier, file, draft);
  await write(dossier, "当场行政处罚决定书.docx", onTheSpot(), spotCase);
  await write(dossier, "当场处罚备案表.doc", spotRegister(), spotCase);
  dossier.plant({
    rule: "document/identifiers-valid",
    ...dossier.pagesOf("filing-approval"),
    what: "立案审批表的统一社会信用代码末位校验不符，与其他文书不同",
  });
  dossier.plant({
    rule: "document/sources-agree",
    ...dossier.pagesOf("filing-approval"),
    what: "立案审批表的统一社会信用代码与其他文书不同",
  });
  dossier.plant({
    rule: "document/law-cited-precisely",
    ...dossier.pagesOf("penalty-decision"),
    what: "2023年的决定仍引用修订前《行政处罚法》第五十一条第一项作为加处罚款依据",
  });
  dossier.plant({
    rule: "document/remedy-stated-correctly",
    ...dossier.pagesOf("on-the-spot-decision"),
    case: spotCase,
    what: "2024年的当场处罚没有写明应当先申请行政复议",
  });
  dossier.spare({
    rule: "execution/paid-or-pursued",
    ...dossier.pagesOf("payment-deferral"),
    what: "罚款经批准分三期缴纳，各期均按期缴清",
  });
  await dossier.finish();
};
