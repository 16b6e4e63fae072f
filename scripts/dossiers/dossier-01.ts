import { catalogue, closingApproval, type Entry } from "./closing.js";
import {
  collectiveDiscussion,
  investigationReport,
  legalReview,
  penaltyApproval,
  reviewPoints,
} from "./deciding.js";
import { evidenceCopy, licenceCopy } from "./copies.js";
import { caseOf } from "./facts.js";
import { filingApproval } from "./filing.js";
import { Dossier, type Piece } from "./folder.js";
import { letter } from "./letters.js";
import { feet, type Look } from "./look.js";
import { correctionOrder, penaltyDecision, penaltyNotice } from "./notices.js";
import { sceneUri } from "./pictures.js";
import { inspectionRecord, interviewRecord, photoPage } from "./records.js";
import { paymentVoucher, serviceReceipt, waiver } from "./service.js";
import { agency, facts, photosAt, contact, qa, lookOf } from "./dossier-01-facts.js";

/** A clean dossier of the emergency bureau: every document a PDF of its own, nothing wrong with any. */

const reasons =
  "当事人系首次实施该违法行为，能够配合调查并在限期内整改完毕，不具有从重、从轻、减轻处罚情形，符合裁量权基准规定的一般情形。";

const pieces = async (look: Look): Promise<readonly (readonly [file: string, Piece])[]> => {
  const drafts = [
    [
      "立案审批表",
      filingApproval(look, facts, {
        clue: "2024-03-05",
        proposed: "2024-03-06",
        filed: "2024-03-07",
      }),
    ],
    [
      "现场检查笔录",
      inspectionRecord(
        look,
        facts,
        { from: "2024-03-05T09:20", to: "2024-03-05T10:40", place: photosAt },
        {
          findings: [
            "1.该单位安全管理科存放的2024年新进员工安全生产教育和培训档案共12份，每份均记载培训24学时、考核合格；",
            "2.随机抽取5份档案，所附考核试卷笔迹相同，未见签到记录；",
            "3.现场询问新进员工3人，均表示未参加考试。执法人员对上述档案进行了复印，并拍摄照片2张。",
          ],
          party: { name: "顾延年" },
        },
      ),
    ],
    [
      "询问笔录（顾延年）",
      interviewRecord(
        look,
        facts,
        { from: "2024-03-11T14:05", to: "2024-03-11T15:10", place: "云岫市应急管理局询问室" },
        {
          person: {
            name: "顾延年",
            idNumber: facts.party.representativeId,
            sex: "男",
            age: 48,
            post: "法定代表人",
            phone: facts.party.phone,
            address: "云岫市栖梧区石桥里3号",
          },
          qa,
        },
      ),
    ],
    [
      "现场照片",
      photoPage(look, facts, [
        {
          picture: await sceneUri("01-a"),
          shows: "安全管理科存放的新进员工培训档案",
          at: "2024-03-05T09:48",
          place: photosAt,
          by: "陆知行",
        },
        {
          picture: await sceneUri("01-b"),
          shows: "五份考核试卷笔迹相同",
          at: "2024-03-05T10:02",
          place: photosAt,
          by: "陆知行",
        },
      ]),
    ],
    [
      "营业执照",
      licenceCopy(look, facts, {
        on: "2024-03-11",
        since: "2011-08-16",
        business: "通用机械零部件加工、销售",
      }),
    ],
    [
      "培训档案复印件",
      evidenceCopy(look, facts, {
        name: "安全生产教育和培训档案（2024年1月至2月新进员工）",
        shows: "新进员工培训学时、考核结果记载不实",
        on: "2024-03-05",
        table: [
          ["姓名", "入职日期", "培训学时", "考核结果"],
          ["员工甲", "2024.1.8", "24", "合格"],
          ["员工乙", "2024.1.8", "24", "合格"],
          ["员工丙", "2024.1.22", "24", "合格"],
          ["员工丁", "2024.2.19", "24", "合格"],
          ["员工戊", "2024.2.19", "24", "合格"],
        ],
      }),
    ],
    [
      "责令限期整改指令书",
      correctionOrder(look, facts, {
        on: "2024-03-05",
        by: "2024-04-02",
        demands: [
          "对2024年1月至2月新进的12名员工重新组织安全生产教育和培训，如实记录培训时间、内容、参加人员以及考核结果。",
        ],
      }),
    ],
    [
      "案件调查终结报告",
      investigationReport(look, facts, {
        on: "2024-03-20",
        filedOn: "2024-03-07",
        course:
          "2024年3月5日，执法人员对当事人进行现场检查并下达责令限期整改指令书；2024年3月11日，对法定代表人顾延年进行询问。",
        reasons,
      }),
    ],
    [
      "整改复查意见书",
      letter(look, facts, {
        type: "recheck-record",
        title: "整改复查意见书",
        number: "（云岫）应急复查〔2024〕21号",
        on: "2024-04-02",
        text: [
          "我局于2024年3月5日对你单位下达了《责令限期整改指令书》（（云岫）应急责改〔2024〕23号）。2024年4月2日，经复查，提出意见如下：",
          "你单位已对12名新进员工重新组织安全生产教育和培训，培训时间、内容、参加人员以及考核结果均已如实记录，整改完毕。",
          "复查人员：沈砚秋（证号：99010600123）、陆知行（证号：99010600145）。",
        ],
      }),
    ],
    [
      "法制审核意见书",
      legalReview(look, facts, {
        number: "（云岫）应急法审〔2024〕6号",
        submitted: "2024-03-22",
        on: "2024-03-26",
        reviewer: "秦若谷",
        head: "卫长歌",
        conclusion: "同意拟作出的行政处罚意见。",
        points: reviewPoints("《云岫市安全生产行政处罚裁量权基准》"),
      }),
    ],
    [
      "行政处罚事先告知书",
      penaltyNotice(look, facts, { on: "2024-03-28", defence: "五个工作日", contact }),
    ],
    [
      "送达回证（指令书）",
      serviceReceipt(look, facts, {
        documents: [{ title: "责令限期整改指令书", number: facts.numbers.correction }],
        at: "2024-03-05T11:05",
        place: facts.party.address,
        mode: "直接送达",
        recipient: "顾延年",
      }),
    ],
    [
      "放弃陈述申辩权利声明",
      waiver(look, facts, { on: "2024-03-29", received: "2024-03-28", hearing: false }),
    ],
    [
      "集体讨论记录",
      collectiveDiscussion(look, facts, {
        span: {
          from: "2024-04-08T09:00",
          to: "2024-04-08T09:50",
          place: "云岫市应急管理局三楼会议室",
        },
        chair: "宋怀瑾",
        recorder: "祝青禾",
        attendees: [
          { name: "宋怀瑾", post: "局长" },
          { name: "闻人杰", post: "副局长" },
          { name: "裴听澜", post: "副局长" },
        ],
        said: [
          ["闻人杰", "事实清楚，证据充分，裁量符合一般情形，同意罚款二万元。"],
          ["裴听澜", "程序合法，当事人已整改并放弃陈述申辩，同意。"],
          ["宋怀瑾", "同意以上意见。"],
        ],
        conclusion: "一致同意对当事人处罚款人民币贰万元整（¥20,000.00）的行政处罚。",
      }),
    ],
    [
      "行政处罚决定审批表",
      penaltyApproval(look, facts, {
        proposed: "2024-04-08",
        on: "2024-04-09",
        defence: "当事人书面放弃陈述、申辩权利。",
      }),
    ],
    [
      "行政处罚决定书",
      penaltyDecision(look, facts, {
        on: "2024-04-10",
        filedOn: "2024-03-07",
        told: "我局于2024年3月28日向你单位送达了《行政处罚事先告知书》（（云岫）应急告〔2024〕9号），你单位于2024年3月29日书面声明放弃陈述、申辩权利。",
        reasons,
      }),
    ],
    [
      "送达回证（决定书、缴款通知书）",
      serviceReceipt(look, facts, {
        documents: [
          { title: "行政处罚决定书", number: facts.numbers.decision },
          { title: "非税收入缴款通知书", number: "（云岫）应急缴〔2024〕8号" },
        ],
        at: "2024-04-11T15:30",
        place: "云岫市应急管理局办公室",
        mode: "直接送达",
        recipient: "顾延年",
      }),
    ],
    [
      "送达回证（告知书）",
      serviceReceipt(look, facts, {
        documents: [{ title: "行政处罚事先告知书", number: facts.numbers.notice }],
        at: "2024-03-28T10:15",
        place: facts.party.address,
        mode: "直接送达",
        recipient: "顾延年",
      }),
    ],
    [
      "缴款凭证",
      paymentVoucher({ ...look, foot: feet.none }, facts, {
        on: "2024-04-18",
        serial: "9901240418000731",
      }),
    ],
    [
      "结案审批表",
      closingApproval(look, facts, {
        filedOn: "2024-03-07",
        decidedOn: "2024-04-10",
        performance: "当事人已于2024年4月18日足额缴纳罚款20000元，票据号9901240418000731。",
        correction: "责令整改事项已于2024年4月2日整改完毕。",
        proposed: "2024-04-24",
        on: "2024-04-25",
      }),
    ],
  ] as const;
  return drafts.map(([name, draft], i) => [
    `${String(i + 2).padStart(2, "0")}-${name}.pdf`,
    { draft, look },
  ]);
};

const entriesOf = (
  files: readonly (readonly [string, Piece])[],
  pages: readonly number[],
): Entry[] => {
  let next = 1;
  return files.map(([file, { draft }], i) => {
    const from = next;
    next += pages[i] ?? 1;
    const entry: Entry = {
      title: file.slice(3, -4),
      by: agency,
      pages: next - from === 1 ? String(from) : `${from}-${next - 1}`,
    };
    const number = draft.fields["number"];
    const date = draft.fields["date"];
    if (number && !Array.isArray(number)) entry.number = String(number.value);
    if (date && !Array.isArray(date)) entry.on = String(date.value);
    return entry;
  });
};

export const makeDossier01 = async (): Promise<void> => {
  const dossier = new Dossier("01-clean", caseOf(facts));
  await dossier.begin();
  const look = await lookOf();
  const files = await pieces(look);
  const pages: number[] = [];
  for (const [file, piece] of files) pages.push(await dossier.pdf(file, [piece]));
  await dossier.pdf("01-卷内目录.pdf", [{ draft: catalogue(look, entriesOf(files, pages)), look }]);
  await dossier.finish();
};
