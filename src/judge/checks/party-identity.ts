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

const codeOf = ({ creditCode, idNumber }: Party): string | undefined => {
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

/**
 * Tells parties apart over many cases: by a sound credit code or identity number, else by name. A name
 * that elsewhere stands beside one code only is that code's.
 */
export class PartyIdentities {
  readonly #codesByName = new Map<string, Set<string>>();

  constructor(cases: readonly CaseFile[]) {
    for (const party of cases.flatMap(partiesOf)) {
      const code = codeOf(party);
      if (!code || !party.name) continue;
      const key = nameKey(party.name);
      this.#codesByName.set(key, (this.#codesByName.get(key) ?? new Set()).add(code));
    }
  }

  /** Undefined for a party without a name or number. */
  of(party: Party): PartyIdentity | undefined {
    const code = codeOf(party);
    if (code) return { key: code, certain: true };
    if (!party.name) return undefined;
    const key = nameKey(party.name);
    const codes = [...(this.#codesByName.get(key) ?? [])];
    const [only] = codes;
    const certain = isOwnName(party, key) && codes.length <= 1;
    return { key: codes.length === 1 && only ? only : key, certain };
  }
}
