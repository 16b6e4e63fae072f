import type { DayForm, MoneyForm } from "./printed.js";

/** How one agency's papers look and what words they use: no two agencies agree. */
export interface Look {
  agency: string;
  /** Who hears the reconsideration and the lawsuit. */
  government: string;
  court: string;
  /** A line above the title: the agency's name or the name of its set of forms. */
  heading?: string;
  day: DayForm;
  /** How the day under a seal is written, where it differs. */
  sealDay?: DayForm;
  money: MoneyForm;
  /** The pair around the year of a document number. */
  brackets: string;
  /** What stands between the letters of a title. */
  spacing: string;
  /** Labels and values in a ruled table, or one after the other on lines. */
  tables: boolean;
  /** A font of this machine: AR PL UMing CN (Song), AR PL UKai CN (Kai), Noto Sans CJK SC. */
  font: string;
  /** Size of the letters in points, 14 unless given. */
  size?: number;
  /** The foot of a page, as the value of CSS `content`. */
  foot: string;
  /** The seal as a picture, to lie over the agency's name. */
  seal?: string;
  /** Other words for the usual labels. */
  labels: Readonly<Record<string, string>>;
  /** Other titles for types of documents. */
  titles: Readonly<Record<string, string>>;
}

export const feet = {
  pageOfPages: `"第 " counter(page) " 页 共 " counter(pages) " 页"`,
  pagesFirst: `"共" counter(pages) "页 第" counter(page) "页"`,
  bare: `"- " counter(page) " -"`,
  none: `""`,
} as const;

const css = (look: Look): string => `
@page { size: A4; margin: 26mm 24mm 22mm 26mm; @bottom-center { content: ${look.foot}; font: 10pt "${look.font}"; } }
body { font: ${look.size ?? 14}pt/${look.size ? 1.9 : 1.75} "${look.font}"; margin: 0; }
.heading { text-align: center; font-size: 17pt; margin: 0; }
.heading.ruled { border-bottom: 1.5pt solid #000; padding-bottom: 4pt; }
h1 { text-align: center; font-size: 22pt; font-weight: normal; margin: 8pt 0; line-height: 1.3; }
.number { text-align: ${look.tables ? "center" : "right"}; margin: 0 0 8pt; }
p { margin: 0; text-indent: 2em; }
p.flat { text-indent: 0; }
table { width: 100%; border-collapse: collapse; font-size: 12pt; line-height: 1.6; }
td { border: 0.8pt solid #000; padding: 4pt 6pt; vertical-align: middle; font-weight: normal; }
td.label { text-align: center; width: 17%; }
.catalogue td { padding: 3pt; }
.catalogue td:nth-child(1), .catalogue td:nth-child(7) { width: 6%; }
.catalogue td:nth-child(2) { width: 22%; }
.catalogue td:nth-child(3) { width: 15%; }
.catalogue td:nth-child(5) { width: 15%; }
.catalogue td:nth-child(6) { width: 9%; }
td.tall { vertical-align: top; height: 68pt; }
b { font-weight: normal; font-family: "AR PL UKai CN"; }
.right { text-align: right; text-indent: 0; }
.close { margin: 0 0 0 auto; padding-top: 34pt; width: 62%; text-align: center; position: relative; padding-bottom: 56pt; page-break-inside: avoid; }
.close p { text-indent: 0; }
.close img { position: absolute; width: 118pt; left: 50%; top: 8pt; margin-left: -50pt; opacity: .82; }
.signed { font-family: "AR PL UKai CN"; font-size: 1.2em; color: #14285c; padding: 0 6pt; }
.unsigned { display: inline-block; width: 66pt; border-bottom: 0.8pt solid #000; }
u { text-underline-offset: 3pt; }
.continued { page-break-before: always; text-align: right; text-indent: 0; border-bottom: 1pt solid #000; }
.photo { display: block; margin: 10pt auto; width: 86%; }
`;

/** A whole page of HTML in an agency's look. */
export const pageOf = (look: Look, body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${css(look)}</style><body>${body}</body></html>`;

/** A body whose foot counts in other words than the rest of the agency's papers. */
export const withFoot = (look: Look, foot: string): Look => ({ ...look, foot });
