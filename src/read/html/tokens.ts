/** A tag or the text between two tags. */
export type Token =
  | { text: string }
  | {
      /** In small letters. */
      name: string;
      closing: boolean;
      attributes: string;
    };

/** Elements whose content is no text of the page. */
const silent = new Set(["script", "style", "xml", "title", "select", "textarea"]);

/** Cuts HTML into tags and texts, as forgiving as browsers are, in time that grows with its length only. */
export function* tokensOf(html: string): Generator<Token> {
  const endless = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) break;
    if (open > at) yield { text: html.slice(at, open) };
    const name = /^\/?[a-zA-Z][\w:-]*/.exec(html.slice(open + 1, open + 40))?.[0];
    if (name === undefined) {
      const end = endOfOther(html, open);
      if (end === open) yield { text: "<" };
      at = Math.max(end, open + 1);
      continue;
    }
    const end = endOfTag(html, open + 1 + name.length);
    const attributes = html.slice(open + 1 + name.length, end);
    const closing = name.startsWith("/");
    const plain = name.replace("/", "").toLowerCase();
    at = end + 1;
    if (closing || !silent.has(plain) || attributes.endsWith("/") || endless.has(plain)) {
      yield { name: plain, closing, attributes };
      continue;
    }
    const next = behind(html, plain, at);
    if (next === undefined) endless.add(plain);
    at = next ?? at;
  }
  if (at < html.length) yield { text: html.slice(at) };
}

/** Where a comment or declaration ends; where it begins if it is none. */
const endOfOther = (html: string, open: number): number => {
  if (html.startsWith("<!--", open)) return after(html, "-->", open + 4);
  const mark = html[open + 1];
  return mark === "!" || mark === "?" || mark === "/" ? after(html, ">", open + 1) : open;
};

const after = (html: string, mark: string, from: number): number => {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
};

/** Attributes longer than this are no attributes but a quotation mark that nobody closed. */
const LONGEST_TAG = 20_000;

/** Where the `>` of a tag stands; one inside quotation marks does not count. */
const endOfTag = (html: string, from: number): number => {
  const most = Math.min(html.length, from + LONGEST_TAG);
  let quote = "";
  for (let at = from; at < most; at++) {
    const character = html[at] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === ">") return at;
    else if (character === '"' || character === "'") quote = character;
  }
  const plain = html.indexOf(">", from);
  return plain < 0 ? html.length : plain;
};

/** Behind the end of an element; undefined if nothing ends it. */
const behind = (html: string, name: string, from: number): number | undefined => {
  const end = new RegExp(`</${name}\\s*>`, "gi");
  end.lastIndex = from;
  const found = end.exec(html);
  return found ? found.index + found[0].length : undefined;
};

/** The value of an attribute among those of a tag. */
export const attributeIn = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|[\\s"'])${name}\\s*=\\s*("[^"]*"|'[^']*'|[^\\s"'>]+)`, "i").exec(
    attributes,
  );
  return found?.[1]?.replace(/^["']|["']$/g, "");
};

const named: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  yen: "¥",
  middot: "·",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  times: "×",
  radic: "√",
};

/** Text as it is shown: white space joined, entities spelt out. */
export const shownText = (raw: string): string =>
  raw
    .replace(/[ \t\r\n\f]+/g, " ")
    .replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,8}));/g, (whole, decimal, hex, name) => {
      if (name !== undefined) return named[String(name)] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(String(hex), 16);
      if (code === 0xa0) return " ";
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
