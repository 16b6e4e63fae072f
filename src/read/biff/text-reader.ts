import { Unreadable } from "../errors.js";

/** Reads texts and numbers that may run on from one record into those that continue it. */
export class TextReader {
  #piece = 0;
  #at: number;

  /** @param at where in the first piece to begin. */
  constructor(
    private readonly pieces: readonly Buffer[],
    at = 0,
  ) {
    this.#at = at;
  }

  byte(): number {
    const value = this.#current()[this.#at++];
    if (value === undefined) throw new Unreadable("file-broken");
    return value;
  }

  short(): number {
    return this.byte() + this.byte() * 256;
  }

  long(): number {
    return this.short() + this.short() * 65_536;
  }

  /** A text with its marks: width of its characters, formatting runs and phonetic hints, which are passed over. */
  text(characters: number): string {
    const marks = this.byte();
    const runs = marks & 8 ? this.short() : 0;
    const hints = marks & 4 ? this.long() : 0;
    const text = this.#characters(characters, (marks & 1) === 1);
    this.#skip(4 * runs + hints);
    return text;
  }

  /** Where a text runs on into the next record, its width is said anew. */
  #characters(count: number, isWide: boolean): string {
    let text = "";
    let wide = isWide;
    while (text.length < count) {
      const piece = this.pieces[this.#piece];
      if (!piece) throw new Unreadable("file-broken");
      const size = wide ? 2 : 1;
      const taken = Math.min(count - text.length, Math.floor((piece.length - this.#at) / size));
      const end = this.#at + taken * size;
      text += piece.toString(wide ? "utf16le" : "latin1", this.#at, end);
      this.#at = end;
      if (text.length === count) break;
      this.#piece++;
      this.#at = 0;
      wide = (this.byte() & 1) === 1;
    }
    return text;
  }

  #skip(bytes: number): void {
    let rest = bytes;
    while (rest > 0) {
      const taken = Math.min(rest, this.#current().length - this.#at);
      this.#at += taken;
      rest -= taken;
    }
  }

  /** The piece in which the next byte stands. */
  #current(): Buffer {
    let piece = this.pieces[this.#piece];
    while (piece && this.#at >= piece.length) {
      piece = this.pieces[++this.#piece];
      this.#at = 0;
    }
    if (!piece) throw new Unreadable("file-broken");
    return piece;
  }
}
