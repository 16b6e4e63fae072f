import type { Origin, Source } from "../../model/origin.js";

/** One place that speaks of one field of a case. */
export class PlaceOrigin implements Origin {
  constructor(readonly place: Source) {}

  readonly name = "";

  get file(): string {
    return this.place.file;
  }

  speaksOf(path: string): boolean {
    return path === this.place.field;
  }

  source(path: string): Source | undefined {
    return path === this.place.field ? this.place : undefined;
  }
}
