import { crc32, inflateRawSync } from "node:zlib";
import { Unreadable } from "./errors.js";
import type { Limits } from "./limits.js";
import type { Source } from "./source.js";

/**
 * A reader for zip archives that nobody vouches for. Sizes come from the central directory, are checked
 * before anything is unpacked, and are enforced while unpacking; only parts that are asked for cost
 * anything. Throws `Unreadable`.
 */
export class Zip {
  readonly #entries: ReadonlyMap<string, Entry>;
  #unpacked = 0;

  constructor(
    private readonly source: Source,
    private readonly limits: Pick<Limits, "archiveBytes" | "partBytes">,
  ) {
    this.#entries = readDirectory(source);
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(partKey(name));
  }

  /**
   * The unpacked bytes of a part; undefined if there is none. Part names ignore case, as OPC has it.
   *
   * @param atMost bytes that this part may take, where less than for any part is enough.
   */
  read(name: string, atMost = this.limits.partBytes): Buffer | undefined {
    const entry = this.#entries.get(partKey(name));
    if (!entry) return undefined;
    this.#charge(entry, name, Math.min(atMost, this.limits.partBytes));
    const packed = packedBytes(this.source, entry);
    const bytes = entry.method === DEFLATED ? inflate(packed, entry) : packed;
    // Some writers leave the checksum out.
    const intact = entry.crc === 0 || crc32(bytes) === entry.crc;
    if (bytes.length !== entry.size || !intact) throw broken(name);
    return bytes;
  }

  #charge(entry: Entry, name: string, atMost: number): void {
    // Deflate cannot do better than 1032:1, so a larger claim is a lie that would only cost memory.
    if (entry.size > 1032 * entry.packedSize + 1024) throw broken(name);
    this.#unpacked += entry.size;
    if (entry.size > atMost) throw tooLarge(atMost);
    if (this.#unpacked > this.limits.archiveBytes) throw tooLarge(this.limits.archiveBytes);
  }
}

interface Entry {
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  /** Where its local header stands. */
  offset: number;
}

const STORED = 0;
const DEFLATED = 8;
const MAX_ENTRIES = 100_000;
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;

const broken = (part?: string): Unreadable =>
  new Unreadable("file-broken", part === undefined ? {} : { part });
const tooLarge = (limit: number): Unreadable => new Unreadable("archive-too-large", { limit });

/** Some writers use backslashes or a leading slash. */
const partKey = (name: string): string =>
  name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();

const inflate = (packed: Buffer, entry: Entry): Buffer => {
  try {
    // One chunk of the declared size spares a copy; what unpacks to more than declared is an error.
    const room = entry.size + 64;
    return inflateRawSync(packed, { chunkSize: room, maxOutputLength: room });
  } catch {
    throw broken();
  }
};

const packedBytes = (source: Source, entry: Entry): Buffer => {
  const header = source.slice(entry.offset, entry.offset + 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw broken();
  if (entry.method !== STORED && entry.method !== DEFLATED) throw broken();
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = source.slice(start, start + entry.packedSize);
  if (packed.length < entry.packedSize) throw broken();
  return packed;
};

const readDirectory = (source: Source): Map<string, Entry> => {
  const { offset, count } = findDirectory(source);
  if (count > MAX_ENTRIES) throw tooLarge(MAX_ENTRIES);
  const bytes = source.slice(offset, offset + MAX_DIRECTORY_BYTES);
  const entries = new Map<string, Entry>();
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw broken();
    if (bytes.readUInt16LE(at + 8) & 1) throw new Unreadable("file-encrypted");
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const entry = {
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    widen(entry, bytes.subarray(nameEnd, extraEnd));
    entries.set(partKey(bytes.toString("utf8", at + 46, nameEnd)), entry);
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return entries;
};

/** The end-of-directory record stands last, behind it only a comment of up to 65,535 bytes. */
const findDirectory = (source: Source): { offset: number; count: number } => {
  const start = Math.max(0, source.size - 22 - 0xffff);
  const tail = source.slice(start, source.size);
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]), Math.max(0, tail.length - 22));
  if (at < 0 || at + 22 > tail.length) throw broken();
  const count = tail.readUInt16LE(at + 10);
  const offset = tail.readUInt32LE(at + 16);
  const wide = count === 0xffff || offset === NARROW;
  return wide ? findWideDirectory(source, start + at - 20) : { offset, count };
};

const NARROW = 0xffffffff;

/** ZIP64, which streaming writers use even for small files. */
const findWideDirectory = (source: Source, at: number): { offset: number; count: number } => {
  const locator = source.slice(Math.max(0, at), at + 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) throw broken();
  const place = safe(locator.readBigUInt64LE(8));
  const record = source.slice(place, place + 56);
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) throw broken();
  return { count: safe(record.readBigUInt64LE(32)), offset: safe(record.readBigUInt64LE(48)) };
};

/** Fills in the sizes that did not fit into 32 bits; they stand in this order, and only those. */
const widen = (entry: Entry, extra: Buffer): void => {
  const narrow = (["size", "packedSize", "offset"] as const).filter((key) => entry[key] === NARROW);
  if (narrow.length === 0) return;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    if (at + 4 + 8 * narrow.length > extra.length) break;
    narrow.forEach((key, i) => (entry[key] = safe(extra.readBigUInt64LE(at + 4 + 8 * i))));
    return;
  }
  throw broken();
};

const safe = (value: bigint): number => {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw broken();
  return Number(value);
};
