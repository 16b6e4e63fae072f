import { type Draft, escapeHtml } from "./draft.js";
import type { CaseFacts } from "./facts.js";
import { partyCells } from "./filing.js";
import { begin, box, day, form, head, number, paragraphs, row, signedOn, yuan } from "./layout.js";
import type { Look } from "./look.js";

/** 结案审批表 */
export const closingApproval = (
  look: Look,
  facts: CaseFacts,
  more: {
    filedOn: string;
    decidedOn: string;
    performance: string;
    correction: string;
    proposed: string;
    on: string;
  },
): Draft => {
  const draft = begin(look, "closing-approval", "结案审批表");
  const party = partyCells(draft, facts);
  const [first, second] = facts.officers;
  const rows = [
    row(["案由", draft.put("cause", facts.cause)]),
    row(party.name),
    row(
      ["立案日期", draft.put("filedOn", day(look, more.filedOn))],
      ["处罚日期", draft.put("decidedOn", day(look, more.decidedOn))],
    ),
    row(["决定书文号", draft.put("decisionNumber", number(look, facts.numbers.decision))]),
    row(["处罚内容", `罚款${draft.put("fine", yuan(look, facts.fine))}`]),
    box("执行情况", paragraphs(draft.put("performance", more.performance), more.correction)),
    box(
      "承办人意见",
      `${paragraphs("处罚决定已执行完毕，建议结案。")}${signedOn(look, draft, "handler", first.name, more.proposed)}${signedOn(look, draft, "handler", second.name, more.proposed)}`,
    ),
    box(
      "承办机构意见",
      `${paragraphs("同意结案。")}${signedOn(look, draft, "unit-head", facts.unitHead, more.proposed)}`,
    ),
    box(
      "负责人审批意见",
      `${paragraphs("同意结案。")}${signedOn(look, draft, "leader", facts.leader, more.on)}`,
    ),
  ];
  draft.put("closedOn", day(look, more.on));
  draft.html = head(look, draft) + form(look, rows);
  return draft;
};

export interface Entry {
  title: string;
  number?: string;
  on?: string;
  by: string;
  pages: string;
  remark?: string;
}

/** 卷内目录 */
export const catalogue = (look: Look, entries: readonly Entry[]): Draft => {
  const draft = begin(look, "dossier-catalogue", "卷内目录");
  const cells = (entry: Entry, i: number): string[] => [
    String(i + 1),
    entry.number ? number(look, entry.number).printed : "",
    entry.by,
    draft.add("entries", entry.title),
    entry.on ? day(look, entry.on).printed : "",
    draft.add("entryPages", entry.pages),
    entry.remark ?? "",
  ];
  const header = ["序号", "文号", "责任者", "题名", "日期", "页号", "备注"];
  draft.html = `${head(look, draft)}<table class="catalogue"><thead><tr>${header.map((text) => `<td>${text}</td>`).join("")}</tr></thead>${entries
    .map(
      (entry, i) =>
        `<tr>${cells(entry, i)
          .map((text) => `<td>${text}</td>`)
          .join("")}</tr>`,
    )
    .join("")}</table>`;
  return draft;
};

/** 卷宗封面 */
export const cover = (
  look: Look,
  facts: CaseFacts,
  more: {
    filedOn: string;
    closedOn: string;
    archivedOn: string;
    result: string;
    years: string;
    pages: number;
  },
): Draft => {
  const draft = begin(look, "dossier-cover", "卷宗封面");
  const rows = [
    row(["案件名称", draft.put("caseName", `${facts.party.name}${facts.cause}案`)]),
    row(["案号", draft.put("number", number(look, facts.numbers.decision))]),
    row(["当事人", draft.put("party", facts.party.name)]),
    row(["处理结果", escapeHtml(more.result)]),
    row(
      ["立案日期", draft.put("filedOn", day(look, more.filedOn))],
      ["结案日期", draft.put("closedOn", day(look, more.closedOn))],
    ),
    row(
      ["归档日期", draft.put("archivedOn", day(look, more.archivedOn))],
      ["保管期限", draft.put("retention", more.years)],
    ),
    row(["页数", draft.put("pageCount", `${more.pages}`)]),
  ];
  draft.html = `<div style="padding-top:90pt">${head(look, draft)}<br><br>${form(look, rows)}</div>`;
  return draft;
};

/** 备考表 */
export const endNote = (
  look: Look,
  more: { by: string; checker: string; on: string; pages: number; note: string },
): Draft => {
  const draft = begin(look, "dossier-note", "卷内备考表");
  draft.html =
    head(look, draft) +
    paragraphs(`本卷共${draft.put("pageCount", String(more.pages))}页。`, more.note) +
    `<p class="right">立卷人：${draft.sign("archivist", more.by, more.on)}</p><p class="right">检查人：${draft.sign("reviewer", more.checker, more.on)}</p><p class="right">${draft.put("date", day(look, more.on))}</p>`;
  return draft;
};
