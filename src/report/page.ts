import { Chalk, type ChalkInstance } from "chalk";
import { severities, type Lang, type Severity } from "../model/audit-result.js";
import { text } from "../messages/text.js";
import { displayWidth, padded, wrap } from "./wrap.js";

/** A terminal to write on. */
export interface Page {
  width: number;
  lang: Lang;
  ink: ChalkInstance;
  /** Width of the column in which severities and labels stand. */
  labels: number;
}

const labelKeys = [
  ...severities.map((severity) => `severity.${severity}` as const),
  ...(["basis", "place", "remedy", "cases", "subject", "missing", "message"] as const).map(
    (label) => `label.${label}` as const,
  ),
  "scope.document" as const,
];

const narrowest = 40;

export const pageOf = (options: { width: number; colour: boolean; lang: Lang }): Page => ({
  width: Math.max(options.width, narrowest),
  lang: options.lang,
  ink: new Chalk({ level: options.colour ? 1 : 0 }),
  labels: Math.max(...labelKeys.map((key) => displayWidth(text(options.lang, key)))),
});

export const severitySigns: Record<Severity, string> = { error: "✖", warning: "⚠", info: "ℹ" };

/** The colour of a severity. */
export const inkOf = (page: Page, severity: Severity): ChalkInstance =>
  ({ error: page.ink.red, warning: page.ink.yellow, info: page.ink.blue })[severity];

const margin = "  ";
/** Where the second column begins: behind margin, mark, label and gap. */
const indent = (page: Page): number => margin.length + "✖ ".length + page.labels + margin.length;

/** Width of the column beside the labels. */
export const columnWidth = (page: Page): number => page.width - indent(page);

const plain = (line: string): string => line;
const inked = (ink: (text: string) => string, text: string): string =>
  text.trim() === "" ? text : ink(text);

/**
 * A label and beside it a text that stays in its own column:
 *
 *     依据  国办发〔2018〕118号第6点
 */
export const labelled = (
  page: Page,
  label: string,
  content: string,
  {
    mark = " ",
    labelInk = page.ink.dim,
    ink = plain,
  }: {
    mark?: string;
    labelInk?: (text: string) => string;
    ink?: (text: string) => string;
  } = {},
): string[] =>
  wrap(content, columnWidth(page)).map((line, index) =>
    index === 0
      ? `${margin}${inked(labelInk, `${mark} ${label}`)}${padded("", page.labels - displayWidth(label))}${margin}${ink(line)}`
      : " ".repeat(indent(page)) + ink(line),
  );

/** Several texts under one label. */
export const labelledLines = (page: Page, label: string, contents: readonly string[]): string[] =>
  contents.flatMap((content, index) => labelled(page, index === 0 ? label : "", content));

/** A heading with a line to the end of the page. */
export const heading = (page: Page, title: string): string[] =>
  wrap(title, page.width - 4).map((line, index, lines) => {
    const rest = page.width - displayWidth(line) - 4;
    const tail = index === lines.length - 1 ? "─".repeat(Math.max(0, rest)) : "";
    return `${page.ink.dim(index === 0 ? "──" : "  ")} ${page.ink.bold(line)} ${page.ink.dim(tail)}`.trimEnd();
  });

/** A paragraph from the margin. */
export const paragraph = (
  page: Page,
  content: string,
  ink: (text: string) => string = plain,
): string[] => wrap(content, page.width - margin.length).map((line) => margin + ink(line));
