import type { CaseValues } from "../../model/case-file.js";
import type { DossierWords } from "../../model/document-words.js";
import type { Origin } from "../../model/origin.js";
import type { FieldsFound } from "../../recognise/documents/findings.js";
import type { Person } from "../people.js";
import { absencesIn, isWhole } from "./absences.js";
import { catalogueOf, type Catalogue } from "./catalogue.js";
import { ownPrefix } from "./case-fields.js";
import { evidenceOf, type NamedEvidence } from "./named-evidence.js";
import { putAt } from "../set-path.js";
import { DocumentOrigin } from "./document-origin.js";
import type { Dossier } from "./dossier.js";
import { mergeDocuments, type MergedDocuments } from "./merge-documents.js";
import { renamedPeople, withPeople } from "./people-in-documents.js";
import { stagesOf, type Stages } from "./stages.js";

type Certificates = CaseValues["certificates"];

/** Stands for the type of a document that could not be told: rules over documents do not speak of it. */
const unknownType = "unknown";

const reviewerList = "legalReview.reviewers";

/** A dossier as a part of its case: what its documents say together, and where. */
export class DossierInCase {
  readonly merged: MergedDocuments;
  readonly #catalogue: Catalogue | undefined;

  constructor(
    readonly dossier: Dossier,
    readonly words: DossierWords,
  ) {
    this.merged = mergeDocuments(dossier.documents, words);
    this.#catalogue = catalogueOf(dossier.documents);
  }

  /** What kind of case its documents show. */
  get kind(): CaseValues["kind"] {
    return this.words.kinds.find(({ types }) => this.#hasOneOf(types))?.kind as CaseValues["kind"];
  }

  /** How the case is called by its documents; undefined where they give no number. */
  get decisionNumber(): string | undefined {
    return this.merged.values.get("decision.number") as string | undefined;
  }

  get name(): string {
    const { place } = this.dossier;
    const number = this.decisionNumber ?? this.merged.values.get("filing.documentNumber");
    return (number as string | undefined) ?? (place.split("/").at(-1) || place);
  }

  get isSimple(): boolean {
    return this.#hasOneOf(this.words.simple);
  }

  /** The case's officers, those of its rows first, and all certificate numbers. */
  withOfficers({
    officers = [],
    certificates = [],
  }: Pick<CaseValues, "officers" | "certificates">): {
    officers?: Person[];
    certificates?: NonNullable<Certificates>;
  } {
    const people = withPeople(officers, this.merged.speaking, "officers");
    const numbers = [...certificates, ...people].map((one) =>
      "number" in one ? one.number : (one as Person).certificate,
    );
    const distinct = [...new Set(numbers.flatMap((number) => number ?? []))];
    return {
      ...(people.length > 0 && { officers: people }),
      ...(distinct.length > 0 && { certificates: distinct.map((number) => ({ number })) }),
    };
  }

  /** The reviewers of its rows and those whom the documents name. */
  withReviewers(reviewers: readonly Person[]): Person[] {
    return withPeople(reviewers, this.merged.speaking, reviewerList);
  }

  /** The list of documents and the state of the dossier, as rules see them. */
  get values(): Pick<CaseValues, "documents" | "dossier" | "entries"> {
    const { documents } = this.dossier;
    return {
      ...(this.#catalogue && { entries: this.#catalogue.entries }),
      documents: documents.map(
        ({ type, title, typeName, file, pages, printedPage, fields, serves }, at) => ({
          ...ownValues(fields),
          ...(serves.length > 0 && { serves: serves.map(({ said }) => said.text) }),
          ...(printedPage !== null && { printedPage }),
          ...listedAs(this.#catalogue?.listed[at]),
          type: type ?? unknownType,
          title: title ?? typeName ?? file,
          file,
          ...(pages !== null && { page: pages[0] }),
        }),
      ),
      dossier: {
        whole: isWhole(this.dossier, this.words),
        types: [...new Set(documents.flatMap(({ type }) => type ?? []))].sort(),
      },
    };
  }

  /** Which stages of the case's procedure it records. */
  stagesIn(values: CaseValues): Stages | undefined {
    return stagesOf(this.dossier, values, this.words);
  }

  /** The evidence that the decision names, and whether the dossier holds it. */
  evidenceIn(): NamedEvidence | undefined {
    return evidenceOf(this.dossier, this.merged, this.words);
  }

  /** What documents say of themselves and could not be read for certain, by path with the document's place. */
  get exceptions(): ReadonlyMap<string, "unreadable"> {
    return new Map(
      this.dossier.documents.flatMap(({ fields }, at) =>
        Object.entries(fields).flatMap(([path, { certain }]) =>
          path.startsWith(ownPrefix) && certain === false
            ? [[`documents[${at}].${path.slice(ownPrefix.length)}`, "unreadable"] as const]
            : [],
        ),
      ),
    );
  }

  /** Everything of it that speaks of the case; the officers and reviewers are those that the case has. */
  originsFor(officers: readonly Person[], reviewers: readonly Person[]): Origin[] {
    const { speaking } = this.merged;
    return [
      ...speaking.map((one, at) => {
        const renamed = new Map([
          ...renamedPeople(officers, one, "officers"),
          ...renamedPeople(reviewers, one, reviewerList),
        ]);
        return new DocumentOrigin(one.document, at, one.fields, renamed);
      }),
      ...(this.#catalogue?.origins ?? []),
      ...absencesIn(this.dossier, this.words),
    ];
  }

  #hasOneOf(types: readonly string[]): boolean {
    return this.dossier.documents.some(({ type }) => type !== null && types.includes(type));
  }
}

const listedAs = (listed: boolean | undefined) => (listed === undefined ? {} : { listed });

/** What a document says of itself; what it says with doubt has its place and no value. */
const ownValues = (fields: FieldsFound): Record<string, unknown> => {
  const values: Record<string, unknown> = {};
  for (const [path, { value, certain }] of Object.entries(fields)) {
    if (!path.startsWith(ownPrefix)) continue;
    putAt(values, path.slice(ownPrefix.length), certain === false ? undefined : value);
  }
  return values;
};
