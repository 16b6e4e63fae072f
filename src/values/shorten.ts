/**
 * A text of at most so many characters; of a longer one the beginning and an ellipsis. No character and
 * no number is cut in two, so that a part of a person's number does not pass for something else.
 */
export const shorten = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\p{Cs}\p{M}\u200D]+$/u, "");
  const whole = cut.replace(/[\p{Nd}A-Za-z]+$/u, "");
  return `${whole.length * 2 > most ? whole : cut}…`;
};
