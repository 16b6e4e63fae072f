import type { Line } from "../../model/pages.js";
import { parseDocumentNumber } from "../../values/document-number.js";
import type { CutDocument } from "./cut-dossier.js";
import { bodyLines } from "./page-text.js";
import { labelKey, plainText } from "./plain-text.js";
import { dayIn } from "./said-day.js";
import { cutText, sureText, trimmedText, type SureText } from "./sure-text.js";

/** What a document says, and on which page. */
export interface Said extends SureText {
  page: number;
}

const said = (line: Line, page: number): Said => ({ ...trimmedText(sureText(line)), page });

/** How many lines above and below the title its number may stand. */
const ABOVE = 2;
const BELOW = 3;

/** The document's own number: alone on a line beside the title. */
export const ownNumber = ({ pages: [page], title }: CutDocument): Said | undefined => {
  if (!page || !title) return undefined;
  const lines = bodyLines(page);
  const at = lines.indexOf(title.line);
  const near = lines.slice(Math.max(0, at - ABOVE), at + 1 + BELOW);
  const found = near.filter(
    (line) => !line.cell && line !== title.line && parseDocumentNumber(plainText(line.text)),
  );
  return found.length === 1 && found[0] ? said(found[0], page.number) : undefined;
};

/** Letters go to the party by its name: `某公司：` */
const ADDRESS = /^([^:：，。、\s]{4,40})[:：]$/;

/** Whom the document addresses: the first line of its text, behind title and number. */
export const addressee = ({ pages: [page], title }: CutDocument): Said | undefined => {
  if (!page || !title) return undefined;
  const lines = bodyLines(page);
  const at = lines.indexOf(title.line);
  for (const line of lines.slice(at + 1, at + 4)) {
    const [, name] = ADDRESS.exec(plainText(line.text).trim()) ?? [];
    if (name === undefined || /^[你您各]|当事人|单位$/.test(name)) continue;
    const whole = said(line, page.number);
    return { ...cutText(whole, 0, name.length), page: page.number };
  }
  return undefined;
};

const LAST_LINES = 4;
const DATE_ONLY = /^[\d二〇○零][^，。；:：]{5,20}日?$/;
const AGENCY = /^\p{Script=Han}{3,25}(?:局|委员会|人民政府|厅|办事处|支队|大队|总队)$/u;

/** The date at the foot, alone on its line, and the agency above it. */
export const foot = ({ pages }: CutDocument): { date?: Said; agency?: Said } => {
  const last = [...pages].reverse().find((page) => bodyLines(page).length > 0);
  if (!last) return {};
  const lines = bodyLines(last).filter(({ cell }) => !cell);
  const end = lines.slice(-LAST_LINES);
  const dates = end.filter(({ text }) => DATE_ONLY.test(labelKey(text)) && isDay(text));
  const [line] = dates;
  if (!line || dates.length > 1) return {};
  const above = lines[lines.indexOf(line) - 1];
  const isAgency = above && AGENCY.test(labelKey(above.text));
  return {
    date: said(line, last.number),
    ...(isAgency && { agency: said(above, last.number) }),
  };
};

const isDay = (text: string): boolean => dayIn(plainText(text)) !== undefined;
