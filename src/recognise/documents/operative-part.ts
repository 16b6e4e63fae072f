import type { Operative } from "../../model/document-words.js";
import type { Said } from "./heads-and-feet.js";
import type { Paragraph } from "./paragraphs.js";

/** A longer text is more than what is imposed. */
const LONGEST = 400;
const NUMBERED =
  /(?:^|[；;。])(?:\d{1,2}[.、．]|[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|[①-⑩])?/;

/** What stands in quotation marks and reads like a provision: its ranges and kinds are not the document's own. */
export const withoutQuotations = (text: string): string =>
  text.replace(/“[^“”]*”/g, (quoted) =>
    /以上|以下|的[，,]|罚款|处罚|责令/.test(quoted) ? "“”" : quoted,
  );

/** What a document imposes or announces: from the words that introduce it to those that tell how to perform it. */
export const operativePart = (
  paragraphs: readonly Paragraph[],
  { begins, ends }: Operative,
): Said | undefined => {
  const begin = new RegExp(begins, "u");
  const end = new RegExp(ends, "u");
  const plain = paragraphs.map((one) => withoutQuotations(one.text.replace(/\s/g, "")));
  const at = plain.findIndex((text) => begin.test(text));
  const start = paragraphs[at];
  const first = begin.exec(plain[at] ?? "");
  if (!start || !first) return undefined;
  const rest = [(plain[at] ?? "").slice(first.index + first[0].length), ...plain.slice(at + 1)];
  const last = rest.findIndex((part) => end.test(part));
  if (last < 0) return undefined;
  const ending = rest[last] ?? "";
  // What tells how to perform begins with its sentence.
  const kept = ending.slice(0, ending.search(end)).replace(/[^。；;]*$/, "");
  const text = [...rest.slice(0, last), kept].join("").replace(/[：:。；;]+$/, "");
  if (text === "" || text.length > LONGEST) return undefined;
  return { text, page: start.page, confidence: start.confidence };
};

/**
 * The kinds of penalty in what is imposed; undefined where an item is of no kind that is known, since a list
 * that leaves one out would be wrong.
 */
export const kindsIn = (
  content: string,
  patterns: Readonly<Record<string, string>>,
): string[] | undefined => {
  const forms = Object.entries(patterns).map(
    ([kind, form]) => [kind, new RegExp(form, "u")] as const,
  );
  const items = content.split(new RegExp(NUMBERED, "gu")).filter((item) => item.trim() !== "");
  const kinds = new Set<string>();
  for (const item of items) {
    const found = forms.filter(([, form]) => form.test(item)).map(([kind]) => kind);
    if (found.length === 0) return undefined;
    for (const kind of found) kinds.add(kind);
  }
  return kinds.size > 0 ? [...kinds] : undefined;
};
