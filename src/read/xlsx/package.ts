import { Unreadable } from "../errors.js";
import type { Zip } from "../zip.js";
import { XmlScanner } from "../xml-scanner.js";

/** What one part of a package says about another. */
interface Relation {
  id: string;
  /** Last part of its type, which the transitional and the strict standard share: `worksheet`. */
  type: string;
  /** Name of the other part. */
  part: string;
}

/** What the parts that describe others may take; real ones stay far below. */
export const METADATA_BYTES = 64 * 1024 * 1024;

/** The relations of a part; of the package itself where the name is empty. */
export const relationsOf = (zip: Zip, part: string): Relation[] => {
  const slash = part.lastIndexOf("/") + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const bytes = zip.read(name, METADATA_BYTES);
  if (!bytes) return [];
  const xml = new XmlScanner(bytes);
  const relations: Relation[] = [];
  while (xml.next()) {
    if (!xml.opens("Relationship") || xml.attribute("TargetMode") === "External") continue;
    relations.push({
      id: xml.attribute("Id") ?? "",
      type: xml.attribute("Type")?.split("/").at(-1) ?? "",
      part: resolved(part.slice(0, slash), xml.attribute("Target") ?? ""),
    });
  }
  return relations;
};

/** The bytes of a part that has to be there. */
export const requiredPart = (zip: Zip, part: string, atMost?: number): Buffer => {
  const bytes = zip.read(part, atMost);
  if (!bytes) throw new Unreadable("file-broken", { part });
  return bytes;
};

const resolved = (folder: string, target: string): string => {
  const names: string[] = [];
  for (const name of (target.startsWith("/") ? target : folder + target).split(/[/\\]/)) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return names.join("/");
};
