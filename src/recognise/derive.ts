import { checkCreditCode } from "../values/credit-code.js";
import { checkResidentId } from "../values/resident-id.js";
import { sheetFields, type Vocabulary } from "../model/vocabulary.js";
import { momentFromIso, parseMoment, parseMomentSpan, writtenMoment } from "../values/moment.js";
import { parsePeriod } from "./period.js";
import { known, type Known, type Reading } from "./reading.js";
import { readWord, valueOfWord } from "./word-list.js";

/** A field that a ledger often has no column for, and the text that may say it all the same. */
interface Derivation {
  from: string;
  to: string;
}

/**
 * Read from another column's text only where the whole text is a word that the vocabulary lists for the
 * field. 当事人提出三点意见… says nothing here: it is left to people.
 */
const fromWords: readonly Derivation[] = [
  { from: "defence.text", to: "defence.made" },
  { from: "row.hearing", to: "hearing.requested" },
  { from: "row.hearing", to: "hearing.held" },
  { from: "legalReview.opinion", to: "legalReview.conclusion" },
  { from: "payment.state", to: "payment.done" },
  { from: "payment.instalments", to: "payment.deferred" },
  { from: "enforcement.state", to: "enforcement.applied" },
  { from: "publicity.channelName", to: "publicity.channel" },
];

/** One column for both ends: 强制起止. */
const fromPeriods: readonly { from: string; start: string; end: string }[] = [
  { from: "row.coercionPeriod", start: "coercion.from", end: "coercion.to" },
  { from: "row.suspensionPeriod", start: "decision.suspendedFrom", end: "decision.suspendedTo" },
  { from: "row.recordingPeriod", start: "recordings.from", end: "recordings.to" },
];

export interface Derived {
  field: string;
  from: string;
  reading: Known;
}

/** What the values of a row say beyond the columns' own fields, where that is certain. */
export const derive = (
  readingOf: (field: string) => Reading | undefined,
  { words }: Pick<Vocabulary, "words">,
): Derived[] => {
  const textOf = (field: string): string | undefined => {
    const reading = readingOf(field);
    return reading?.status === "known" ? reading.text : undefined;
  };
  const derived: Derived[] = [];
  const add = (from: string, field: string, value: Known["value"] | undefined, text: string) => {
    if (value !== undefined) derived.push({ field, from, reading: known(value, text) });
  };

  for (const { from, to } of fromWords) {
    const text = textOf(from);
    const list = words[to];
    if (text === undefined || !list) continue;
    const isYesNo = sheetFields.get(to)?.kind === "boolean";
    const word = isYesNo ? valueOfWord(text, list) : readWord(text, list);
    add(from, to, isYesNo && word !== undefined ? word === "true" : word, text);
  }

  for (const { from, start, end } of fromPeriods) {
    const text = textOf(from);
    const period = text === undefined ? undefined : parsePeriod(text);
    if (text === undefined || !period) continue;
    add(from, start, period.from.iso, text);
    add(from, end, period.to.iso, text);
  }

  for (const act of ["inspection", "inquiry"]) {
    const text = textOf(`${act}.date`);
    if (text !== undefined) {
      const span = parseMomentSpan(text);
      const from = span?.from ?? parseMoment(text);
      add(`${act}.date`, `${act}.from`, from && writtenMoment(from), text);
      add(`${act}.date`, `${act}.to`, span && writtenMoment(span.to), text);
    }
    const began = readingOf(`${act}.from`);
    const day = began?.status === "known" ? momentFromIso(String(began.value))?.date : undefined;
    add(`${act}.from`, `${act}.date`, day?.iso, textOf(`${act}.from`) ?? "");
  }

  const published = readingOf("publicity.published");
  if (published && published.status !== "blank") {
    add("publicity.published", "publicity.exemption", groundIn(published.text), published.text);
  }

  const code = textOf("row.partyCode");
  if (code !== undefined) {
    const field = partyCodeField(code);
    if (field) add("row.partyCode", field, code, code);
  }
  return derived;
};

/** 不予公示（涉及商业秘密）: the ground that the answer to 是否公示 gives; undefined without one. */
const groundIn = (text: string): string | undefined =>
  /^\s*(?:依法|经批准)?(?:不予?|不宜|暂不)公[示开]\s*[（(:：,，]\s*([^）)]{2,60})/.exec(text)?.[1];

/**
 * 统一社会信用代码/身份证号: by its form. A code that is neither for certain is taken for a credit code only
 * if it has a letter where an identity number has none.
 */
const partyCodeField = (code: string): string | undefined => {
  if (checkResidentId(code).kind === "valid") return "party.idNumber";
  const { kind, reason } = checkCreditCode(code);
  if (kind === "valid") return "party.creditCode";
  if (reason === "registration-number") return "party.registrationNumber";
  return /^[0-9A-Z]{17,19}$/i.test(code) && /[A-WYZ]/i.test(code) ? "party.creditCode" : undefined;
};
