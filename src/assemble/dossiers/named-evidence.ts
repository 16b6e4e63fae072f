import type { CaseValues } from "../../model/case-file.js";
import type { DossierWords } from "../../model/document-words.js";
import type { Origin } from "../../model/origin.js";
import { isWhole } from "./absences.js";
import type { Dossier } from "./dossier.js";
import type { MergedDocuments } from "./merge-documents.js";
import { PlaceOrigin } from "./place-origin.js";

/** The evidence (证据) that a decision names, and whether the dossier holds it. */
export interface NamedEvidence {
  evidence: NonNullable<CaseValues["evidence"]>;
  origins: Origin[];
}

const field = "violation.evidence";

/**
 * Looks for the evidence that a decision names among the documents of its dossier. Only kinds that have a
 * form of their own are looked for; one is missing where the dossier is whole, every document could be told,
 * and none in which it might be copied is there.
 */
export const evidenceOf = (
  dossier: Dossier,
  { values, speaking }: MergedDocuments,
  words: DossierWords,
): NamedEvidence | undefined => {
  const said = values.get(field);
  if (typeof said !== "string") return undefined;
  const { documents } = dossier;
  const types = new Set(documents.map(({ type }) => type));
  const hasOneOf = (wanted: readonly string[]) => wanted.some((type) => types.has(type));
  const isCertain = isWhole(dossier, words) && !types.has(null);
  const evidence = said.split("；").map((name) => {
    const kind = words.evidence.find(({ words: pattern }) => new RegExp(pattern, "u").test(name));
    if (!kind) return { name };
    if (hasOneOf(kind.types)) return { name, present: true };
    const isAbsent = isCertain && !kind.mayBeElsewhere && !hasOneOf(kind.maybeIn);
    return { name, ...(isAbsent && { present: false }) };
  });
  const places = speaking.flatMap(({ document: { file, pages }, fields }) => {
    const { page, text } = fields[field] ?? {};
    return text === undefined ? [] : [{ file, ...(pages && { page }), text }];
  });
  return {
    evidence,
    origins: evidence.flatMap(({ name }, at) =>
      places.flatMap(({ page, ...place }) =>
        ["name", "present"].map(
          (member) =>
            new PlaceOrigin({
              ...{ field: `evidence[${at}].${member}`, ...place, text: name },
              ...(page !== undefined && { page }),
            }),
        ),
      ),
    ),
  };
};
