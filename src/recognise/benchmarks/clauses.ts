const CHOOSES =
  /^(?:取其高者|取其低者|取高者|取低者|二者就高|二者取高|二者就低|以?较?[高低]者为准|就高)$/;

/** 责令改正，逾期不改正的，处…: a branch may begin inside a sentence. */
export const partsOf = (clauses: readonly string[]): string[][] => {
  const parts: string[][] = [];
  for (const [at, clause] of clauses.entries()) {
    const begins = at === 0 || (clause.endsWith("的") && !clauses[at - 1]?.endsWith("的"));
    if (begins) parts.push([clause]);
    else parts.at(-1)?.push(clause);
  }
  return parts;
};

/** 对直接负责的主管人员，处…: whom the next clause is about. */
const NAMES_SUBJECT = /^(?:并|同时)?对[^，\d]{2,60}$/;

/** 取其高者 belongs to the clause before it, a subject alone to the one behind. */
export const joinClauses = (clauses: readonly string[]): string[] => {
  const joined: string[] = [];
  let subject = "";
  for (const clause of clauses) {
    if (clause === "") continue;
    if (NAMES_SUBJECT.test(clause) && !/处|罚|的$/.test(clause)) subject += clause;
    else if (CHOOSES.test(clause) && joined.length > 0) joined.push(`${joined.pop()}，${clause}`);
    else {
      joined.push(subject + clause);
      subject = "";
    }
  }
  return subject === "" ? joined : [...joined, subject];
};
