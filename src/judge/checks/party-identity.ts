import { checkCreditCode } from "../../values/credit-code.js";
import { nameKey } from "../../values/names.js";
import { checkResidentId } from "../../values/resident-id.js";
import { textKey } from "../../values/text-key.js";
import type { CaseValues } from "../../model/case-file.js";
import type { CaseFile } from "../../model/origin.js";

/** One party of a case. */
export type Party = NonNullable<CaseValues["party"]>;

/** Whom a file names, and whether that can be one party alone. */
export interface PartyIdentity {
  key: string;
  /** False for namesakes and masked names: 王某, 张三 without a number. */
  certain: boolean;
}

const masked = /[*×]|某|X{2,}/i;
/** 张三, 买买提·艾力: namesakes are many, while a company's registered name is its own. */
const personal = /^(?:\p{Script=Han}{1,4}|\p{Script=Han}+·[\p{Script=Han}·]+)$/u;

/** A sound credit code, else a sound identity number. */
export const codeOf = ({ creditCode, idNumber }: Party): string | undefined => {
  const code = textKey(creditCode ?? "").toUpperCase();
  if (checkCreditCode(code).kind === "valid") return code;
  const id = textKey(idNumber ?? "").toUpperCase();
  return checkResidentId(id).kind === "valid" ? id : undefined;
};

const isOwnName = ({ kind }: Party, key: string): boolean =>
  !masked.test(key) &&
  kind !== "citizen" &&
  (kind === "organisation" || kind === "sole-trader" || !personal.test(key));

/** Every party of a case, the first alone where no others are recorded. */
export const partiesOf = ({ values }: CaseFile): readonly Party[] =>
  values.parties && values.parties.length > 0 ? values.parties : values.party ? [values.party] : [];

/** The key under which a party's name is known elsewhere. */
export const nameKeyOf = ({ name }: Party): string | undefined =>
  name ? nameKey(name) : undefined;

/**
 * Who a party is: by its sound code, else by name. A name that elsewhere stands beside one code only is that
 * code's: `codesOf` gives the codes of a name, more than two need not be told. Undefined for a party without
 * a name or number.
 */
export const identityOf = (
  party: Party,
  codesOf: (name: string) => ReadonlySet<string>,
): PartyIdentity | undefined => {
  const code = codeOf(party);
  if (code) return { key: code, certain: true };
  const name = nameKeyOf(party);
  if (name === undefined) return undefined;
  const codes = codesOf(name);
  const [only] = codes;
  const key = codes.size === 1 && only !== undefined ? only : name;
  return { key, certain: isOwnName(party, name) && codes.size <= 1 };
};
