/** Whether a text is a pattern of rule ids (`publicity/*`) and not one id. */
export const isRulePattern = (text: string): boolean => /[*?]/.test(text);

/** Whether a rule's id fits a pattern. */
export const fitsRulePattern = (pattern: string): ((id: string) => boolean) => {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  const whole = new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`);
  return (id) => whole.test(id);
};
