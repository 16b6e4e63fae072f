import { keepingSome } from "../values/remember.js";

const stepsOf = keepingSome((path): { groups: readonly string[]; last: string } => {
  const groups = path.split(".");
  return { last: groups.pop() ?? "", groups };
});

/** Puts a value into nested plain objects: `decision.date`. */
export const setPath = (target: Record<string, unknown>, path: string, value: unknown): void => {
  const { groups, last } = stepsOf(path);
  let node = target;
  for (const step of groups) {
    const inner = (node[step] ??= {}) as Record<string, unknown>;
    node = inner;
  }
  node[last] = value;
};
