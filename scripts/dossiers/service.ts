import type { Draft } from "./draft.js";
import type { CaseFacts } from "./facts.js";
import { begin, day, form, head, number, paragraphs, row, yuan } from "./layout.js";
import type { Look } from "./look.js";
import { printMoment } from "./printed.js";

export interface Served {
  title: string;
  number: string;
}

export interface ServiceMore {
  documents: readonly Served[];
  /** `2024-03-28` or with the hour. */
  at: string;
  place: string;
  mode: string;
  /** Who took it, and in what relation to the party. */
  recipient: string | null;
  relation?: string;
  servers?: readonly (string | null)[];
  /** Why it was left, and who saw it. */
  left?: { reason: string; witnesses: readonly string[] };
  remark?: string;
}

/** 送达回证 for one or several documents. */
export const serviceReceipt = (look: Look, facts: CaseFacts, more: ServiceMore): Draft => {
  const draft = begin(look, "service-receipt", "送达回证");
  const on = more.at.slice(0, 10);
  const servers = more.servers ?? facts.officers.slice(0, 2).map(({ name }) => name);
  const served = more.at.includes("T") ? printMoment(more.at) : day(look, on);
  const documents = more.documents
    .map(
      (one) =>
        `${draft.add("documents", `《${one.title}》`)}　${draft.add("documentNumbers", number(look, one.number))}`,
    )
    .join("<br>");
  const rows = [
    row(["案由", draft.put("cause", facts.cause)]),
    row(["受送达人", draft.put("party", facts.party.name)]),
    row(["送达文书名称及文号", documents]),
    row(["送达地点", draft.put("place", more.place)], ["送达方式", draft.put("mode", more.mode)]),
    row([
      "收件人签名",
      `${draft.sign("recipient", more.recipient, on)}　${draft.put("servedAt", served)}`,
    ]),
    row(["代收人与受送达人关系", more.relation ? draft.put("relation", more.relation) : "／"]),
    row(["拒收事由", more.left ? draft.put("refusal", more.left.reason) : "／"]),
    row([
      "见证人签名",
      more.left?.witnesses.map((name) => draft.sign("witness", name, on)).join("　") ?? "／",
    ]),
    row(["送达人签名", servers.map((name) => draft.sign("server", name, on)).join("　")]),
    row(["备注", more.remark ?? "／"]),
  ];
  draft.html = head(look, draft) + form(look, rows);
  return draft;
};

/** 放弃陈述申辩权利声明, in the party's own words. */
export const waiver = (
  look: Look,
  facts: CaseFacts,
  more: { on: string; hearing: boolean; received: string },
): Draft => {
  const draft = begin(look, "defence-record", "放弃陈述申辩权利声明");
  const rights = more.hearing ? "陈述、申辩和要求听证的权利" : "陈述、申辩的权利";
  draft.html =
    head(look, draft) +
    `<p class="flat">${look.agency}：</p>` +
    paragraphs(
      `我单位已于${draft.put("receivedOn", day(look, more.received))}收到贵局送达的《行政处罚事先告知书》（${draft.put("noticeNumber", number(look, facts.numbers.notice))}），对贵局认定的事实、证据及拟作出的处罚没有异议，自愿放弃${rights}。`,
      "特此声明。",
    ) +
    `<div class="close"><p>声明人：${draft.put("party", facts.party.name)}</p><p>法定代表人（签名）：${draft.sign("party", facts.party.representative, more.on)}</p><p>${draft.put("date", day(look, more.on))}</p></div>`;
  return draft;
};

/** 陈述申辩笔录 */
export const defenceRecord = (
  look: Look,
  facts: CaseFacts,
  more: { at: string; place: string; said: string },
): Draft => {
  const draft = begin(look, "defence-record", "陈述申辩笔录");
  const on = more.at.slice(0, 10);
  const rows = [
    row(["陈述申辩人", draft.put("party", facts.party.name)]),
    row(
      ["时间", draft.put("startedAt", printMoment(more.at))],
      ["地点", draft.put("place", more.place)],
    ),
    row([
      "承办人",
      facts.officers
        .slice(0, 2)
        .map(({ name }) => draft.add("officers", name))
        .join("、"),
    ]),
  ];
  draft.html =
    head(look, draft) +
    form(look, rows) +
    paragraphs(`陈述申辩内容：${draft.put("defence", more.said)}`) +
    `<p class="right">陈述申辩人（签名）：${draft.sign("party", facts.party.representative, on)}　${draft.put("date", day(look, on))}</p>` +
    `<p class="right">承办人（签名）：${facts.officers
      .slice(0, 2)
      .map(({ name }) => draft.sign("officer", name, on))
      .join("　")}</p>`;
  return draft;
};

/** 缴款凭证, as the bank or the treasury prints it. */
export const paymentVoucher = (
  look: Look,
  facts: CaseFacts,
  more: { on: string; serial: string; amount?: number; title?: string; note?: string },
): Draft => {
  const draft = begin(look, "payment-voucher", more.title ?? "非税收入一般缴款书");
  const rows = [
    row(
      ["票据号码", draft.put("serial", more.serial)],
      ["缴款日期", draft.put("paidOn", day(look, more.on))],
    ),
    row(["缴款人", draft.put("party", facts.party.name)]),
    row(["执收单位", look.agency]),
    row(
      ["收入项目", "罚没收入"],
      ["决定书文号", draft.put("decisionNumber", number(look, facts.numbers.decision))],
    ),
    row(["金额", draft.put("amount", yuan({ ...look, money: "both" }, more.amount ?? facts.fine))]),
    row(["备注", more.note ?? "已收讫"]),
  ];
  draft.html = head(look, draft) + form(look, rows);
  return draft;
};
