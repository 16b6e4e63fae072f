import type { CaseValues } from "../../model/case-file.js";
import type { DossierWords } from "../../model/document-words.js";
import type { Origin, Source } from "../../model/origin.js";
import { valueAt } from "../../model/provenance.js";
import type { RecognisedDocument } from "../../recognise/documents/recognise-documents.js";
import { isWhole } from "./absences.js";
import type { Dossier } from "./dossier.js";
import { PlaceOrigin } from "./place-origin.js";

type Stage = NonNullable<CaseValues["stages"]>[number];

const isOneOf =
  (types: readonly string[]) =>
  ({ type }: RecognisedDocument): boolean =>
    type !== null && types.includes(type);

/** The stages of the ways that a case took, and whether a document of the dossier records each. */
export interface Stages {
  stages: Stage[];
  origins: Origin[];
}

/** Where a stage is recorded; where it is not, the dossier. */
const placeOf = (
  field: string,
  place: string,
  document: RecognisedDocument | undefined,
): Source => ({
  ...{ field, file: document?.file ?? place },
  ...(document?.pages && { page: document.pages[0] }),
  ...(typeof document?.title === "string" && { text: document.title }),
});

/**
 * Which stages of its procedure a dossier records. A whole dossier that could be read and holds no document
 * of a stage does not record it, unless a document of unknown type might be the one, or such papers may be
 * kept elsewhere; of other dossiers nobody can tell.
 */
export const stagesOf = (
  dossier: Dossier,
  values: CaseValues,
  words: DossierWords,
): Stages | undefined => {
  const { documents, place } = dossier;
  const taken = words.paths.filter(
    ({ types, without, field }) =>
      (documents.some(isOneOf(types)) && !documents.some(isOneOf(without))) ||
      (field !== undefined && valueAt(values, field.path) === field.is),
  );
  const whole = isWhole(dossier, words);
  const unknown = documents.flatMap(({ words: said }) => said ?? []);
  const asked = words.stages.filter(({ path }) => taken.some(({ id }) => id === path));
  if (asked.length === 0) return undefined;
  const found = asked.map(({ types }) => documents.find(isOneOf(types)));
  return {
    stages: asked.map(({ stage, types, words: pattern, mayBeElsewhere }, at): Stage => {
      if (found[at]) return { stage, present: true };
      const mayBeThere = unknown.some((text) => new RegExp(pattern, "u").test(text));
      const isOnDocument =
        types.includes("service-receipt") &&
        documents.some((one) => one.signedFor && isOneOf(words.decisions)(one));
      const isAbsent = whole && !mayBeThere && !mayBeElsewhere && !isOnDocument;
      return { stage, ...(isAbsent && { present: false }) };
    }),
    origins: asked.map(
      (_, at) => new PlaceOrigin(placeOf(`stages[${at}].present`, place, found[at])),
    ),
  };
};
