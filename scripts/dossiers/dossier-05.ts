import { closingApproval } from "./closing.js";
import { culture, cultureLook, health, healthLook, water, waterLook } from "./dossier-05-facts.js";
import { caseOf } from "./facts.js";
import { filingApproval } from "./filing.js";
import { Dossier, type Piece } from "./folder.js";
import { feet, pageOf } from "./look.js";
import { writeNamedFont } from "./named-font.js";
import { penaltyDecision, penaltyNotice } from "./notices.js";
import { appendPdf, newPdf, savePdf } from "./pdf.js";
import { linesOf } from "./plain-text.js";
import { printPdf } from "./print.js";
import { inspectionRecord } from "./records.js";
import { paymentVoucher, serviceReceipt } from "./service.js";
import { oneSheet, type Cell } from "./workbook.js";

/** Everything in one folder: three cases under telling and untelling names, a ledger, a paper of no case. */

const contact = { name: "苗圃", phone: "0990-5555100", address: "临溪县城关镇县府街1号" };

const waterFiles = (): readonly (readonly [string, Piece["draft"]])[] => [
  [
    "临水罚决〔2023〕11号 行政处罚决定书.pdf",
    penaltyDecision(waterLook, water, {
      on: "2023-09-28",
      filedOn: "2023-09-06",
      told: "我局于2023年9月14日送达《行政处罚事先告知书》，当事人在五个工作日内未提出陈述、申辩。",
      reasons: "当事人主动清运完毕，属于裁量基准规定的较轻情形。",
    }),
  ],
  [
    "扫描件0007.pdf",
    serviceReceipt(waterLook, water, {
      documents: [{ title: "行政处罚决定书", number: water.numbers.decision }],
      at: "2023-10-10",
      place: water.party.address,
      mode: "直接送达",
      recipient: "蒋石柱",
    }),
  ],
  [
    "IMG_2023_1.pdf",
    inspectionRecord(
      waterLook,
      water,
      { from: "2023-09-05T14:20", to: "2023-09-05T15:05", place: "柳渡河右岸河沿村段" },
      {
        findings: ["柳渡河右岸河道管理范围内堆放砂石料一处，长约26米、宽约10米、高约1米。"],
        party: { name: "蒋石柱" },
      },
    ),
  ],
  [
    "告知.pdf",
    penaltyNotice(waterLook, water, { on: "2023-09-13", defence: "五个工作日", contact }),
  ],
  [
    "送达2.pdf",
    serviceReceipt(waterLook, water, {
      documents: [{ title: "行政处罚事先告知书", number: water.numbers.notice }],
      at: "2023-09-14",
      place: water.party.address,
      mode: "直接送达",
      recipient: "蒋石柱",
    }),
  ],
];

const healthFiles = (): readonly (readonly [string, Piece["draft"]])[] => [
  [
    "美容店立案.pdf",
    filingApproval(healthLook, health, {
      clue: "2023-10-12",
      proposed: "2023-10-12",
      filed: "2023-10-13",
    }),
  ],
  [
    "新建文档(3).pdf",
    penaltyDecision(healthLook, health, {
      on: "2023-11-02",
      filedOn: "2023-10-13",
      told: "我局于2023年10月20日告知当事人拟作出的行政处罚，当事人未在三日内陈述、申辩。",
      reasons: "当事人系首次违法。",
      others: ["警告"],
    }),
  ],
  [
    "17号结案.pdf",
    closingApproval(healthLook, health, {
      filedOn: "2023-10-13",
      decidedOn: "2023-11-02",
      performance: "当事人于2023年11月9日缴纳罚款500元。",
      correction: "已改正。",
      proposed: "2023-11-20",
      on: "2023-11-21",
    }),
  ],
];

const cultureFiles = (): readonly (readonly [string, Piece["draft"]])[] => [
  [
    "极光网吧处罚决定书（终稿）.pdf",
    penaltyDecision(cultureLook, culture, {
      on: "2023-09-22",
      filedOn: "2023-08-21",
      told: "我局于2023年9月8日送达《行政处罚意见告知书》，当事人未提出陈述、申辩。",
      reasons: "当事人一年内首次实施该行为，属于裁量基准规定的一般情形。",
      others: ["警告"],
    }),
  ],
  [
    "a4.pdf",
    serviceReceipt(cultureLook, culture, {
      documents: [{ title: "行政处罚决定书", number: culture.numbers.decision }],
      at: "2023-10-08T10:30",
      place: culture.party.address,
      mode: "留置送达",
      recipient: null,
      left: {
        reason: "受送达人的法定代表人向晚拒绝签收，说明情况后将文书留在其营业场所。",
        witnesses: ["学府社区居委会 严冬梅", "学府社区居委会 季春来"],
      },
      remark: "送达过程已录像。",
    }),
  ],
  [
    "缴款.pdf",
    paymentVoucher({ ...cultureLook, foot: feet.none }, culture, {
      on: "2023-10-23",
      serial: "9904231023000417",
    }),
  ],
];

const ledger: readonly (readonly Cell[])[] = [
  [
    "序号",
    "处罚机关",
    "决定书文号",
    "当事人",
    "统一社会信用代码",
    "案由",
    "立案日期",
    "处罚决定日期",
    "罚款金额（元）",
    "送达日期",
    "承办人",
  ],
  [
    1,
    "临溪县水利局",
    water.numbers.decision,
    water.party.name,
    water.party.code,
    water.cause,
    "2023-09-06",
    "2023-09-28",
    19_000,
    "2023-10-10",
    "汪清源、苗圃",
  ],
  [
    2,
    "临溪县卫生健康局",
    health.numbers.decision,
    health.party.name,
    health.party.code,
    health.cause,
    "2023-10-13",
    "2023-11-12",
    500,
    null,
    "杜衡、白芷",
  ],
  [
    3,
    "临溪县文化和旅游局",
    culture.numbers.decision,
    "临溪县极光网络服务有限公司",
    culture.party.code,
    culture.cause,
    "2023-08-21",
    "2023-09-22",
    6000,
    "2023-10-08",
    "路遥知、马到成",
  ],
];

const memo = `<h1>关于召开全县行政执法案卷评查工作会议的通知</h1><p class="flat">各乡镇人民政府，县直各行政执法部门：</p><p>定于2023年11月30日9时在县政府二楼会议室召开全县行政执法案卷评查工作会议，请各单位法制机构负责人准时参加，并于11月28日前报送本年度行政处罚案件台账。</p><div class="close"><p>临溪县司法局</p><p>2023年11月21日</p></div>`;

const plantAll = (dossier: Dossier): void => {
  const file = "行政处罚案件台账.xlsx";
  const differ = (of: string, what: string): void => {
    dossier.plant({ rule: "document/sources-agree", case: of, file, page: null, what });
  };
  differ(caseOf(water), "台账罚款19000元，决定书9000元");
  differ(caseOf(health), "台账决定日期2023-11-12，决定书2023年11月2日");
  differ(caseOf(culture), "台账当事人为临溪县极光网络服务有限公司，文书为临溪县极光网吧");
  dossier.plant({
    rule: "document/number-well-formed",
    case: caseOf(health),
    ...dossier.pagesOf("penalty-decision", health.numbers.decision),
    what: "决定书文号年份用方头括号，编号前加零",
  });
  dossier.plant({
    rule: "document/number-well-formed",
    case: caseOf(culture),
    ...dossier.pagesOf("penalty-decision", culture.numbers.decision),
    what: "决定书文号年份用圆括号",
  });
  dossier.spare({
    rule: "service/receipt-complete",
    case: caseOf(culture),
    ...dossier.pagesOf("service-receipt", culture.numbers.decision),
    what: "拒绝签收，留置送达，写明理由，两名见证人签名并录像",
  });
  dossier.spare({
    rule: "service/served-in-time",
    case: caseOf(culture),
    ...dossier.pagesOf("service-receipt", culture.numbers.decision),
    what: "2023年9月22日决定，10月8日送达：其间中秋国庆放假，10月7日、8日上班，为第六个工作日",
  });
  dossier.spare({
    rule: "service/served-in-time",
    case: caseOf(water),
    ...dossier.pagesOf("service-receipt", water.numbers.decision),
    what: "2023年9月28日决定，10月10日送达：其间放假八天，为第四个工作日",
  });
};

export const makeDossier05 = async (): Promise<void> => {
  const dossier = new Dossier("05-everything-in-one-folder", null);
  await dossier.begin();
  const groups = [
    { files: waterFiles(), look: waterLook, of: caseOf(water) },
    { files: healthFiles(), look: healthLook, of: caseOf(health) },
    { files: cultureFiles(), look: cultureLook, of: caseOf(culture) },
  ];
  for (const { files, look, of } of groups) {
    for (const [file, draft] of files) await dossier.pdf(file, [{ draft, look, case: of }]);
  }
  const notice = penaltyNotice(healthLook, health, {
    on: "2023-10-20",
    defence: "三日",
    contact: { ...contact, name: "白芷" },
  });
  const pdf = await newPdf();
  writeNamedFont(pdf, notice.title ?? "", linesOf(notice.html));
  await dossier.write("doc20231020.pdf", await savePdf(pdf));
  dossier.note("doc20231020.pdf", notice, {
    pages: [1, pdf.getPageCount()],
    text: "text",
    case: caseOf(health),
  });
  const other = await newPdf();
  await appendPdf(other, await printPdf(pageOf(waterLook, memo)));
  await dossier.other("会议通知.pdf", await savePdf(other), "会议通知，不属于任何案件");
  await dossier.other(
    "行政处罚案件台账.xlsx",
    await oneSheet("案件", "临溪县2023年行政处罚案件台账", ledger),
    "台账，三行，各有一处与文书不同",
  );
  plantAll(dossier);
  await dossier.finish();
};
