/** Groups by a key; elements without a key are left out. Groups and members keep their order. */
export const groupBy = <T>(
  elements: Iterable<T>,
  keyOf: (element: T) => string | undefined,
): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const element of elements) {
    const key = keyOf(element);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return groups;
};
