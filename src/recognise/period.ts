import type { CivilDate } from "../values/civil-date.js";
import { parseDate } from "../values/parse-date.js";

export interface Period {
  from: CivilDate;
  to: CivilDate;
}

/** `2021.06.01-2026.05.31`, `2023年3月6日至2023年4月5日`; both ends in full, in their order. */
export const parsePeriod = (text: string): Period | undefined => {
  if (text.length > 80) return undefined;
  const found: Period[] = [];
  for (const { index, 0: mark } of text.matchAll(/\s*(?:起?至|到|[~～—–-]+)\s*/g)) {
    const from = parseDate(text.slice(0, index));
    const to = parseDate(text.slice(index + mark.length).replace(/止$/, ""));
    if (from && to && from.first <= to.last) found.push({ from, to });
  }
  return found.length === 1 ? found[0] : undefined;
};
