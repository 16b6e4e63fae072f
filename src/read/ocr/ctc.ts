/** A line as the recogniser reads it. */
export interface ReadText {
  text: string;
  /** How likely its characters are: mean and lowest, from 0 to 1; 0 where there are none. */
  mean: number;
  lowest: number;
}

/**
 * Takes the likeliest character of each step, repetitions once, blanks out (greedy CTC decoding).
 * @param steps for each step the likelihoods of: blank, then each character
 */
export const decodeSteps = (steps: Float32Array, characters: readonly string[]): ReadText => {
  const choices = characters.length + 1;
  let [text, sum, count, lowest] = ["", 0, 0, 1];
  for (let at = 0, last = 0; at + choices <= steps.length; at += choices) {
    let best = 0;
    for (let choice = 1; choice < choices; choice++) {
      if ((steps[at + choice] ?? 0) > (steps[at + best] ?? 0)) best = choice;
    }
    if (best !== 0 && best !== last) {
      const likelihood = steps[at + best] ?? 0;
      text += characters[best - 1] ?? "";
      sum += likelihood;
      count++;
      lowest = Math.min(lowest, likelihood);
    }
    last = best;
  }
  return count === 0 ? { text: "", mean: 0, lowest: 0 } : { text, mean: sum / count, lowest };
};
