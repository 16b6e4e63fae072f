import { nameKey } from "../../values/names.js";
import type { Person } from "../people.js";
import { certainText } from "./dossier.js";
import type { Speaking } from "./merge-documents.js";

/** The path and name of each person that a document lists in a field (`officers`). */
export const listedIn = ({ fields }: Speaking, list: string): [path: string, person: Person][] => {
  const people: [string, Person][] = [];
  for (let at = 0; ; at++) {
    const path = `${list}[${at}]`;
    if (!(`${path}.name` in fields)) return people;
    const name = certainText(fields, `${path}.name`);
    const certificate = certainText(fields, `${path}.certificate`);
    if (name !== undefined) people.push([path, { name, ...(certificate && { certificate }) }]);
  }
};

/** People of the rows and of the documents, each once, with the first certificate that is said of them. */
export const withPeople = (
  people: readonly Person[],
  speaking: readonly Speaking[],
  list: string,
): Person[] => {
  const all = new Map(people.map((person) => [nameKey(person.name ?? ""), person]));
  for (const [, person] of speaking.flatMap((one) => listedIn(one, list))) {
    const key = nameKey(person.name ?? "");
    const before = all.get(key);
    all.set(key, before?.certificate ? before : { ...before, ...person });
  }
  return [...all.values()];
};

/** Path of the case's person → path in the document that names the same. */
export const renamedPeople = (
  people: readonly Person[],
  speaking: Speaking,
  list: string,
): [string, string][] =>
  listedIn(speaking, list).flatMap(([path, { name = "" }]) => {
    const at = people.findIndex((person) => nameKey(person.name ?? "") === nameKey(name));
    return ["name", "certificate"].map((field): [string, string] => [
      `${list}[${at}].${field}`,
      `${path}.${field}`,
    ]);
  });
