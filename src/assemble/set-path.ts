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

/** The same with lists: `amounts[1].words`. An element that nothing is put into is an empty one. */
export const putAt = (target: Record<string, unknown>, path: string, value: unknown): void => {
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  let node = target;
  for (const step of steps) {
    const [, name = step, index] = /^(.+)\[(\d+)\]$/.exec(step) ?? [];
    if (index === undefined) {
      node = (node[name] ??= {}) as Record<string, unknown>;
      continue;
    }
    const elements = (node[name] ??= []) as Record<string, unknown>[];
    while (elements.length <= Number(index)) elements.push({});
    node = elements[Number(index)] ?? {};
  }
  node[last] = value;
};
