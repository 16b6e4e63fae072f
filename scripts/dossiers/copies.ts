import { Draft } from "./draft.js";
import type { CaseFacts } from "./facts.js";
import { paragraphs } from "./layout.js";
import type { Look } from "./look.js";
import { printDay } from "./printed.js";

/** Copies of papers that others made: no head of the agency's, a note of checking at the foot. */

const frame = (html: string): string =>
  `<div style="border:3pt double #7a1f1f;padding:18pt 22pt;margin:20pt 0">${html}</div>`;

/** The note that a copy was checked against its original; null for a copy without it. */
const checked = (look: Look, draft: Draft, facts: CaseFacts, on: string | null): string => {
  if (on === null) return "";
  const [first, second] = facts.officers;
  const words = draft.put("copyNote", "此复印件与原件核对无误");
  return `<p class="flat">${words}，原件存于当事人处。提供人：${draft.sign("party", facts.party.representative, on)}　收集人：${draft.sign("officer", first.name, on)}${draft.sign("officer", second.name, on)}　${draft.put("copiedOn", printDay(on, look.day))}</p>`;
};

/** 营业执照 of the party. */
export const licenceCopy = (
  look: Look,
  facts: CaseFacts,
  more: { on: string | null; since: string; business: string },
): Draft => {
  const { party } = facts;
  const draft = new Draft("identity-document", "营业执照");
  const lines = [
    ["统一社会信用代码", draft.put("creditCode", party.code)],
    ["名　　称", draft.put("party", party.name)],
    ["类　　型", party.kind === "trader" ? "个体工商户" : "有限责任公司"],
    [
      party.kind === "trader" ? "经 营 者" : "法定代表人",
      draft.put("representative", party.representative),
    ],
    ["住　　所", draft.put("address", party.address)],
    ["成立日期", draft.put("since", printDay(more.since, "padded"))],
    ["经营范围", more.business],
  ];
  draft.html =
    frame(
      `<h1>营业执照</h1><p class="heading">（副　本）</p>${lines.map(([label, text]) => `<p class="flat">${label}　${text}</p>`).join("")}<p class="right">登记机关</p>`,
    ) + checked(look, draft, facts, more.on);
  return draft;
};

/** Both sides of a 居民身份证. */
export const identityCard = (
  look: Look,
  facts: CaseFacts,
  more: { name: string; id: string; sex: string; address: string; on: string | null },
): Draft => {
  const draft = new Draft("identity-document", null);
  const birth = `${more.id.slice(6, 10)}年${Number(more.id.slice(10, 12))}月${Number(more.id.slice(12, 14))}日`;
  const side = (html: string): string =>
    `<div style="border:1pt solid #555;border-radius:9pt;width:250pt;height:150pt;margin:26pt auto;padding:10pt 14pt;font-size:11pt;background:#eef3f4">${html}</div>`;
  draft.html =
    side(
      `<p class="flat">姓名　${draft.put("name", more.name)}</p><p class="flat">性别　${more.sex}　民族　汉</p><p class="flat">出生　${birth}</p><p class="flat">住址　${more.address}</p><br><p class="flat">公民身份号码　${draft.put("idNumber", more.id)}</p>`,
    ) +
    side(
      `<p class="heading">中华人民共和国</p><p class="heading">居 民 身 份 证</p><br><p class="flat">签发机关　公安局</p><p class="flat">有效期限　2016.05.01-2036.05.01</p>`,
    ) +
    checked(look, draft, facts, more.on);
  return draft;
};

/** A page of a company's own papers, pasted in as evidence. */
export const evidenceCopy = (
  look: Look,
  facts: CaseFacts,
  more: { name: string; table: readonly (readonly string[])[]; on: string | null; shows: string },
): Draft => {
  const draft = new Draft("evidence-copy", "书证提取单");
  const cells = more.table
    .map((one) => `<tr>${one.map((text) => `<td>${text}</td>`).join("")}</tr>`)
    .join("");
  draft.html =
    `<h1>书证提取单</h1>` +
    paragraphs(
      `书证名称：${draft.put("name", more.name)}`,
      `证明内容：${draft.put("shows", more.shows)}`,
    ) +
    `<div style="margin:16pt 0"><table>${cells}</table></div>` +
    checked(look, draft, facts, more.on);
  return draft;
};
