import type { Draft } from "./draft.js";
import type { CaseFacts } from "./facts.js";
import { begin, close, day, head, paragraphs, word, yuan } from "./layout.js";
import type { Look } from "./look.js";
import { printYuan, type Printed } from "./printed.js";

/** The party at the head of a paper that goes out: as an addressee, or as a block of labelled lines. */
export const addressee = (look: Look, draft: Draft, facts: CaseFacts): string => {
  const { party } = facts;
  if (look.labels["addressee"] === "name") {
    return `<p class="flat">${draft.put("party", party.name)}：</p>`;
  }
  const lines: [string, string][] = [
    ["当事人", draft.put("party", party.name)],
    ...(party.kind === "person"
      ? ([["身份证号码", draft.put("idNumber", party.code)]] as [string, string][])
      : ([
          ["统一社会信用代码", draft.put("creditCode", party.code)],
          [
            party.kind === "trader" ? "经营者" : "法定代表人",
            draft.put("representative", party.representative),
          ],
        ] as [string, string][])),
    ["住所", draft.put("address", party.address)],
    ["联系电话", party.phone],
  ];
  return lines.map(([label, html]) => `<p class="flat">${word(look, label)}：${html}</p>`).join("");
};

/** 责令改正通知书 */
export const correctionOrder = (
  look: Look,
  facts: CaseFacts,
  more: { on: string; by: string; demands: readonly string[] },
): Draft => {
  const draft = begin(look, "correction-order", "责令改正通知书");
  draft.html =
    head(look, draft, facts.numbers.correction) +
    addressee(look, draft, facts) +
    paragraphs(
      `经查，你单位存在下列行为：${facts.story[0] ?? ""}`,
      `上述行为违反了${draft.put("breached", facts.breached)}的规定。依据《中华人民共和国行政处罚法》第二十八条第一款的规定，现责令你单位于${draft.put("correctBy", day(look, more.by))}前改正：`,
      ...more.demands,
      `如对本通知不服，可以自收到本通知书之日起六十日内向${look.government}申请行政复议，或者自收到本通知书之日起六个月内向${look.court}提起行政诉讼。`,
    ) +
    close(look, draft, more.on);
  return draft;
};

export interface NoticeMore {
  on: string;
  /** `五个工作日`, `3日` …: how long the party may defend itself; null where the notice does not say. */
  defence: string | null;
  hearing?: boolean;
  contact: { name: string; phone: string; address: string };
  /** The fine announced, where it is not the one decided. */
  fine?: Printed;
}

/** 行政处罚事先告知书, with the right to a hearing where there is one. */
export const penaltyNotice = (look: Look, facts: CaseFacts, more: NoticeMore): Draft => {
  const draft = begin(
    look,
    "penalty-notice",
    more.hearing ? "行政处罚事先（听证）告知书" : "行政处罚事先告知书",
  );
  const fine = draft.put("fine", more.fine ?? yuan(look, facts.fine));
  const term =
    more.defence === null ? "" : `自收到本告知书之日起${draft.put("defenceTerm", more.defence)}内`;
  draft.html =
    head(look, draft, facts.numbers.notice) +
    addressee(look, draft, facts) +
    paragraphs(
      `我局于日前对你（单位）${facts.cause}一案立案调查。现查明：`,
      ...facts.story,
      `以上事实，有${facts.evidence.join("、")}等证据为证。`,
      `你（单位）的上述行为违反了${draft.put("breached", facts.breached)}的规定，依据${draft.put("penaltyLaw", facts.penaltyLaw)}的规定，参照${facts.benchmark}，我局拟对你（单位）作出如下行政处罚：`,
      `罚款${fine}。`,
      `根据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，你（单位）有权${term}向我局进行陈述和申辩；逾期未提出的，视为放弃上述权利。`,
      ...(more.hearing
        ? [
            `根据《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，你（单位）有权要求举行听证。要求听证的，应当自收到本告知书之日起${draft.put("hearingTerm", "五个工作日")}内向我局提出。`,
          ]
        : []),
      `联系人：${more.contact.name}　联系电话：${more.contact.phone}　地址：${more.contact.address}`,
    ) +
    close(look, draft, more.on);
  return draft;
};

export interface DecisionMore {
  on: string;
  filedOn: string;
  /** How the party was told and what it answered. */
  told: string;
  /** What speaks for the amount. */
  reasons: string;
  /** The fine in words and figures, where they are not what they should be. */
  fine?: Printed;
  /** Other penalties, a sentence each. */
  others?: readonly string[];
  remedies?: string;
  surcharge?: string;
  sections?: boolean;
}

/** 行政处罚决定书 */
export const penaltyDecision = (look: Look, facts: CaseFacts, more: DecisionMore): Draft => {
  const draft = begin(look, "penalty-decision", "行政处罚决定书");
  const section = (title: string): string =>
    more.sections ? `<p class="flat"><b>${title}</b></p>` : "";
  const fine = draft.put("fine", more.fine ?? printYuan(facts.fine, "both"));
  const penalties = [`罚款${fine}`, ...(more.others ?? [])];
  draft.html =
    head(look, draft, facts.numbers.decision) +
    addressee(look, draft, facts) +
    section("一、案件来源及调查经过") +
    paragraphs(
      `${facts.source}。我局于${draft.put("filedOn", day(look, more.filedOn))}对你（单位）${facts.cause}一案立案调查，现已调查终结。`,
    ) +
    section("二、违法事实和证据") +
    paragraphs(
      `经查，${facts.story[0] ?? ""}`,
      ...facts.story.slice(1),
      "上述事实，主要有以下证据证明：",
      ...facts.evidence.map((item, i) => `${i + 1}.${draft.add("evidence", item)}；`),
    ) +
    section("三、告知情况") +
    paragraphs(more.told) +
    section("四、处罚依据和决定") +
    paragraphs(
      `你（单位）的上述行为违反了${draft.put("breached", facts.breached)}的规定。${more.reasons}`,
      `依据${draft.put("penaltyLaw", facts.penaltyLaw)}的规定，参照${draft.put("benchmark", facts.benchmark)}，我局决定对你（单位）作出如下行政处罚：`,
      ...(penalties.length === 1
        ? [`${penalties[0] ?? ""}。`]
        : penalties.map(
            (text, i) => `${i + 1}.${text}${i === penalties.length - 1 ? "。" : "；"}`,
          )),
    ) +
    section("五、履行方式和期限") +
    paragraphs(
      more.surcharge ??
        `你（单位）应当自收到本决定书之日起十五日内将罚款缴至${facts.bank}。逾期不缴纳罚款的，依据《中华人民共和国行政处罚法》第七十二条第一款第一项的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。`,
    ) +
    section("六、救济途径") +
    paragraphs(
      more.remedies ??
        `如不服本决定，可以自收到本决定书之日起六十日内向${look.government}申请行政复议，也可以自收到本决定书之日起六个月内依法向${look.court}提起行政诉讼。复议、诉讼期间，本决定不停止执行。`,
    ) +
    close(look, draft, more.on);
  return draft;
};
