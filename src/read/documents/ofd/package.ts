import { posix } from "node:path";
import { Unreadable } from "../../errors.js";
import { XmlScanner } from "../../xml-scanner.js";
import type { Zip } from "../../zip.js";

/**
 * The parts of an OFD archive. References are relative to the part they stand in or, with a leading `/`,
 * to the archive; writers also use backslashes, and paths below the folder of the document.
 */
export class OfdPackage {
  constructor(private readonly zip: Zip) {}

  /** The name of the part that a reference means; undefined if there is none. */
  find(reference: string, from: string): string | undefined {
    const path = reference.trim().replaceAll("\\", "/");
    const folder = posix.dirname(from);
    const candidates = path.startsWith("/")
      ? [path, posix.join(folder, path)]
      : [posix.join(folder, path), path, posix.join(folder.split("/")[0] ?? "", path)];
    return candidates
      .map((candidate) => posix.normalize(candidate).replace(/^\//, ""))
      .find((candidate) => this.zip.has(candidate));
  }

  /** Throws `Unreadable` if the part is missing. */
  scan(part: string): XmlScanner {
    return new XmlScanner(this.bytes(part));
  }

  bytes(part: string): Buffer {
    const bytes = this.zip.read(part);
    if (!bytes) throw new Unreadable("file-broken", { part });
    return bytes;
  }
}
