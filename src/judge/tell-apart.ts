import { groupBy } from "../values/group-by.js";

type Trait<T> = (element: T) => string;

/** The name that the first traits give, and further traits only for elements that these do not tell apart. */
export const tellApart = <T>(
  elements: readonly T[],
  [trait, ...finer]: readonly Trait<T>[],
  name: readonly string[] = [],
): [T, string][] => {
  if (!trait) return elements.map((element, i) => [element, JSON.stringify([...name, i])]);
  return [...groupBy(elements, trait)].flatMap(([key, group]): [T, string][] => {
    const [only, ...others] = group;
    const named = [...name, key];
    if (only !== undefined && others.length === 0) return [[only, JSON.stringify(named)]];
    return tellApart(group, finer, named);
  });
};
