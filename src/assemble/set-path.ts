/** Puts a value into nested plain objects: `decision.date`. */
export const setPath = (target: Record<string, unknown>, path: string, value: unknown): void => {
  const steps = path.split(".");
  const last = steps.pop();
  if (last === undefined) return;
  let node = target;
  for (const step of steps) {
    const inner = (node[step] ?? {}) as Record<string, unknown>;
    node[step] = inner;
    node = inner;
  }
  node[last] = value;
};
