import { foldWidth, withoutSpace } from "./fold-width.js";

const YES = new Set([..."是有√✓✔☑✅■1", ...["y", "yes", "true", "已", "经"]]);
const NO = new Set([
  ..."否无×╳✕✖✗✘☐□未不没0",
  ...["n", "no", "false", "没有", "不是", "不予", "无需", "无须"],
]);

/** `未知` and the like say that nobody knows, `不适用` that the question does not arise. */
const NO_ANSWER =
  /^(?:未知|未填|未到|未登记|未录入|未上传|未记载|未记录|未注明|未载明|未明确|未详|未定|未涉及|不详|不明|不清|不确定|不知|不适用|不涉及|不一|不好说|不动产|未必|未来|未成年|未满)/;
/** Things done and then undone. */
const UNDONE = /^已(?:撤|注销|取消|过期|失效|逾期|拒|终止|中止|删|下架|解除)/;
const DONE =
  /^(?:已\p{Script=Han}{1,8}|业?经过?(?:集体|法制|法审|听证|审核|审批|批准|讨论|会审|案审|公示|负责人|领导)\p{Script=Han}{0,8})$/u;
const NOT_DONE = /^(?:未|不|尚未|没有|无需|无须)\p{Script=Han}{1,8}$/u;

const TICK = "[√✓✔☑✅■]";
const EMPTY = "[□☐×]";
const MARK = `(?:${TICK}|${EMPTY})`;
const OPTION = "(?:是|有|否|无|没有|(?:已|未|不)\\p{Script=Han}{0,6})";
const MARKS_AFTER = new RegExp(`^(${OPTION})(${MARK})[/,;、]?(${OPTION})(${MARK})$`, "u");
const MARKS_BEFORE = new RegExp(`^(${MARK})(${OPTION})[/,;、]?(${MARK})(${OPTION})$`, "u");
const ONE_OPTION = new RegExp(`^(?:${TICK}(${OPTION})|(${OPTION})${TICK})$`, "u");
const IS_TICK = new RegExp(TICK);

/**
 * A yes or a no in any of the spellings seen in files: 是/否, 有/无, Y/N, 1/0, √/×, `已公示`/`未公示`,
 * `是√ 否□`. With `codeList`, 1 is 是 and 2 is 否, as some code lists have it; 2 means nothing without it
 * and 0 nothing with it. Undefined for everything else: empty cells, 是否, 未记载, 不适用, both boxes ticked.
 */
export const parseYesNo = (
  text: string,
  options: { codeList?: boolean } = {},
): boolean | undefined => {
  if (text.length > 40) return undefined;
  const plain = normalise(text);
  if (options.codeList === true && /^[012]$/.test(plain)) {
    return plain === "0" ? undefined : plain === "1";
  }
  if (YES.has(plain)) return true;
  if (NO.has(plain)) return false;
  return fromBoxes(plain) ?? fromPhrase(plain);
};

const normalise = (text: string): string =>
  withoutSpace(
    foldWidth(text)
      .replace(/[([]\s*([√✓✔×])\s*[)\]]/g, "$1")
      .replace(/[([]\s*[)\]]/g, "□"),
  )
    .replace(/[。;]$/, "")
    .toLowerCase();

const fromBoxes = (plain: string): boolean | undefined => {
  const after = MARKS_AFTER.exec(plain);
  if (after) return chosen(after[1], after[2], after[3], after[4]);
  const before = MARKS_BEFORE.exec(plain);
  if (before) return chosen(before[2], before[1], before[4], before[3]);
  const one = ONE_OPTION.exec(plain);
  return one ? meaning(one[1] ?? one[2] ?? "") : undefined;
};

/** What the one ticked option means, if exactly one is ticked and the two are opposites. */
const chosen = (first = "", firstMark = "", second = "", secondMark = ""): boolean | undefined => {
  const isFirst = IS_TICK.test(firstMark);
  if (isFirst === IS_TICK.test(secondMark)) return undefined;
  const [a, b] = [meaning(first), meaning(second)];
  if (a === undefined || b === undefined || a === b) return undefined;
  return isFirst ? a : b;
};

const meaning = (option: string): boolean | undefined => {
  if (YES.has(option)) return true;
  return NO.has(option) ? false : fromPhrase(option);
};

const fromPhrase = (plain: string): boolean | undefined => {
  if (NO_ANSWER.test(plain) || UNDONE.test(plain)) return undefined;
  if (DONE.test(plain)) return true;
  return NOT_DONE.test(plain) ? false : undefined;
};
