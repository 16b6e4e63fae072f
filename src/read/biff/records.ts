import { Unreadable } from "../errors.js";

/** The records of which a stream of a workbook consists (BIFF), one after the other. */
export class Records {
  type = 0;
  data: Buffer = Buffer.alloc(0);
  #at: number;

  constructor(
    private readonly stream: Buffer,
    start = 0,
  ) {
    this.#at = start;
  }

  /** Goes to the next record; false at the end of the stream. */
  next(): boolean {
    const { stream } = this;
    const start = this.#at + 4;
    if (start > stream.length) return false;
    this.type = stream.readUInt16LE(start - 4);
    const end = start + stream.readUInt16LE(start - 2);
    if (end > stream.length) throw new Unreadable("file-broken");
    this.data = stream.subarray(start, end);
    this.#at = end;
    return true;
  }

  /** The data of the current record and of those that continue it, which it takes up. */
  continued(): Buffer[] {
    const pieces = [this.data];
    while (this.#at + 4 <= this.stream.length && this.#nextType() === CONTINUE && this.next()) {
      pieces.push(this.data);
    }
    return pieces;
  }

  #nextType(): number {
    return this.stream.readUInt16LE(this.#at);
  }
}

const CONTINUE = 0x3c;

/** A record that is shorter than its fields. */
export const atLeast = (data: Buffer, bytes: number): Buffer => {
  if (data.length < bytes) throw new Unreadable("file-broken");
  return data;
};
