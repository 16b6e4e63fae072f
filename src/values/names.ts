import { isBlankMarker } from "./blank.js";
import { foldWidth } from "./fold-width.js";
import { keepingSome } from "./remember.js";
import { textKey } from "./text-key.js";

/** A person as a cell names them, with the number of the enforcement certificate (执法证号) if it is theirs. */
export interface NamedPerson {
  readonly name: string;
  readonly certificate?: string;
}

/**
 * The people a cell names: `张三、李四`, `张三 李四`, `张三（13050012345）、李四（13050012346）`, `张三13050012345`.
 * `王 强` is one name padded to the width of the column. A number is given to a name only where it
 * stands in brackets or right behind it, or where names and numbers take turns throughout; a list of
 * names followed by a list of numbers leaves open whose is whose.
 */
export const parsePeople: (text: string) => readonly NamedPerson[] = keepingSome((text) => {
  const parts = splitOutsideBrackets(text).flatMap(partsOf);
  return takeTurns(parts) ? pairUp(parts) : parts.flatMap((part) => part.person ?? []);
});

/** The names in a cell, without numbers: `张三、李四`, `张三 李四`, `张三和李四`; `张和平` is one. */
export const splitNames = (text: string): string[] => parsePeople(text).map(({ name }) => name);

/** The certificate numbers in a cell: `13050012345,13050012346`, `冀E12345、冀E12346`. */
export const splitCodes = (text: string): string[] =>
  splitOutsideBrackets(text)
    .flatMap(splitSpacedCodes)
    .flatMap((piece) => piece.split(/(?<=[A-Za-z0-9号])[和及与]/u))
    .map((piece) => attached(piece)?.certificate ?? codeIn(piece))
    .filter((code) => !isBlankMarker(code));

/** The key under which two spellings of a name match: NFKC, no spaces, one kind of middle dot. */
export const nameKey = (name: string): string => textKey(name).replace(/[•‧∙⋅・･]/gu, "·");

const SEPARATOR = /[、,;/|\n\r\t]/;
const HAN_NAME = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}+[·•‧・][\p{Script=Han}·•‧・]+)$/u;
const HAN_WORD = /^[\p{Script=Han}·•‧・]+$/u;
/** A name, minority names with their dots and foreign ones included. */
const NAME = "[\\p{Script=Han}〇·•‧・]{2,20}";
const CODE = "(?=[A-Za-z-]*\\d)[A-Za-z0-9][A-Za-z0-9-]{3,39}";
const WITH_BRACKETS = /^([^()]+)\(([^()]*)\)?$/u;
const WITH_NUMBER = new RegExp(`^(${NAME})[:]?(\\d{5,}[A-Za-z0-9-]*)$`, "u");
const WITH_COLON = new RegExp(`^(${NAME}):(.+)$`, "u");
const WITH_SPACE = new RegExp(`^(\\p{Script=Han}[\\p{Script=Han}· ]*?) +(${CODE})$`, "u");
const CODE_LABEL = /^(?:(?:行政)?(?:执法)?(?:证件?)?(?:编号|号码|号):?|:)\s*(?=.)/u;

const PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
/** `13050012345`, `冀E12345`, `E05-0123`, `京执字第001号`. */
const IS_CODE = new RegExp(
  `^(?:[${PROVINCES}]?${CODE}|\\p{Script=Han}{1,10}(?:〔\\d{4}〕|\\(\\d{4}\\))?第?\\d{1,12}号)$`,
  "u",
);
const CERTIFICATE_NUMBER_LABEL =
  / ?(?:行政)?(?:执法)?证件?(?:编号|号码|号)(?:分别)?[为是]?:? ?(?=[A-Za-z0-9])/gu;
const ROLES = "(?:主办|协办|承办|记录|检查|执法|办案|经办|审核)(?:人|人员|者)?";
const ROLE_LABEL = new RegExp(`^${ROLES}:\\s*`, "u");
const BEFORE_ROLE = new RegExp(`\\s+(?=${ROLES}:)`, "u");
const LONGEST_PIECE = 80;

interface Part {
  readonly person?: NamedPerson;
  /** A number that stands by itself. */
  readonly code?: string;
}

/** Splits at separators outside brackets and behind brackets; one that never closes ends with the text. */
const splitOutsideBrackets = (text: string): string[] => {
  if (isBlankMarker(text)) return [];
  const pieces: string[] = [];
  let piece = "";
  let depth = 0;
  for (const glyph of plainCell(text)) {
    if (glyph === "(") depth++;
    if (glyph === ")") depth = Math.max(0, depth - 1);
    const isSeparator = depth === 0 && SEPARATOR.test(glyph);
    if (!isSeparator) piece += glyph;
    if (isSeparator || (depth === 0 && glyph === ")")) {
      pieces.push(piece);
      piece = "";
    }
  }
  return [...pieces, piece]
    .flatMap((each) => each.split(BEFORE_ROLE))
    .map((each) => each.trim())
    .filter((each) => !isBlankMarker(each));
};

const plainCell = (text: string): string =>
  foldWidth(text)
    .replace(/[^\S\n\r\t]+/g, " ")
    .replace(CERTIFICATE_NUMBER_LABEL, ":");

const partsOf = (piece: string): Part[] => {
  const bare = piece.replace(ROLE_LABEL, "").replace(/^['‘’]/u, "");
  if (isBlankMarker(bare)) return [];
  if (bare.length > LONGEST_PIECE) return [{ person: { name: bare } }];
  const code = codeIn(bare);
  if (IS_CODE.test(code)) return [{ code }];
  const person = attached(bare);
  if (person) return [{ person }];
  const spaced = WITH_SPACE.exec(bare);
  if (spaced) {
    const [, names = "", number = ""] = spaced;
    return [...namesIn(names).map((name) => ({ person: { name } })), { code: number }];
  }
  return namesIn(bare).map((name) => ({ person: { name } }));
};

/** A name with its number in brackets, behind a colon or right behind it. */
const attached = (piece: string): NamedPerson | undefined => {
  const bracketed = WITH_BRACKETS.exec(piece);
  if (bracketed) {
    const [, name = "", inside = ""] = bracketed;
    return withCertificate(joinPadded(name), inside);
  }
  const [, name, code] = WITH_NUMBER.exec(piece) ?? WITH_COLON.exec(piece) ?? [];
  if (name === undefined || code === undefined || !IS_CODE.test(codeIn(code))) return undefined;
  return { name, certificate: codeIn(code) };
};

const withCertificate = (name: string, inside: string): NamedPerson | undefined => {
  if (!/\p{Script=Han}/u.test(name) || /\d/.test(name)) return undefined;
  const code = inside
    .split(/[、,;]/)
    .map(codeIn)
    .filter((each) => IS_CODE.test(each));
  const [only] = code;
  return only !== undefined && code.length === 1 ? { name, certificate: only } : { name };
};

const codeIn = (text: string): string =>
  text
    .trim()
    .replace(/^['‘’]/u, "")
    .replace(CODE_LABEL, "")
    .replace(/\s+/g, "");

/** Whether every name is followed by just one number: `张三 1305… 李四 1305…`. */
const takeTurns = (parts: readonly Part[]): boolean =>
  parts.length > 0 &&
  parts.length % 2 === 0 &&
  parts.every((part, index) =>
    index % 2 === 0 ? part.person && !part.person.certificate : part.code !== undefined,
  );

const pairUp = (parts: readonly Part[]): NamedPerson[] =>
  parts.flatMap(({ person }, index) => {
    const certificate = parts[index + 1]?.code;
    return person ? { name: person.name, ...(certificate && { certificate }) } : [];
  });

/** The names in a piece without separators: parted by spaces or by 和, 及, 与. */
const namesIn = (piece: string): string[] => {
  const words = piece.split(/\s+/).filter((word) => word !== "");
  const allHan = words.every((word) => HAN_WORD.test(word));
  const grouped = words.length > 1 && allHan ? groupPadded(words) : [words.join(" ")];
  return grouped.flatMap(splitAtAnd).filter((name) => /\p{L}/u.test(name));
};

const joinPadded = (name: string): string => namesIn(name.trim()).join("");

const COMPOUND_SURNAMES = new Set(
  "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 夏侯 司徒 宇文 长孙 申屠 南宫 西门 端木 独孤 淳于 单于 轩辕 钟离 闾丘 拓跋 百里 呼延".split(
    " ",
  ),
);

/**
 * Words parted by spaces as names. Single characters are parts of a padded name (`王 强`, `张 建 国`); if it
 * is not clear which belong together, all stay together.
 */
const groupPadded = (words: readonly string[]): string[] => {
  const together = [words.join("")];
  if (words.length === 2) return isOnePadded(words) ? together : namesOr(words, together);
  const singles = words.flatMap((word, index) => (word.length === 1 ? [index] : []));
  if (singles.length === 0) return namesOr(words, together);
  const [first, second] = singles;
  const onePair = singles.length === 2 && first !== undefined && second === first + 1;
  if (!onePair) return together;
  const joined = words.slice(first, second + 1).join("");
  return namesOr([...words.slice(0, first), joined, ...words.slice(second + 1)], together);
};

const isOnePadded = ([first = "", second = ""]: readonly string[]): boolean =>
  first.length === 1 || second.length === 1 || COMPOUND_SURNAMES.has(first);

const namesOr = (words: readonly string[], otherwise: string[]): string[] =>
  words.every((word) => HAN_NAME.test(word)) ? [...words] : otherwise;

/**
 * `李四和王五` is two names, `张和平` and `李和平` are one: the parts must all be names by themselves, and
 * there must be only one way to part them.
 */
const splitAtAnd = (piece: string): string[] => {
  if (!/^\p{Script=Han}{5,}$/u.test(piece)) return [piece];
  const everywhere = piece.split(/[和及与]/u);
  if (everywhere.every((part) => HAN_NAME.test(part))) return everywhere;
  const ways = [...piece]
    .flatMap((glyph, index) => (/[和及与]/u.test(glyph) ? [index] : []))
    .map((index) => [piece.slice(0, index), piece.slice(index + 1)])
    .filter((parts) => parts.every((part) => HAN_NAME.test(part)));
  const [only] = ways;
  return only && ways.length === 1 ? only : [piece];
};

/** `1305001 1305002` is two numbers; `冀E 12345` is one. */
const splitSpacedCodes = (piece: string): string[] => {
  const words = piece.split(/\s+/);
  return words.length > 1 && words.every((word) => IS_CODE.test(word)) ? words : [piece];
};
