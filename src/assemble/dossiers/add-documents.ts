import { sameName } from "../../values/same-said.js";
import { documentNumberKey } from "../../values/document-number.js";
import { fieldAt } from "../../model/fields.js";
import { agreed, type MergedRows } from "../merge-rows.js";
import { setPath } from "../set-path.js";
import type { MergedDocuments } from "./merge-documents.js";
import { valueAt } from "../../model/provenance.js";

/** Which source is believed where a ledger and the documents contradict each other; neither as a rule. */
export type Believed = "ledger" | "documents" | "neither";

const isNumber = /(?:umentNumber|\.number|noticeNumber)$/;

/** Who the party is; other texts are said by each source in its own words. */
const isIdentity = /^party\.(?:name|creditCode|idNumber)$/;

/** The value on which ledger and documents agree; undefined where they contradict each other. */
const agreedWith = (path: string, ledger: unknown, documents: unknown): unknown => {
  const both = agreed(path, ledger, documents);
  if (both !== undefined) return both;
  if (typeof ledger !== "string" || typeof documents !== "string") return undefined;
  if (isNumber.test(path)) {
    return documentNumberKey(ledger) === documentNumberKey(documents) ? documents : undefined;
  }
  const isOwnWords = fieldAt(path)?.kind === "text" && !isIdentity.test(path);
  return isOwnWords ? ledger : undefined;
};

type Party = Record<string, unknown>;

/** The party of the ledger that the documents are about: the one of that name, or the only one. */
const partyMeant = (parties: readonly Party[], name: unknown): Party | undefined =>
  parties.length < 2
    ? parties[0]
    : parties.find(
        (one) =>
          typeof one["name"] === "string" &&
          typeof name === "string" &&
          sameName(one["name"], name),
      );

/**
 * Adds what the documents say to what the ledgers' rows say. Where both speak and differ, the field is
 * conflicting unless one of them is believed, and noted as contradicted.
 */
export const addDocuments = (
  rows: MergedRows,
  documents: MergedDocuments,
  believed: (path: string) => Believed,
): MergedRows => {
  const { values } = rows;
  const exceptions = new Map(rows.exceptions);
  const contradicted = new Set([...rows.contradicted, ...documents.contradicted]);
  const parties = (values["parties"] ?? []) as Party[];
  const meant = partyMeant(parties, documents.values.get("party.name")) ?? {};
  const isOfNoParty = parties.length > 0 && !parties.includes(meant);

  const targetOf = (path: string): [target: Record<string, unknown>, path: string] =>
    path.startsWith("party.") ? [meant, path.slice("party.".length)] : [values, path];

  for (const [path, value] of documents.values) {
    if (path.startsWith("party.") && isOfNoParty) continue;
    const believes = believed(path);
    if (exceptions.get(path) === "conflicting" && believes !== "documents") continue;
    const [target, own] = targetOf(path);
    const before = valueAt(target, own);
    const both = before === undefined ? value : agreedWith(path, before, value);
    if (both === undefined) contradicted.add(path);
    const kept = both ?? { ledger: before, documents: value, neither: undefined }[believes];
    if (kept === undefined) exceptions.set(path, "conflicting");
    else exceptions.delete(path);
    setPath(target, own, kept);
  }
  for (const [path, status] of documents.exceptions) {
    const [target, own] = targetOf(path);
    if (status === "unreadable" && valueAt(target, own) !== undefined) continue;
    exceptions.set(path, status);
    setPath(target, own, undefined);
  }
  if (parties.length === 0 && Object.keys(meant).length > 0) {
    Object.assign(values, { party: meant, parties: [meant] });
  }
  return { ...rows, values, exceptions, contradicted };
};
