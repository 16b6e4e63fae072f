import { Draft, escapeHtml } from "./draft.js";
import type { Look } from "./look.js";
import { printDay, printNumber, printYuan, type Printed } from "./printed.js";

/** The parts that the forms have in common: head, ruled rows, boxes with opinions, foot. */

/** A label and what stands behind it. */
export type Labelled = readonly [label: string, html: string];

/** A row of labelled values; `tall` for a box of running text. */
export interface Row {
  cells: readonly Labelled[];
  tall?: boolean;
}

export const row = (...cells: readonly Labelled[]): Row => ({ cells });
export const box = (label: string, html: string): Row => ({ cells: [[label, html]], tall: true });

export const day = (look: Look, iso: string): Printed => printDay(iso, look.day);
export const yuan = (look: Look, amount: number): Printed => printYuan(amount, look.money);
export const number = (look: Look, text: string): Printed => printNumber(text, look.brackets);

/** The agency's own word for a label. */
export const word = (look: Look, label: string): string => look.labels[label] ?? label;

/** Begins a document with the agency's own title for it; the title is noted as it is printed. */
export const begin = (look: Look, type: string, usual: string): Draft => {
  const title = look.titles[type] ?? usual;
  return new Draft(type, [...title].join(title.length > 8 ? "" : look.spacing));
};

/** Heading, title and number. */
export const head = (look: Look, draft: Draft, documentNumber?: string): string => {
  const heading = look.heading
    ? `<p class="heading${look.tables ? " ruled" : ""}">${escapeHtml(look.heading)}</p>`
    : "";
  const numbered = documentNumber
    ? `<p class="number">${draft.put("number", number(look, documentNumber))}</p>`
    : "";
  return `${heading}<h1>${escapeHtml(draft.title ?? "")}</h1>${numbered}`;
};

/** Rows as a ruled table, or as lines where the agency does not draw tables. */
export const form = (look: Look, rows: readonly Row[]): string => {
  if (!look.tables) return rows.map((one) => line(look, one)).join("");
  const widest = Math.max(...rows.map(({ cells }) => cells.length)) * 2 - 1;
  const cells = ({ cells: [...pairs], tall }: Row): string =>
    pairs
      .map(([label, html], i) => {
        const span = i === pairs.length - 1 ? widest - (pairs.length - 1) * 2 : 1;
        return `<td class="label">${word(look, label)}</td><td${tall ? ' class="tall"' : ""} colspan="${span}">${html}</td>`;
      })
      .join("");
  return `<table>${rows.map((one) => `<tr>${cells(one)}</tr>`).join("")}</table>`;
};

const line = (look: Look, { cells, tall }: Row): string =>
  tall
    ? cells
        .map(([label, html]) => `<p class="flat">${word(look, label)}：</p><div>${html}</div>`)
        .join("")
    : `<p class="flat">${cells
        .map(([label, html]) => `${word(look, label)}：<u>&nbsp;${html}&nbsp;</u>`)
        .join("　")}</p>`;

export const paragraph = (html: string): string => `<p>${html}</p>`;

export const paragraphs = (...texts: readonly string[]): string => texts.map(paragraph).join("");

/** The agency's name and the day at the end of a document that goes out, under the seal. */
export const close = (look: Look, draft: Draft, iso: string): string => {
  draft.sign("seal", look.agency, iso);
  const seal = look.seal ? `<img src="${look.seal}" alt="">` : "";
  const date = draft.put("date", printDay(iso, look.sealDay ?? look.day));
  return `<div class="close">${seal}<p>${draft.put("agency", look.agency)}</p><p>${date}</p></div>`;
};

/** A signature with its day on a line of its own, to the right. */
export const signedOn = (
  look: Look,
  draft: Draft,
  role: Parameters<Draft["sign"]>[0],
  name: string | null,
  iso: string,
): string =>
  `<p class="right">${draft.sign(role, name, iso)}　${name === null ? "　　年　月　日" : day(look, iso).printed}</p>`;
