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

/** Keeps some answers: the few names of a case are compared with each other again and again. */
export const keepingSome = (ask: (text: string) => string): ((text: string) => string) => {
  const answers = new Map<string, string>();
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined) {
      if (answers.size >= 1_000) answers.clear();
      answer = ask(text);
      answers.set(text, answer);
    }
    return answer;
  };
};
