import { plainWording } from "./plain-wording.js";
import { isUnread, type Unread } from "./span.js";
import { readWhen } from "./when.js";
import { readWording, type Wording } from "./wording.js";

/** One of several tiers that a single text gives. */
export interface TextTier extends Wording {
  name: string;
  conditions: string;
  /** Its own words. */
  text: string;
}

const RANK = "特别轻微|轻微|较轻|较重|特别严重|严重|一般|从轻|减轻|从重";
const TIER = `(?:违法)?(?:情节|行为|程度|后果|危害后果)?(${RANK})(?:处罚|情节|违法行为|档)?的?`;
const NUMBERED =
  "(?:[①-⑳]|\\d{1,2}[.、]|\\(?[一二三四五六七八九十\\d]{1,3}\\)|[一二三四五六七八九十]、)?";
const LEADS = new RegExp(`^${NUMBERED}${TIER}(?:\\(((?:[^()]|\\([^()]*\\))*)\\))?[：，]*(?=.)`);

/** Parts a common condition from the tiers behind it: 只规定最高没有最低：从轻…，一般…. */
const COMMON = new RegExp(`^([^：，；]{4,60})[：，](?=${TIER})`);
const NEXT_TIER = new RegExp(`，(?=${TIER}(?:一般)?(?:按|处|应当|不得|以))`);

interface Piece {
  text: string;
  common: string | undefined;
}

const piecesOf = (plain: string): Piece[] =>
  plain
    .split(/[；。\n]/)
    .filter((sentence) => sentence !== "")
    .flatMap((sentence) => {
      const common = LEADS.test(sentence) ? undefined : COMMON.exec(sentence)?.[1];
      const rest = common === undefined ? sentence : sentence.slice(common.length + 1);
      return rest.split(NEXT_TIER).map((text) => ({ text, common }));
    });

interface Open {
  name: string;
  conditions: string;
  common: string | undefined;
  text: string;
}

const openTiers = (plain: string): Open[] | Unread => {
  const tiers: Open[] = [];
  for (const { text, common } of piecesOf(plain)) {
    // The groups of NEXT_TIER stand between the parts of a split.
    if (new RegExp(`^(?:${RANK})$`).test(text)) continue;
    const [lead, name, conditions = ""] = LEADS.exec(text) ?? [];
    const open = tiers.at(-1);
    if (lead !== undefined && name !== undefined) {
      tiers.push({ name, conditions, common, text: text.slice(lead.length) });
    } else if (open) open.text += `；${text}`;
    else return { reason: "clause-not-understood", at: text };
  }
  return tiers;
};

/**
 * The tiers of a text that holds several (情节较轻的，处…；情节较重的，处…). Undefined for a text that holds fewer than
 * two; unread if one of them is.
 */
export const readTiers = (text: string): TextTier[] | Unread | undefined => {
  const open = openTiers(plainWording(text));
  if (isUnread(open) || open.length < 2) return undefined;
  const tiers: TextTier[] = [];
  for (const tier of open) {
    const wording = wordingOf(tier, tiers.at(-1));
    if (isUnread(wording)) return wording;
    tiers.push({ name: tier.name, conditions: tier.conditions, text: tier.text, ...wording });
  }
  return tiers;
};

const TAKES = /^(?:一般)?按照?/;

/** A share of the range may leave out 幅度, a percentage of the same base as before the base. */
const wordingOf = ({ text, common }: Open, before: Wording | undefined): Wording | Unread => {
  const plain = text.replace(/的$/, "");
  const base = before?.results.at(-1)?.baseText;
  const readings =
    common === undefined
      ? [plain, `幅度${plain}`]
      : [plain.replace(TAKES, "处"), plain.replace(TAKES, `处${base ?? ""}的`)];
  let wording = readWording(readings[0] ?? "");
  if (isUnread(wording) && wording.reason === "base-not-named")
    wording = readWording(readings[1] ?? "");
  if (isUnread(wording) || common === undefined) return wording;
  const when = readWhen(common);
  return {
    ...wording,
    results: wording.results.map((one) => ({ ...one, when: one.when ?? when })),
  };
};

/** Where a cell that also quotes the provision begins with its tiers. */
const TIERS_BEGIN = /(?:自由)?裁量(?:权)?(?:基准|标准|阶次)[：:]/;

/** The tiers of a cell, and the provision that stands before them; undefined for a cell with less than two. */
export const cellWithTiers = (
  text: string,
): { tiers: TextTier[]; before: string } | Unread | undefined => {
  const mark = TIERS_BEGIN.exec(text);
  const at = mark ? mark.index + mark[0].length : 0;
  const tiers = readTiers(text.slice(at));
  if (!tiers || isUnread(tiers)) return tiers;
  return { tiers, before: mark ? text.slice(0, mark.index) : "" };
};
