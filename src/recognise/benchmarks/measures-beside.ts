import type { Result, ResultKind } from "../../model/benchmark.js";
import { QUANTITY } from "./quantity.js";
import { isUnread, readSpan, type Span, type Unread } from "./span.js";

/** What a result has that is only said to happen. */
export const result = (kind: ResultKind, more: Partial<Result> = {}): Result => ({
  kind,
  unit: null,
  min: null,
  max: null,
  cap: null,
  floor: null,
  subject: null,
  optional: false,
  when: null,
  ...more,
});

/** What is no fine: warnings, confiscation, orders, licences. Undefined for words that are none of them. */
export const readMeasureBeside = (clause: string): Result[] | Unread | undefined =>
  readLight(clause) ??
  readConfiscation(clause) ??
  readLasting(clause) ??
  readBan(clause) ??
  readDetention(clause) ??
  readOrder(clause);

const either = (results: Result[], text: string): Result[] =>
  /或者?|、/.test(text) && results.length > 1
    ? results.map((one) => ({ ...one, join: "either" as const }))
    : results;

const light: readonly (readonly [form: RegExp, make: () => Result])[] = [
  [/^(?:不予|免予|免于|免除)(?:行政)?处罚$/, () => result("none")],
  [/^减轻(?:行政)?处罚$/, () => result("mitigated")],
  [/^从轻(?:行政)?处罚$/, () => result("fine", { unit: "share", min: 0 })],
  [/^从重(?:行政)?处罚$/, () => result("fine", { unit: "share", max: 1 })],
  [/^(?:依法)?追究刑事责任$/, () => result("other", { what: "追究刑事责任" })],
  [/^移送(?:公安|司法)机关(?:处理)?$/, () => result("other", { what: "移送司法机关" })],
  [
    /^(?:提高|上调|升高)(?:一|1)个?(?:裁量)?(?:档次|等级|阶次|档)(?:处罚)?$/,
    () => result("other", { what: "上调一个档次" }),
  ],
  [
    /^(?:降低|下调)(?:一|1)个?(?:裁量)?(?:档次|等级|阶次|档)(?:处罚)?$/,
    () => result("other", { what: "下调一个档次" }),
  ],
  [/^降低资质等级$/, () => result("downgrade", { what: "资质等级" })],
];

const readLight = (clause: string): Result[] | undefined => {
  const found = light.find(([form]) => form.test(clause));
  if (found) return [found[1]()];
  if (
    !/^(?:行政)?(?:警告|通报批评)(?:(?:或者?|、|和|并)(?:警告|通报批评))?(?:的?(?:行政)?处罚)?$/.test(
      clause,
    )
  ) {
    return undefined;
  }
  const words = clause.match(/警告|通报批评/g) ?? [];
  const results = words.map((word) => result(word === "警告" ? "warning" : "circulated-criticism"));
  return either(results, clause);
};

/** 许可证三年内不得申请: more than the name of a thing. */
const FIGURES = /[\d一二三四五六七八九十百千万两]+(?:个?月|日|天|年|元|倍|%|‰)/;

const INCOME = /^(?:其)?(?:违法|非法)(?:所得|收入)(?:的?(?:金额|款项))?$/;

const confiscated = (words: string): Result => {
  const what = words.replace(/^没收/, "");
  return INCOME.test(what) ? result("confiscate-income") : result("confiscate-goods", { what });
};

const readConfiscation = (clause: string): Result[] | undefined => {
  const what = /^没收([^\d，]{2,60})$/.exec(clause)?.[1];
  if (what === undefined || FIGURES.test(what)) return undefined;
  const both = /^((?:其)?(?:违法|非法)(?:所得|收入))(或者?|和|及|以及|、|并没收|并)(.+)$/.exec(
    what,
  );
  if (both?.[1] && both[3]) {
    return either(
      [confiscated(both[1]), confiscated(both[3])],
      both[2] === "、" ? "" : (both[2] ?? ""),
    );
  }
  const behind = /^(.+?)(?:和|及|以及|、|并没收)((?:其)?(?:违法|非法)所得)$/.exec(what);
  return behind?.[1] && behind[2]
    ? [confiscated(behind[1]), confiscated(behind[2])]
    : [confiscated(what)];
};

const LASTS = new RegExp(`^(.*?)((?:${QUANTITY}|以上|以下|至|-|不超过|不低于)+)$`);

/** Parts a duration from what lasts so long: 责令停产停业1个月以上3个月以下. */
const partDuration = (text: string): { what: string; span: Span | undefined } | Unread => {
  const [, what = "", tail = ""] = LASTS.exec(text) ?? [];
  if (tail === "" || what === "") return { what: text, span: undefined };
  const span = readSpan(tail);
  if (!span) return { reason: "clause-not-understood", at: text };
  if (isUnread(span)) return span;
  return span.unit === "days" || span.unit === "months"
    ? { what, span }
    : { reason: "clause-not-understood", at: text };
};

const lasting = (kind: ResultKind, text: string, spanText: string): Result[] | Unread => {
  const parted = partDuration(spanText);
  if (isUnread(parted)) return parted;
  const { what, span } = parted;
  return [result(kind, { ...(text + what !== "" && { what: text + what }), ...durationOf(span) })];
};

const durationOf = (span: Span | undefined): Partial<Result> =>
  span === undefined
    ? {}
    : {
        unit: span.unit === "days" ? "days" : "months",
        min: span.min,
        max: span.max,
        ...(span.minIncluded !== undefined && { minIncluded: span.minIncluded }),
        ...(span.maxIncluded !== undefined && { maxIncluded: span.maxIncluded }),
      };

/** Licences, and orders that stop a business: they may last for a while. */
const readLasting = (clause: string): Result[] | Unread | undefined => {
  const licence = /^(?:依法)?(暂扣或者吊销|暂扣|吊销)([^，]{2,60})$/.exec(clause);
  if (licence?.[2]) {
    if (licence[1] === "暂扣或者吊销") return eitherLicence(licence[2]);
    if (licence[1] === "吊销" && FIGURES.test(licence[2])) return undefined;
    return lasting(licence[1] === "暂扣" ? "suspend-licence" : "revoke-licence", "", licence[2]);
  }
  if (/^责令[^，]*或者/.test(clause)) return alternatives(clause);
  const kind = stopping(clause);
  return kind === undefined ? undefined : lasting(kind, "", clause);
};

const eitherLicence = (what: string): Result[] =>
  /\d|[个以]月/.test(what)
    ? []
    : (["suspend-licence", "revoke-licence"] as const).map((kind) =>
        result(kind, { what, join: "either" }),
      );

const stopping = (clause: string): ResultKind | undefined => {
  if (!/^责令/.test(clause)) return undefined;
  if (/^责令(?:停业、?关闭|停业或者关闭|(?:拆除或者)?关闭)/.test(clause)) return "close";
  if (
    /^责令(?:其)?(?:停产停业|停产整治|停产整顿|停业整顿|停业整治|停业|停产|停止营业)/.test(clause)
  ) {
    return "suspend-business";
  }
  return /^责令限制(?:生产|开展)/.test(clause) ? "restrict-activity" : undefined;
};

/** 责令改正或者限制生产、停产整治: one of several. */
const alternatives = (clause: string): Result[] | undefined => {
  const parts = clause.replace(/^责令/, "").split(/或者|、/);
  const results = parts.map((part) => {
    const words = `责令${part}`;
    return result(stopping(words) ?? "order", { what: words });
  });
  const kinds = new Set(results.map(({ kind }) => kind));
  if (FIGURES.test(clause)) return undefined;
  return kinds.size === 1
    ? [result(results[0]?.kind ?? "order", { what: clause })]
    : results.map((one) => ({ ...one, join: "either" as const }));
};

const BAN_BEHIND = new RegExp(`^((?:限制|禁止)从业)(${QUANTITY})$`);

const BAN = new RegExp(
  `^(?:(终身)|(?:自[^，]{2,30}起)?(${QUANTITY})内)?(?:不得|禁止|限制)([^，]{0,30}(?:从事|从业|担任|申请|参与|参加)[^，]{0,60})$`,
);

const readBan = (clause: string): Result[] | Unread | undefined => {
  const [, ban, lasts = ""] = BAN_BEHIND.exec(clause) ?? [];
  const plain = ban === undefined ? clause : `${lasts}内${ban}`;
  const [matched, lifelong, duration, what] = BAN.exec(plain) ?? [];
  if (matched === undefined || what === undefined || FIGURES.test(what)) return undefined;
  if (duration === undefined) {
    return [result("ban-from-trade", { what, ...(lifelong !== undefined && { lifelong: true }) })];
  }
  const span = readSpan(duration);
  if (!span || isUnread(span)) return span;
  if (span.unit !== "days" && span.unit !== "months") return undefined;
  return [result("ban-from-trade", { what, ...durationOf(span) })];
};

const readDetention = (clause: string): Result[] | Unread | undefined => {
  const [matched, duration] = /^(?:处)?(.*?)(?:的)?(?:行政)?拘留$/.exec(clause) ?? [];
  if (matched === undefined) return undefined;
  if (!duration) return [result("detention")];
  const span = readSpan(duration);
  if (!span || isUnread(span)) return span;
  return span.unit === "days" ? [result("detention", durationOf(span))] : undefined;
};

const ORDERS =
  /^(?:责令|限期|立即|停止|恢复|消除|采取|补办|补缴|补种|退还|退回|拆除|改正|取缔|予以取缔|依法取缔|通知|批评教育|责成|公告|补正|清除|治理|销毁|收回|强制)/;
/** Words that carry more than an order, and figures: both must be understood, not passed over. */
const MORE_THAN_AN_ORDER = /罚|没收|吊销|暂扣|拘留|警告|批评(?!教育)|倍|%|‰|百分|元/;

const readOrder = (clause: string): Result[] | undefined =>
  ORDERS.test(clause) && !MORE_THAN_AN_ORDER.test(clause)
    ? [result("order", { what: clause })]
    : undefined;
