import { catalogue, closingApproval, cover, endNote, type Entry } from "./closing.js";
import { agency, facts, lookOf, third } from "./dossier-03-facts.js";
import {
  decisionPapers,
  evidencePapers,
  firstPapers,
  lastPapers,
  photoPapers,
  procedurePapers,
  type Paper,
} from "./dossier-03-papers.js";
import { caseOf } from "./facts.js";
import { blank, Dossier, type Piece } from "./folder.js";
import { pageOf, type Look } from "./look.js";
import { countPages } from "./pdf.js";
import { printPdf } from "./print.js";

/** A merged dossier: one PDF from cover to closing note, its printed page numbers behind the PDF's. */

const file = "青环罚决字〔2024〕13号案卷.pdf";
const scan = { jpeg: 30, tilt: 0.7, noise: 6, dpi: 110 };

const papersOf = async (look: Look): Promise<readonly Paper[]> => [
  ...decisionPapers(look),
  ...firstPapers(look),
  ...(await photoPapers(look)),
  ...evidencePapers(look),
  ...procedurePapers(look),
  ...lastPapers(look),
  {
    draft: closingApproval(look, facts, {
      filedOn: "2024-03-18",
      decidedOn: "2024-05-23",
      performance: "当事人已于2024年6月11日足额缴纳罚款260000元。",
      correction: "当事人已于2024年5月20日完成环境保护设施竣工验收。",
      proposed: "2024-06-24",
      on: "2024-06-25",
    }),
  },
];

/** One entry a paper, the photos together; with the paper that is not there and the wrong page. */
const entriesOf = (papers: readonly Paper[], counts: readonly number[]): Entry[] => {
  const entries: Entry[] = [];
  let next = 1;
  papers.forEach(({ draft }, i) => {
    const from = next;
    next += counts[i] ?? 1;
    const title = (draft.title ?? "身份证复印件").replaceAll("　", "");
    const before = entries.at(-1);
    if (draft.type === "evidence-photos" && before?.title === title) {
      before.pages = `${before.pages.split("-")[0] ?? ""}-${next - 1}`;
      return;
    }
    const wrong = draft.type === "test-report" ? 3 : 0;
    const entry: Entry = {
      title,
      by: draft.type === "hearing-request" ? facts.party.name : agency,
      pages: String(from + wrong),
    };
    const number = draft.fields["number"];
    const date = draft.fields["date"];
    if (number && !Array.isArray(number)) entry.number = String(number.value);
    if (date && !Array.isArray(date)) entry.on = String(date.value);
    entries.push(entry);
    if (draft.type === "identity-document" && draft.title === null) {
      entries.push({
        title: "环境影响报告表批复",
        by: "望溪县行政审批局",
        on: "2022-09-14",
        pages: String(next),
      });
    }
  });
  return entries;
};

const plantAll = (dossier: Dossier): void => {
  const entries = dossier.pagesOf("dossier-catalogue");
  dossier.plant({
    rule: "recording/catalogue-matches-dossier",
    ...entries,
    what: "卷内文件目录列有环境影响报告表批复，卷内没有",
  });
  dossier.plant({
    rule: "recording/catalogue-matches-dossier",
    ...entries,
    what: "卷内文件目录所列监测报告的页号比实际大3",
  });
  const foreman = dossier.pagesOf("interview-record", third.name);
  dossier.plant({
    rule: "recording/interview-times-plausible",
    ...foreman,
    what: "贺兰亭2024年3月20日14时00分至15时20分、14时50分至15时40分同时询问两人",
  });
  dossier.plant({
    rule: "recording/officer-in-two-places",
    ...foreman,
    what: "贺兰亭同一时间在局询问室和当事人会议室",
  });
  dossier.plant({
    rule: "procedure/hearing-held-properly",
    ...dossier.pagesOf("hearing-report"),
    what: "举行了听证，卷内没有听证笔录",
  });
  dossier.spare({
    rule: "recording/document-signed",
    ...dossier.pagesOf("inspection-record"),
    what: "当事人拒绝签名，笔录注明情况，有两名见证人签名",
  });
  dossier.spare({
    rule: "execution/paid-or-pursued",
    ...dossier.pagesOf("payment-voucher"),
    what: "2024年5月24日送达，第十五日6月8日为端午假期首日，顺延至6月11日，当日缴款",
  });
  dossier.spare({
    rule: "procedure/decision-matches-notice",
    ...dossier.pagesOf("penalty-decision"),
    what: "告知拟罚二十八万元，听证后减为二十六万元并说明理由",
  });
};

export const makeDossier03 = async (): Promise<void> => {
  const dossier = new Dossier("03-merged", caseOf(facts));
  await dossier.begin();
  const look = await lookOf();
  const small = { ...look, size: 14 };
  const papers = await papersOf(look);
  const counts: number[] = [];
  for (const { draft } of papers)
    counts.push(await countPages(await printPdf(pageOf(look, draft.html))));
  const pages = counts.reduce((sum, count) => sum + count, 0);
  const entries = catalogue(small, entriesOf(papers, counts));
  const front = cover(look, facts, {
    filedOn: "2024-03-18",
    closedOn: "2024-06-25",
    archivedOn: "2024-07-10",
    result: "罚款贰拾陆万元",
    years: "30年",
    pages,
  });
  const note = endNote(look, {
    by: "杜若",
    checker: "任疏影",
    on: "2024-07-10",
    pages,
    note: "附执法记录仪视频光盘1张。",
  });
  const pieces: (Piece | typeof blank)[] = [front, entries].map((draft) => ({
    draft,
    look: small,
  }));
  for (const { draft, scanned } of papers) {
    pieces.push({ draft, look, ...(scanned ? { scan } : {}) });
    if (draft.type === "hearing-request") pieces.push(blank);
  }
  const unnumbered = (await countPages(await printPdf(pageOf(small, entries.html)))) + 1;
  await dossier.pdf(file, [...pieces, { draft: note, look }], unnumbered + 1);
  plantAll(dossier);
  await dossier.finish();
};
