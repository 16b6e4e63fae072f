/**
 * Keeps the last answer: rule after rule asks the same of the same text of a case, and a column often
 * says the same in case after case.
 */
export const keepingLast = <Answer>(ask: (text: string) => Answer): ((text: string) => Answer) => {
  let last: { text: string; answer: Answer } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, answer: ask(text) };
    return last.answer;
  };
};

/** More answers than a few cases have names, numbers and words. */
const mostKept = 1_000;
/** Longer texts are seldom asked about twice. */
const longestKept = 200;

/** Keeps some answers: the few names of a case are compared with each other again and again. */
export const keepingSome = <Answer>(ask: (text: string) => Answer): ((text: string) => Answer) => {
  const answers = new Map<string, { answer: Answer }>();
  return (text) => {
    if (text.length > longestKept) return ask(text);
    let kept = answers.get(text);
    if (!kept) {
      if (answers.size >= mostKept) answers.clear();
      kept = { answer: ask(text) };
      answers.set(text, kept);
    }
    return kept.answer;
  };
};
