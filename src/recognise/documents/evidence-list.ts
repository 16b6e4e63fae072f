import type { Said } from "./heads-and-feet.js";
import type { Paragraph } from "./paragraphs.js";

/** `上述事实，主要有以下证据证明：`, before a numbered list. */
const BEFORE_LIST =
  /(?:以上|上述)[^。：:]{0,16}事实[^。：:]{0,16}(?:以下|下列)[^。：:]{0,8}证据[^。：:]{0,8}[：:]\s*(.*)$/s;
/** `以上事实，有现场检查笔录、询问笔录等证据为证。`, all in one sentence. */
const IN_SENTENCE =
  /(?:以上|上述)[^。：:]{0,16}事实[^。：:，,]{0,8}[，,]\s*(?:主要)?有(?!以下|下列)([^。：:]{4,200}?)(?:等(?:证据|材料)?)?(?:为证|佐证|证明|证实|予以证明|在案)/;
const ITEM =
  /^\s*(?:\d{1,2}\s*[.．、:：)）]|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|证据[一二三四五六七八九十\d]{1,3}\s*[：:、])\s*(?=\S)/;
const MOST_ITEMS = 60;

/** The name of the evidence, without its number and what it proves. */
const bare = (item: string): string =>
  (item.replace(ITEM, "").split(/[，,。；;]|[：:](?![^（(]*[）)])|证明|证实/)[0] ?? "").replace(
    /\s+/g,
    "",
  );

/**
 * The evidence (证据) that a decision names, joined by semicolons: the items of the list behind the words that
 * announce it, or those of the sentence; what they prove is left out. Undefined where it announces none.
 */
export const evidenceIn = (paragraphs: readonly Paragraph[]): Said | undefined => {
  const at = paragraphs.findIndex(({ text }) => BEFORE_LIST.test(text));
  const head = paragraphs[at];
  if (head) {
    const [, rest = ""] = BEFORE_LIST.exec(head.text) ?? [];
    const inline =
      rest.trim() === "" ? [] : rest.split(/[；;]/).filter((item) => item.trim() !== "");
    const listed: Paragraph[] = [];
    for (const paragraph of paragraphs.slice(at + 1, at + 1 + MOST_ITEMS)) {
      if (!ITEM.test(paragraph.text) || /^\s*[一二三四五六]、/.test(paragraph.text)) break;
      listed.push(paragraph);
    }
    const items = [...inline, ...listed.map(({ text }) => text)].map(bare).filter(Boolean);
    return items.length === 0
      ? undefined
      : {
          text: items.join("；"),
          page: head.page,
          confidence: Math.min(head.confidence, ...listed.map(({ confidence }) => confidence)),
        };
  }
  for (const { text, page, confidence } of paragraphs) {
    const [, said] = IN_SENTENCE.exec(text) ?? [];
    if (said !== undefined)
      return { text: said.split("、").map(bare).join("；"), page, confidence };
  }
  return undefined;
};
