import { groupBy } from "../../values/group-by.js";
import { caseFields } from "../../model/fields.js";
import type { Page } from "../../model/pages.js";
import type { DocumentField, FieldsFound } from "./findings.js";
import { isWhollyRecognised } from "./blank-places.js";
import { rowsOn } from "./page-rows.js";
import { partySigned, type SignaturePlace } from "./signature-places.js";
import { slipsTo } from "./slips.js";
import { datePattern } from "./written-forms.js";

/** Who signed a document, and where its place for that is empty. */
export interface Signatures {
  fields: FieldsFound;
  /** Field → the place, which is there and empty. */
  blank: FieldsFound;
}

/**
 * Reads who signed. Only what is certain becomes a value: a file that was born digital does not show what
 * hands wrote, so an empty place in it says nothing, and one name of two only where no picture may hold the
 * other. On pages recognised from pictures an empty place is empty if all of the document was legible.
 * @param named the officers whom the document lists
 */
export const readSignatures = (
  places: readonly SignaturePlace[],
  pages: readonly Page[],
  named: readonly string[],
): Signatures => {
  const fields: Record<string, DocumentField> = {};
  const blank: Record<string, DocumentField> = {};
  for (const [field, own] of groupBy(places, (place) => place.field)) {
    const signers = [...new Set(own.flatMap((place) => signersAt(place, named)))];
    const first = own.find(({ signed, below }) => signed.length + below.length > 0) ?? own[0];
    if (!first) continue;
    const { text, page, confidence } = first.said;
    const said = { text, page, confidence };
    if (signers.length > 0) {
      const isList = caseFields.get(field)?.kind === "texts";
      fields[field] = isList
        ? { ...said, ...several(signers, named, isWholly(own, pages), confidence < 1) }
        : { ...said, value: signers.join(" "), ...(!signers.every(isLegible) && doubtful) };
    } else if (own.every(({ struckOut }) => struckOut) || isWhollyRecognised(pages)) {
      blank[field] = { ...said, value: "" };
    }
  }
  return { fields, blank };
};

/** The same with the party's signature alone with its date on a line, where a form has no label for it. */
export const withPartyAlone = (
  { fields, blank }: Signatures,
  pages: readonly Page[],
  named: readonly string[],
): Signatures => {
  const others = [...named, ...Object.values(fields).flatMap(({ value }) => value)];
  const found = fields[partySigned] ? undefined : partyAlone(pages, others);
  if (!found) return { fields, blank };
  return {
    fields: { ...fields, [partySigned]: found },
    blank: Object.fromEntries(Object.entries(blank).filter(([field]) => field !== partySigned)),
  };
};

const doubtful = { certain: false } as const;

const isLegible = (text: string): boolean => !text.includes("\ufffd");

/** Names at a place; one that was misread by a character is the listed officer's that it is nearest to. */
const signersAt = ({ signed, below, struckOut }: SignaturePlace, named: readonly string[]) => {
  if (struckOut) return [];
  const also = signed.length > 0 ? below.filter((part) => named.includes(part)) : below;
  return [...signed, ...also].flatMap((part) => {
    const inside = named.filter((name) => part.includes(name));
    if (inside.length > 0) return inside;
    const near = named.filter((name) => name.length > 2 && slipsTo(part, name));
    return near.length === 1 ? near : [part];
  });
};

/**
 * A list of signers; in doubt where another may have signed whom the text does not show, or where a name that nobody
 * listed was recognised from a picture: handwriting makes another name of it.
 */
const several = (
  signers: readonly string[],
  named: readonly string[],
  isWhole: boolean,
  isPicture: boolean,
): Pick<DocumentField, "value" | "certain"> => {
  // Four letters may be two names written together.
  const names = signers.filter(
    (one) => named.includes(one) || /^\p{Script=Han}{2,3}$|·/u.test(one),
  );
  const mayBeAnother = isPicture && !names.every((one) => named.includes(one));
  const isSure = names.length > 1 || (isWhole && names.length === signers.length);
  if (mayBeAnother) return { value: [...signers], ...doubtful };
  return isSure ? { value: names } : { value: [...signers], ...doubtful };
};

/** Whether the text shows everybody who signed: recognised, or typed where no picture may be a signature. */
const isWholly = (places: readonly SignaturePlace[], pages: readonly Page[]): boolean =>
  isWhollyRecognised(pages) ||
  (pages.every(({ state }) => state === "text") &&
    places.every(({ said }) => pages.find(({ number }) => number === said.page)?.pictured === 0));

const ALONE = new RegExp(`^(\\p{Script=Han}{2,3})\\s*${datePattern}$`, "u");
const OF_DAYS = /日期|时间|日$/;

const partyAlone = (
  pages: readonly Page[],
  others: readonly unknown[],
): DocumentField | undefined => {
  for (const page of pages) {
    for (const { text, confidence } of rowsOn(page)) {
      const [, name] = ALONE.exec(text) ?? [];
      if (name === undefined || others.includes(name) || OF_DAYS.test(name)) continue;
      return { value: name, text, page: page.number, confidence };
    }
  }
  return undefined;
};
