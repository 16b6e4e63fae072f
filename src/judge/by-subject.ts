interface OnSubject {
  subject: { scope: string; id: string };
  rule: string;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of findings and reviews: by what they are about, then by rule. */
export const bySubject = (a: OnSubject, b: OnSubject): number =>
  compare(a.subject.scope, b.subject.scope) ||
  compare(a.subject.id, b.subject.id) ||
  compare(a.rule, b.rule);
