import type { Draft } from "./draft.js";
import type { CaseFacts } from "./facts.js";
import { officerPairs, partyCells } from "./filing.js";
import { begin, box, day, form, head, paragraphs, row, signedOn, yuan } from "./layout.js";
import type { Look } from "./look.js";
import { printEnd, printMoment } from "./printed.js";
import type { Span } from "./records.js";

/** 案件调查终结报告, in running text. */
export const investigationReport = (
  look: Look,
  facts: CaseFacts,
  more: { on: string; filedOn: string; reasons: string; course: string },
): Draft => {
  const draft = begin(look, "investigation-report", "案件调查终结报告");
  const { party, officers } = facts;
  const [first, second] = officers;
  const chapter = (text: string): string => `<p><b>${text}</b></p>`;
  draft.html =
    head(look, draft) +
    paragraphs(
      `案由：${draft.put("cause", facts.cause)}`,
      `案件来源：${facts.source}，${draft.put("filedOn", day(look, more.filedOn))}立案。`,
      `调查人：${officerPairs(draft, [first, second])}`,
    ) +
    chapter("一、当事人基本情况") +
    paragraphs(
      `${draft.put("party", party.name)}，统一社会信用代码：${draft.put("creditCode", party.code)}，${party.kind === "trader" ? "经营者" : "法定代表人"}：${party.representative}，住所：${party.address}。`,
    ) +
    chapter("二、调查经过") +
    paragraphs(more.course) +
    chapter("三、违法事实") +
    paragraphs(...facts.story) +
    chapter("四、证据材料") +
    paragraphs(...facts.evidence.map((item, i) => `（${i + 1}）${draft.add("evidence", item)}。`)) +
    chapter("五、案件性质、自由裁量的事实和理由") +
    paragraphs(
      `当事人的行为违反了${draft.put("breached", facts.breached)}的规定。${more.reasons}`,
    ) +
    chapter("六、处理建议") +
    paragraphs(
      `依据${draft.put("penaltyLaw", facts.penaltyLaw)}的规定，参照${facts.benchmark}，建议对当事人处以罚款${draft.put("fine", yuan(look, facts.fine))}的行政处罚。`,
    ) +
    `<p class="right">调查人（签名）：${draft.sign("handler", first.name, more.on)}　${draft.sign("handler", second.name, more.on)}</p>` +
    `<p class="right">${draft.put("date", day(look, more.on))}</p>`;
  return draft;
};

export interface ReviewMore {
  number?: string;
  submitted: string;
  on: string;
  reviewer: string;
  head: string;
  conclusion: string;
  /** What the reviewer says of each point; without it the opinion says too little. */
  points: readonly string[];
}

/** 法制审核意见书 */
export const legalReview = (look: Look, facts: CaseFacts, more: ReviewMore): Draft => {
  const draft = begin(look, "legal-review-opinion", "法制审核意见书");
  const party = partyCells(draft, facts);
  const rows = [
    row(["案件名称", draft.put("caseName", `${facts.party.name}${facts.cause}案`)]),
    row(party.name),
    row(
      ["承办人", officerPairs(draft, facts.officers.slice(0, 2))],
      ["送审日期", draft.put("submittedOn", day(look, more.submitted))],
    ),
    row(["拟处罚意见", `罚款${draft.put("fine", yuan(look, facts.fine))}`]),
    box("审核内容", paragraphs(...more.points)),
    box(
      "审核意见",
      `${paragraphs(draft.put("conclusion", more.conclusion))}<p class="flat">审核人：</p>${signedOn(look, draft, "reviewer", more.reviewer, more.on)}`,
    ),
    box(
      "审核机构意见",
      `${paragraphs("同意审核意见。")}${signedOn(look, draft, "review-head", more.head, more.on)}`,
    ),
  ];
  draft.put("date", day(look, more.on));
  draft.html = head(look, draft, more.number) + form(look, rows);
  return draft;
};

/** What a full legal review speaks of. */
export const reviewPoints = (benchmark: string): readonly string[] => [
  "1.执法主体合法，执法人员具备执法资格；本案属于本机关管辖，未超越法定权限。",
  "2.案件事实清楚，证据合法充分。",
  `3.适用法律、法规、规章准确，裁量符合${benchmark}，裁量适当。`,
  "4.程序合法，执法人员已出示证件、告知权利，立案、调查取证均有记录。",
  "5.执法文书完备、规范。",
  "6.违法行为不涉嫌犯罪，不需要移送司法机关。",
];

export interface DiscussionMore {
  span: Span;
  chair: string;
  attendees: readonly { name: string; post: string }[];
  recorder: string;
  said: readonly (readonly [name: string, text: string])[];
  conclusion: string;
}

/** 案件集体讨论记录 */
export const collectiveDiscussion = (look: Look, facts: CaseFacts, more: DiscussionMore): Draft => {
  const draft = begin(look, "collective-discussion", "案件集体讨论记录");
  const on = more.span.from.slice(0, 10);
  const rows = [
    row(["案件名称", draft.put("caseName", `${facts.party.name}${facts.cause}案`)]),
    row([
      "讨论时间",
      `${draft.put("startedAt", printMoment(more.span.from))}至${draft.put("endedAt", printEnd(more.span.to))}`,
    ]),
    row(
      ["讨论地点", draft.put("place", more.span.place)],
      ["主持人", draft.put("chair", more.chair)],
    ),
    row(["汇报人", facts.officers[0].name], ["记录人", draft.put("recorder", more.recorder)]),
    row([
      "出席人员",
      more.attendees
        .map(({ name, post }) => `${draft.add("attendees", name)}（${post}）`)
        .join("、"),
    ]),
  ];
  draft.html =
    head(look, draft) +
    form(look, rows) +
    paragraphs(
      `案情介绍：${facts.officers[0].name}汇报：${facts.story.join("")}`,
      "讨论记录：",
      ...more.said.map(([name, text]) => `${name}：${text}`),
      `结论性意见：${draft.put("conclusion", more.conclusion)}`,
    ) +
    `<p class="flat">出席人员签名：${more.attendees.map(({ name }) => draft.sign("attendee", name, on)).join("　")}</p>` +
    `<p class="right">${draft.put("date", day(look, on))}</p>`;
  return draft;
};

/** 行政处罚决定审批表 */
export const penaltyApproval = (
  look: Look,
  facts: CaseFacts,
  more: { proposed: string; on: string; defence: string },
): Draft => {
  const draft = begin(look, "penalty-approval", "行政处罚决定审批表");
  const party = partyCells(draft, facts);
  const [first, second] = facts.officers;
  const rows = [
    row(["案由", draft.put("cause", facts.cause)]),
    row(party.name, party.representative),
    box("违法事实及处罚依据", paragraphs(...facts.story.slice(0, 1), facts.penaltyLaw)),
    box("当事人申辩意见", paragraphs(more.defence)),
    box(
      "承办人意见",
      `${paragraphs(`建议罚款${draft.put("fine", yuan(look, facts.fine))}。`)}${signedOn(look, draft, "handler", first.name, more.proposed)}${signedOn(look, draft, "handler", second.name, more.proposed)}`,
    ),
    box(
      "审核意见",
      `${paragraphs("同意承办人意见。")}${signedOn(look, draft, "unit-head", facts.unitHead, more.proposed)}`,
    ),
    box(
      "审批意见",
      `${paragraphs("同意。")}${signedOn(look, draft, "leader", facts.leader, more.on)}`,
    ),
  ];
  draft.put("date", day(look, more.on));
  draft.html = head(look, draft) + form(look, rows);
  return draft;
};
