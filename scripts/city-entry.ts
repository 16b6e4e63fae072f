/** What the city's ledgers say of one case. Days are ISO, amounts yuan; what is not there is an empty cell. */
export interface Entry {
  /** By whose habits dates, amounts and blanks are written. */
  hand: number;

  caseNumber?: string;
  name?: string;
  source?: string;
  clue?: string;
  procedure?: string;
  item?: string;
  itemCode?: string;
  facts?: string;
  place?: string;
  evidence?: string;
  violation?: string;
  violationEnd?: string;
  goods?: number;
  major?: string;
  complex?: string;
  status?: string;

  party?: string;
  partyKind?: string;
  creditCode?: string;
  id?: string;
  legalRepresentative?: string;
  employer?: string;

  officers?: string;
  certificates?: string;

  inspected?: string;
  shown?: string;
  filed?: string;
  filedBy?: string;
  filingSigned?: string;
  sampled?: string;
  reported?: string;
  preserved?: string;
  preservedHandled?: string;
  preservedHow?: string;
  recusal?: string;
  recusalOn?: string;
  recusalDecision?: string;
  recusalDecidedOn?: string;
  correction?: string;
  correctionOn?: string;
  correctionResult?: string;
  investigated?: string;
  excludedDays?: number;
  excludedFor?: string;
  extension?: string;
  extensionDays?: number;

  violated?: string;
  penaltyLaw?: string;
  benchmarkApplied?: string;
  tier?: string;
  factors?: string;
  leniency?: string;
  deviation?: string;
  deviationApprover?: string;

  reviewed?: string;
  submitted?: string;
  received?: string;
  reviewedOn?: string;
  opinion?: string;
  reviewer?: string;
  passedLater?: string;

  notice?: string;
  noticeServed?: string;
  noticeFine?: number;
  noticeKinds?: string;
  noticeRenewed?: string;
  defenceDays?: number;
  defence?: string;
  defenceOn?: string;
  defenceReview?: string;
  hearingOffered?: string;
  hearing?: string;
  hearingAskedOn?: string;
  hearingWithdrawn?: string;
  hearingNotified?: string;
  hearingOn?: string;
  hearingHost?: string;
  hearingMinutes?: string;
  discussed?: string;
  discussedOn?: string;
  discussion?: string;
  attendees?: string;

  approver?: string;
  approvedOn?: string;
  number?: string;
  decided?: string;
  agency?: string;
  kinds?: string;
  content?: string;
  fine?: number;
  fineInWords?: string;
  confiscated?: number;
  impact?: string;
  changedOn?: string;
  change?: string;

  served?: string;
  serviceMode?: string;
  dispatched?: string;
  earlierAttempts?: string;
  noticedOn?: string;
  noticeDays?: number;

  paid?: string;
  paidAmount?: number;
  payMode?: string;
  onSpot?: string;
  onSpotGround?: string;
  performance?: string;
  deferred?: string;
  reminded?: string;
  surcharge?: number;
  appliedToCourt?: string;
  transferredOn?: string;
  transfer?: string;

  closed?: string;
  closedHow?: string;
  closedBy?: string;
  archived?: string;

  published?: string;
  channel?: string;
  notPublishedFor?: string;
  publishedNumber?: string;
  publishedFine?: number;
  withdrawn?: string;
  withdrawalGround?: string;

  seizure?: Seizure;
  recordings?: readonly Recording[];
  remark?: string;
}

/** 查封、扣押, as the ledger of coercive measures has it. */
export interface Seizure {
  number: string;
  kind: string;
  goods: string;
  approver: string;
  approvedOn: string;
  urgent: string;
  from: string;
  to: string;
  extension?: string;
  extensionApprovedOn?: string;
  extendedTo?: string;
  testingDays?: number;
  testingTold?: string;
  handling: string;
  handledOn: string;
}

export interface Recording {
  stage: string;
  /** Day and time: 2024-03-05 09:10. */
  from: string;
  to: string;
  minutes: number;
  device: string;
  person: string;
  place: string;
  file: string;
  uploaded: string;
  retention?: string;
  deleted?: string;
}

/** The fields of an entry that stand in one cell. */
export type Field = Exclude<keyof Entry, "hand" | "seizure" | "recordings">;

/** `null` empties a cell that the usual course of a case would fill. */
export type Changes = { [K in Field]?: Entry[K] | null } & {
  seizure?: Seizure;
  recordings?: readonly Recording[];
};

export const changed = (entry: Entry, changes: Changes): Entry => {
  const kept = Object.entries({ ...entry, ...changes }).filter(([, value]) => value !== null);
  return { hand: entry.hand, ...Object.fromEntries(kept) };
};
