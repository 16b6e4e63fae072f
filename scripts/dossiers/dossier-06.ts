import { photo } from "./camera.js";
import { caseOf } from "./facts.js";
import { Dossier } from "./folder.js";
import { letter } from "./letters.js";
import type { Look } from "./look.js";
import { penaltyDecision, penaltyNotice } from "./notices.js";
import { sceneUri } from "./pictures.js";
import { printDay } from "./printed.js";
import { inspectionRecord, interviewRecord, photoPage } from "./records.js";
import { writeAvi, writeMkv, writeMp3, writeMp4 } from "./recordings.js";
import { serviceReceipt } from "./service.js";
import { oneSheet, type Cell } from "./workbook.js";
import { agency, facts, shop, seizure, lookOf } from "./dossier-06-facts.js";

/** A case with recordings: a seizure that nobody filmed, and recordings that contradict their ledger. */

const documents = async (look: Look, dossier: Dossier): Promise<void> => {
  const drafts = {
    "现场笔录.pdf": inspectionRecord(
      look,
      facts,
      { from: "2024-06-11T09:10", to: "2024-06-11T10:30", place: shop },
      {
        findings: [
          "1.店内货架陈列标注“速原”商标的机油滤清器64个；",
          "2.当事人现场不能提供进货票据；",
          "3.执法人员对上述商品予以扣押。",
        ],
        party: { name: "樊大勇" },
      },
    ),
    "实施行政强制措施决定书.pdf": letter(look, facts, {
      type: "coercion-decision",
      title: "实施行政强制措施决定书",
      number: seizure,
      on: "2024-06-11",
      fields: {
        kind: "扣押",
        from: printDay("2024-06-11", "plain"),
        to: printDay("2024-07-10", "plain"),
      },
      text: [
        "经查，你单位涉嫌销售侵犯注册商标专用权的商品。依据《中华人民共和国商标法》第六十二条第一款第四项的规定，我局决定对机油滤清器64个（详见（场所、设施、财物）清单）实施扣押。",
        "扣押期限为三十日，自2024年6月11日至2024年7月10日。",
        "如不服本决定，可以自收到本决定书之日起六十日内向朔原县人民政府申请行政复议，或者自收到本决定书之日起六个月内向朔原县人民法院提起行政诉讼。",
      ],
    }),
    "询问笔录.pdf": interviewRecord(
      look,
      facts,
      { from: "2024-06-14T15:00", to: "2024-06-14T15:50", place: "朔原县市场监督管理局执法大队" },
      {
        person: {
          name: "樊大勇",
          idNumber: facts.party.representativeId,
          sex: "男",
          age: 47,
          post: "法定代表人",
          phone: facts.party.phone,
          address: "朔原县北关大街61号",
        },
        qa: [
          "这批机油滤清器从哪里购进？",
          "从一个上门推销的人手里买的，没有票据。",
          "进价、售价各是多少？",
          "进价四十元，标价六十元，还没有卖出去。",
        ],
      },
    ),
    "现场照片.pdf": photoPage(look, facts, [
      {
        picture: await sceneUri("06-a"),
        shows: "货架上陈列的机油滤清器",
        at: "2024-06-11T09:25",
        place: shop,
        by: "丁一凡",
      },
    ]),
    "行政处罚告知书.pdf": penaltyNotice(look, facts, {
      on: "2024-07-02",
      defence: "五个工作日",
      contact: { name: "方寸", phone: "0990-5556100", address: "朔原县县府路8号" },
    }),
    "行政处罚决定书.pdf": penaltyDecision(look, facts, {
      on: "2024-07-12",
      filedOn: "2024-06-12",
      told: "我局于2024年7月3日送达《行政处罚告知书》，当事人在规定期限内未提出陈述、申辩。",
      reasons: "涉案商品尚未售出，当事人配合调查，属于较轻档次。",
      others: ["没收侵权的机油滤清器64个"],
    }),
    "送达回证.pdf": serviceReceipt(look, facts, {
      documents: [{ title: "行政处罚决定书", number: facts.numbers.decision }],
      at: "2024-07-16T11:10",
      place: shop,
      mode: "留置送达",
      recipient: null,
      left: {
        reason: "樊大勇拒绝签收，执法人员将决定书留置其住所，全程录像。",
        witnesses: ["北关社区居委会 钟鼓楼"],
      },
    }),
  };
  for (const [file, draft] of Object.entries(drafts)) await dossier.pdf(file, [{ draft, look }]);
};

const header = [
  "序号",
  "案件名称",
  "案号",
  "记录环节",
  "记录地点",
  "记录人",
  "设备编号",
  "记录开始时间",
  "记录结束时间",
  "时长(分钟)",
  "文件名",
  "上传日期",
  "备注",
];

const ledgerRow = (
  at: number,
  stage: string,
  from: string,
  to: string,
  minutes: number,
  file: string,
  uploaded: string,
): Cell[] => [
  at,
  `${facts.party.name}${facts.cause}案`,
  facts.numbers.decision,
  stage,
  stage === "询问" ? "执法大队询问室" : shop,
  "丁一凡",
  "DSJ-K9-017",
  from,
  to,
  minutes,
  file,
  uploaded,
  null,
];

const rows: readonly (readonly Cell[])[] = [
  header,
  ledgerRow(
    1,
    "现场检查",
    "2024-06-11 09:08",
    "2024-06-11 10:32",
    84,
    "20240611_检查.mp4",
    "2024-06-11",
  ),
  ledgerRow(
    2,
    "询问",
    "2024-06-14 14:58",
    "2024-06-14 15:52",
    54,
    "20240614_询问.mp3",
    "2024-06-14",
  ),
  ledgerRow(
    3,
    "权利人辨认",
    "2024-06-18 10:00",
    "2024-06-18 10:20",
    20,
    "20240618_辨认.avi",
    "2024-07-05",
  ),
  ledgerRow(
    4,
    "处罚告知书送达",
    "2024-07-03 09:30",
    "2024-07-03 09:41",
    11,
    "20240703_送达告知.mp4",
    "2024-07-03",
  ),
  ledgerRow(
    5,
    "处罚决定书送达",
    "2024-07-16 11:05",
    "2024-07-16 11:15",
    10,
    "20240716_留置送达.mkv",
    "2024-07-16",
  ),
];

const list: readonly (readonly Cell[])[] = [
  ["序号", "执法类别", "执法环节", "记录事项", "记录要求", "记录方式", "存储期限"],
  [1, "行政处罚", "调查取证", "现场检查", "可以", "录像", "1年"],
  [2, "行政处罚", "调查取证", "询问当事人", "可以", "录音", "1年"],
  [3, "行政强制", "实施", "查封、扣押财物", "应当", "录像", "长期"],
  [4, "行政处罚", "送达", "留置送达", "应当", "录像", "3年"],
];

const media = async (dossier: Dossier): Promise<void> => {
  const files: readonly (readonly [string, Uint8Array, string])[] = [
    [
      "20240611_检查.mp4",
      writeMp4(84 * 60, "2024-06-11T09:08:00"),
      "现场检查录像，84分钟，与台账相符",
    ],
    ["20240614_询问.mp3", writeMp3(12), "询问录音，12秒，台账记54分钟"],
    ["20240618_辨认.avi", writeAvi(20, 60, "2024-06-18T10:00:00"), "辨认录像，20分钟，与台账相符"],
    [
      "20240703_送达告知.mp4",
      writeMp4(11 * 60, "2024-07-09T16:20:00"),
      "送达录像，11分钟，文件创建于2024年7月9日",
    ],
    [
      "20240716_留置送达.mkv",
      writeMkv(600, "2024-07-16T11:05:00"),
      "留置送达录像，10分钟，与台账相符",
    ],
    [
      "P0611_0925.jpg",
      await photo("06-a", "2024-06-11T09:25:31", { north: 38.2041, east: 115.0312 }),
      "现场照片，拍摄时间与照片页相符",
    ],
    [
      "P0611_0931.jpg",
      await photo("06-b", "2024-06-13T17:02:10", { north: 38.2041, east: 115.0312 }),
      "文件名写6月11日，实际拍摄于6月13日",
    ],
  ];
  for (const [file, bytes, what] of files) await dossier.other(file, bytes, what);
};

const plantAll = (dossier: Dossier): void => {
  const ledger = { file: "音像记录台账.xlsx", page: null };
  dossier.plant({
    rule: "procedure/decision-matches-notice",
    ...dossier.pagesOf("penalty-decision"),
    what: "告知书只告知罚款，决定书另外没收侵权的机油滤清器",
  });
  dossier.plant({
    rule: "recording/audio-visual-present",
    file: "音像记录事项清单.xlsx",
    page: null,
    what: "清单要求查封、扣押应当录像，台账没有扣押的音像记录",
  });
  dossier.plant({
    rule: "recording/audio-visual-file-sound",
    ...ledger,
    what: "20240614_询问.mp3长12秒，台账记54分钟",
  });
  dossier.plant({
    rule: "recording/audio-visual-covers-act",
    ...ledger,
    what: "询问50分钟，录音只有12秒",
  });
  dossier.plant({
    rule: "recording/audio-visual-file-sound",
    ...ledger,
    what: "20240703_送达告知.mp4创建于2024年7月9日，台账记7月3日",
  });
  dossier.plant({
    rule: "recording/uploaded-in-time",
    ...ledger,
    what: "2024年6月18日的辨认录像7月5日才上传（期限由配置给出）",
  });
  dossier.plant({
    rule: "evidence/photos-described",
    file: "P0611_0931.jpg",
    page: null,
    what: "照片自身记录的拍摄时间是6月13日，不是检查当日6月11日",
  });
  dossier.spare({
    rule: "service/receipt-complete",
    ...dossier.pagesOf("service-receipt"),
    what: "留置送达，写明拒收情况，一名见证人签名，另有录像",
  });
};

export const makeDossier06 = async (): Promise<void> => {
  const dossier = new Dossier("06-recordings", caseOf(facts));
  await dossier.begin();
  await documents(await lookOf(), dossier);
  await media(dossier);
  await dossier.other(
    "音像记录台账.xlsx",
    await oneSheet("音像记录", `${agency}执法音像记录台账`, rows),
    "音像记录台账，五行",
  );
  await dossier.other(
    "音像记录事项清单.xlsx",
    await oneSheet("清单", `${agency}行政执法音像记录事项清单`, list),
    "本机关的音像记录事项清单",
  );
  plantAll(dossier);
  await dossier.finish();
};
