import type { CaseFile } from "../model/origin.js";
import { documentNumberKey, parseDocumentNumber } from "../values/document-number.js";
import { nameKey } from "../values/names.js";
import { textKey } from "../values/text-key.js";
import { tellApart } from "./tell-apart.js";

/** The decision's number, also where rows spell it in different ways: the id has one of the spellings. */
const decisionNumberOf = ({ id, values, exceptions }: CaseFile): string | undefined => {
  const isSpeltTwice = exceptions.get("decision.number") === "conflicting";
  const number = isSpeltTwice ? id.replace(/#\d+$/, "") : values.decision?.number;
  return number !== undefined && parseDocumentNumber(number) ? number : undefined;
};

/** A number that names its agency is nobody else's; 〔2024〕1号 or 1 is one of its agency's. */
const numberOf = (file: CaseFile): string | undefined => {
  const { decision, number, filing } = file.values;
  const own = decisionNumberOf(file) ?? number ?? filing?.documentNumber ?? decision?.number;
  if (own === undefined) return undefined;
  const key = documentNumberKey(own);
  return parseDocumentNumber(own)?.prefix ? key : `${key} ${textKey(decision?.agency ?? "")}`;
};

/** Who, when and what. */
const descriptionOf = ({ values }: CaseFile): string => {
  const { party, parties, decision, filing, violation, inspection, item, cause, name } = values;
  const people = (parties ?? [party]).flatMap((one) => one?.name ?? []).map(nameKey);
  const days = [decision?.date, filing?.date, violation?.date, inspection?.date];
  const act = item?.code ?? item?.name ?? violation?.kind ?? cause ?? name ?? "";
  return JSON.stringify([people.sort(), days.map((day) => day ?? ""), textKey(act)]);
};

const plainly = (_: string, value: unknown): unknown => {
  if (typeof value === "string") return documentNumberKey(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** All that is known of a case, in whatever order and notation the files give it. */
const contentOf = ({ values }: CaseFile): string => JSON.stringify(values, plainly);

/** What tells most cases apart: the number, else party, days and act. */
export const firstTraitOf = (file: CaseFile): string => numberOf(file) ?? descriptionOf(file);

/**
 * What tells the cases of a run apart, whatever the rows, sheets and files they stand in and the brackets
 * of their numbers: the number, else party, days and act; more only where several cases share that.
 */
export const identitiesOf = (cases: readonly CaseFile[]): ReadonlyMap<CaseFile, string> =>
  new Map(tellApart(cases, [firstTraitOf, descriptionOf, contentOf]));
