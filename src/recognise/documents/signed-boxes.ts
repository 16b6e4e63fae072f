import { parseDate } from "../../values/parse-date.js";
import type { Page } from "../../model/pages.js";
import { bodyLines, topsOf } from "./page-text.js";
import type { Labelled } from "./labels.js";
import { plainText } from "./plain-text.js";
import type { Said } from "./heads-and-feet.js";
import { datePattern } from "./written-forms.js";

const SIGNED = new RegExp(`^[\\p{Script=Han}·]{2,6}[\\s\\u3000]+(${datePattern})$`, "u");
/** A signature may stand so much higher than its label, as a part of the letters' height. */
const HIGHER = 1.5;

/**
 * The day on which a form's last box was signed: that of the signatures level with the box's label or
 * behind it. Undefined where it is not signed, or on several days.
 */
export const signedOn = (
  pages: readonly Page[],
  labels: readonly Labelled[],
  boxes: readonly string[],
): Said | undefined => {
  const box = labels.filter(({ label }) => boxes.includes(label)).at(-1);
  if (!box) return undefined;
  const found: Said[] = [];
  for (const page of pages) {
    const topOf = topsOf(page);
    for (const line of bodyLines(page)) {
      const [, date] = SIGNED.exec(plainText(line.text).trim()) ?? [];
      const top = topOf(line);
      const slack = line.box ? HIGHER * (line.size ?? line.box.height) : 0;
      const isBehind =
        page.number > box.page || (page.number === box.page && top >= box.top - slack);
      if (date === undefined || !isBehind) continue;
      found.push({ text: date, page: page.number, confidence: line.confidence ?? 1 });
    }
  }
  const days = new Set(found.map(({ text }) => parseDate(text)?.iso));
  return days.size === 1 ? found[0] : undefined;
};
