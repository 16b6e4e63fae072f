/** A line as the recogniser reads it. */
export interface ReadText {
  text: string;
  /**
   * How sure each character is, from 0 to 1; one beside a gap where another may have been lost is no surer than that gap
   * is empty.
   */
  confidences: number[];
  /** Where each character stands: from 0 at the left end to 1 at the right end. */
  places: number[];
}

/** A step of the recogniser's: its likeliest choice and the next one; 0 is no character. */
interface Step {
  best: number;
  likelihood: number;
  second: number;
  secondLikelihood: number;
}

const stepAt = (steps: Float32Array, at: number, choices: number): Step => {
  let [best, second] = [0, 1];
  const value = (choice: number): number => steps[at + choice] ?? 0;
  if (value(1) > value(0)) [best, second] = [1, 0];
  for (let choice = 2; choice < choices; choice++) {
    if (value(choice) > value(best)) [best, second] = [choice, best];
    else if (value(choice) > value(second)) second = choice;
  }
  return { best, likelihood: value(best), second, secondLikelihood: value(second) };
};

/** Whether the character that nearly stood at a gap is none that stands beside it anyway. */
const isLost = (steps: readonly Step[], index: number): boolean => {
  const lost = steps[index]?.second;
  for (const direction of [-1, 1]) {
    let near = index + direction;
    while (steps[near]?.best === 0) near += direction;
    if (steps[near]?.best === lost) return false;
  }
  return true;
};

/**
 * Takes the likeliest character of each step, repetitions once, blanks out (greedy CTC decoding).
 * @param likelihoods for each step those of: blank, then each character
 */
export const decodeSteps = (likelihoods: Float32Array, characters: readonly string[]): ReadText => {
  const choices = characters.length + 1;
  const steps: Step[] = [];
  for (let at = 0; at + choices <= likelihoods.length; at += choices) {
    steps.push(stepAt(likelihoods, at, choices));
  }
  const read: ReadText = { text: "", confidences: [], places: [] };
  let gap = 1;
  steps.forEach((step, index) => {
    const last = read.confidences.length - 1;
    if (step.best === 0) {
      if (!isLost(steps, index)) return;
      gap = Math.min(gap, 1 - step.secondLikelihood);
      if (last >= 0) read.confidences[last] = Math.min(read.confidences[last] ?? 1, gap);
    } else if (step.best !== steps[index - 1]?.best) {
      read.text += characters[step.best - 1] ?? "";
      read.confidences.push(Math.min(step.likelihood, gap));
      read.places.push((index + 0.5) / steps.length);
      gap = 1;
    }
  });
  return read;
};
