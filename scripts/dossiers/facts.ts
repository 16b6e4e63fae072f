/** What happened in an invented case, before anybody writes it down. Days are ISO, money is whole yuan. */

export interface Officer {
  name: string;
  certificate: string;
}

export interface Party {
  name: string;
  kind: "company" | "trader" | "person";
  /** Credit code, or resident id of a person. */
  code: string;
  /** Legal representative, operator, or the person. */
  representative: string;
  representativeId: string;
  address: string;
  phone: string;
}

export interface CaseFacts {
  party: Party;
  /** Two or more, the one in charge first. */
  officers: readonly [Officer, Officer, ...Officer[]];
  unitHead: string;
  leader: string;
  cause: string;
  source: string;
  /** The story, a paragraph each. */
  story: readonly string[];
  evidence: readonly string[];
  breached: string;
  penaltyLaw: string;
  benchmark: string;
  fine: number;
  /** Document numbers by what they are of. */
  numbers: Readonly<Record<"filing" | "correction" | "notice" | "decision", string>>;
  /** Where a fine is paid. */
  bank: string;
}

/** What a case is known by everywhere. */
export const caseOf = (facts: CaseFacts): string => facts.numbers.decision;
