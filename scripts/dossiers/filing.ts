import type { Draft } from "./draft.js";
import type { CaseFacts, Officer } from "./facts.js";
import { begin, box, day, form, head, paragraphs, row, signedOn, type Labelled } from "./layout.js";
import type { Look } from "./look.js";

export interface PartyCells {
  readonly name: Labelled;
  readonly code: Labelled;
  readonly representative: Labelled;
  readonly address: Labelled;
  readonly phone: Labelled;
}

/** The party's particulars as labelled values; only those that are taken are noted as printed. */
export const partyCells = (draft: Draft, { party }: CaseFacts): PartyCells => ({
  get name(): Labelled {
    return ["当事人", draft.put("party", party.name)];
  },
  get code(): Labelled {
    return party.kind === "person"
      ? ["身份证号码", draft.put("idNumber", party.code)]
      : ["统一社会信用代码", draft.put("creditCode", party.code)];
  },
  get representative(): Labelled {
    const label = party.kind === "trader" ? "经营者" : "法定代表人";
    return [label, draft.put("representative", party.representative)];
  },
  get address(): Labelled {
    return ["住所", draft.put("address", party.address)];
  },
  get phone(): Labelled {
    return ["联系电话", draft.put("phone", party.phone)];
  },
});

export const officerPairs = (draft: Draft, officers: readonly Officer[]): string =>
  officers
    .map(
      ({ name, certificate }) =>
        `${draft.add("officers", name)}（证号：${draft.add("certificates", certificate)}）`,
    )
    .join("、");

export interface Approval {
  on: string;
  opinion: string;
}

/** 立案审批表: three opinions one under the other, the leader's day being the day of filing. */
export const filingApproval = (
  look: Look,
  facts: CaseFacts,
  days: { clue: string; proposed: string; filed: string },
): Draft => {
  const draft = begin(look, "filing-approval", "立案审批表");
  const party = partyCells(draft, facts);
  const [first, second] = facts.officers;
  const rows = [
    row(["案由", draft.put("cause", facts.cause)]),
    row(
      ["案件来源", draft.put("source", facts.source)],
      ["受理时间", draft.put("clueDate", day(look, days.clue))],
    ),
    row(party.name),
    row(party.code, party.phone),
    row(party.representative, party.address),
    box("案情简介", paragraphs(...facts.story.slice(0, 1))),
    box(
      "立案依据",
      paragraphs(`涉嫌违反${facts.breached}的规定，依据${facts.penaltyLaw}的规定，应予立案调查。`),
    ),
    box(
      "承办人意见",
      `${paragraphs(`建议立案调查，由${officerPairs(draft, [first, second])}承办。`)}${signedOn(look, draft, "handler", first.name, days.proposed)}${signedOn(look, draft, "handler", second.name, days.proposed)}`,
    ),
    box(
      "承办机构意见",
      `${paragraphs("同意立案，请领导审批。")}${signedOn(look, draft, "unit-head", facts.unitHead, days.proposed)}`,
    ),
    box(
      "负责人审批意见",
      `${paragraphs("同意立案。")}${signedOn(look, draft, "leader", facts.leader, days.filed)}`,
    ),
  ];
  draft.put("filedOn", day(look, days.filed));
  draft.html = head(look, draft, facts.numbers.filing) + form(look, rows);
  return draft;
};
