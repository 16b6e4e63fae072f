import type { DossierWords } from "../../model/document-words.js";
import type { FieldsFound } from "../../recognise/documents/findings.js";
import type { RecognisedDocument } from "../../recognise/documents/recognise-documents.js";

/** What a document says of the case, by the case's fields; what it says of itself is not among it. */
export type CaseFields = FieldsFound;

/** The prefix of what a document says of itself. */
export const ownPrefix = "documents.";

/** Types of documents that prove the service of others. */
const ofServices: ReadonlySet<string> = new Set(["service-receipt", "service-announcement"]);

const isOfService = (path: string): boolean => path.startsWith("service.");

/**
 * The fields that a document fills in its case. What a receipt or a public notice says of a service belongs to what was
 * served: the notice's day of service is not the decision's, and of what it does not name nobody knows. A
 * receipt that registers a notice together with the decision was signed for the decision.
 */
export const caseFieldsOf = (document: RecognisedDocument, words: DossierWords): CaseFields => {
  const { fields, serves, type } = document;
  const ofCase = Object.entries(fields).filter(([path]) => !path.startsWith(ownPrefix));
  if (type === null || !ofServices.has(type)) return Object.fromEntries(ofCase);
  const servesDecision = serves.some((one) => words.decisions.includes(one.type));
  const servedOn = servesDecision ? [] : serves.flatMap((one) => words.servedOn[one.type] ?? []);
  const day = fields["service.date"];
  return {
    ...Object.fromEntries(ofCase.filter(([path]) => servesDecision || !isOfService(path))),
    ...(day && Object.fromEntries(servedOn.map((path) => [path, day]))),
  };
};
