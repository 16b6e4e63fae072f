import { parseDate } from "../../values/parse-date.js";
import type { Page } from "../../model/pages.js";
import { lineRows } from "./line-rows.js";
import { topsOf } from "./page-text.js";
import type { Labelled } from "./labels.js";
import { cutText, trimmedText } from "./sure-text.js";
import type { Said } from "./heads-and-feet.js";
import { datePattern } from "./written-forms.js";

const SIGNED = new RegExp(`^[\\p{Script=Han}·]{2,6}[\\s\\u3000]+(${datePattern})$`, "du");
/**
 * A signature may stand so much higher than its label, as a part of the letters' height, where the label stands in the
 * middle of its box; before a colon it stands at the head.
 */
const HIGHER = 1.5;
const HARDLY_HIGHER = 0.5;

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
  const higher = box.beyond ? HARDLY_HIGHER : HIGHER;
  for (const page of pages) {
    const topOf = topsOf(page);
    for (const row of lineRows(page)) {
      const said = trimmedText(row.said);
      const [from, to] = SIGNED.exec(said.text)?.indices?.[1] ?? [];
      const top = topOf(row.first);
      const { box: place, size } = row.first;
      const slack = place ? higher * (size ?? place.height) : 0;
      const isBehind =
        page.number > box.page || (page.number === box.page && top >= box.top - slack);
      if (from === undefined || !isBehind) continue;
      found.push({ ...cutText(said, from, to), page: page.number });
    }
  }
  const days = new Set(found.map(({ text }) => parseDate(text)?.iso));
  return days.size === 1 ? found[0] : undefined;
};
