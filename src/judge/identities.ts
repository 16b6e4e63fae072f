import type { CaseFile } from "../model/origin.js";
import { keyHash } from "../values/key-hash.js";
import { firstTraitOf, identitiesOf } from "./case-identity.js";
import { KeyGroups } from "./checks/key-groups.js";

/**
 * What tells a run's cases apart, found while they are gone through one by one: most by their first trait
 * alone, of which a hash is noted; the few that share it are brought back and compared.
 */
export class Identities {
  readonly #traits = new KeyGroups();
  #shared: ReadonlyMap<number, string> | undefined;

  constructor(readonly caseAt: (at: number) => CaseFile) {}

  take(file: CaseFile, at: number): void {
    this.#traits.add(keyHash(firstTraitOf(file)), at);
  }

  notes(): Float64Array {
    return this.#traits.notes();
  }

  join(notes: Float64Array): void {
    this.#traits.join(notes);
  }

  /** To be asked when every case was taken; `trait` is the case's first (`firstTraitOf`). */
  of(trait: string, at: number): string {
    this.#shared ??= this.#findShared();
    return this.#shared.get(at) ?? JSON.stringify([trait]);
  }

  #findShared(): ReadonlyMap<number, string> {
    const shared = new Map<number, string>();
    for (const { places } of this.#traits.groups(2)) {
      const files = places.map((at) => this.caseAt(at));
      const identities = identitiesOf(files);
      files.forEach((file, i) => shared.set(places[i] ?? 0, identities.get(file) ?? file.id));
    }
    return shared;
  }
}
