import { Unreadable } from "./errors.js";
import type { Source } from "./source.js";

/** First bytes of the compound files of old Office, and of password-protected new ones. */
export const cfbMagic = Buffer.from("d0cf11e0a1b11ae1", "hex");

/** Numbers from here on are no sectors: end of a chain, free, reserved. */
const NO_SECTOR = 0xfffffffa;
const MINI_SECTOR = 64;

/**
 * A reader for compound files that nobody vouches for: chains of sectors that lead in a circle or out
 * of the file end it. Throws `Unreadable`.
 */
export class CompoundFile {
  readonly #header: Buffer;
  readonly #sectorSize: number;
  /** The sectors in which the allocation table stands. */
  readonly #tables: readonly number[];
  readonly #tableSectors = new Map<number, Buffer>();
  readonly #entries: readonly Entry[];

  constructor(private readonly source: Source) {
    this.#header = source.slice(0, 512);
    if (this.#header.length < 512) throw broken();
    const shift = this.#header.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw broken();
    this.#sectorSize = 2 ** shift;
    this.#tables = this.#findTables();
    this.#entries = this.#readDirectory();
  }

  /** The names of the streams and storages. */
  get names(): string[] {
    return this.#entries.map(({ name }) => name);
  }

  /** The bytes of a stream; undefined if there is none of the name. Names ignore case. */
  read(name: string): Buffer | undefined {
    const wanted = name.toLowerCase();
    const entry = this.#entries.find((known) => known.name.toLowerCase() === wanted);
    if (!entry) return undefined;
    const isSmall = entry.size < this.#header.readUInt32LE(56);
    return whole(isSmall ? this.#readSmall(entry) : this.#chain(entry.start), entry.size);
  }

  #sector(number: number): Buffer {
    return this.source.slice((number + 1) * this.#sectorSize, (number + 2) * this.#sectorSize);
  }

  /** Where the table stands: in the header for the first 109 sectors, then in a chain of its own. */
  #findTables(): number[] {
    const tables = sectorsIn(this.#header.subarray(76));
    const seen = new Set<number>();
    for (let at = this.#header.readUInt32LE(68); at < NO_SECTOR;) {
      if (seen.has(at)) throw broken();
      seen.add(at);
      const sector = this.#sector(at);
      if (sector.length < this.#sectorSize) throw broken();
      tables.push(...sectorsIn(sector.subarray(0, -4)));
      at = sector.readUInt32LE(this.#sectorSize - 4);
    }
    return tables;
  }

  #next(number: number): number {
    const perSector = this.#sectorSize / 4;
    const place = this.#tables[Math.floor(number / perSector)];
    if (place === undefined) throw broken();
    let table = this.#tableSectors.get(place);
    if (!table) this.#tableSectors.set(place, (table = this.#sector(place)));
    const offset = (number % perSector) * 4;
    if (offset + 4 > table.length) throw broken();
    return table.readUInt32LE(offset);
  }

  #chain(start: number): Buffer[] {
    const most = this.source.size / this.#sectorSize;
    const sectors: Buffer[] = [];
    for (let at = start; at < NO_SECTOR; at = this.#next(at)) {
      const sector = this.#sector(at);
      if (sector.length === 0 || sectors.length > most) throw broken();
      sectors.push(sector);
    }
    return sectors;
  }

  /** Streams below a size share the sectors of one stream, cut into small ones. */
  #readSmall({ start, size }: Entry): Buffer[] {
    const [root] = this.#entries;
    const shared = Buffer.concat(root ? this.#chain(root.start) : []);
    const table = Buffer.concat(this.#chain(this.#header.readUInt32LE(60)));
    const pieces: Buffer[] = [];
    for (let at = start; at < NO_SECTOR;) {
      if (pieces.length * MINI_SECTOR >= size + MINI_SECTOR || at * 4 + 4 > table.length) {
        throw broken();
      }
      pieces.push(shared.subarray(at * MINI_SECTOR, (at + 1) * MINI_SECTOR));
      at = table.readUInt32LE(at * 4);
    }
    return pieces;
  }

  #readDirectory(): Entry[] {
    const directory = Buffer.concat(this.#chain(this.#header.readUInt32LE(48)));
    const entries: Entry[] = [];
    for (let at = 0; at + 128 <= directory.length; at += 128) {
      const bytes = directory.readUInt16LE(at + 64);
      if (bytes < 2 || bytes > 64) continue;
      entries.push({
        name: directory.toString("utf16le", at, at + bytes - 2),
        start: directory.readUInt32LE(at + 116),
        size: directory.readUInt32LE(at + 120),
      });
    }
    return entries;
  }
}

interface Entry {
  name: string;
  /** Its first sector. */
  start: number;
  size: number;
}

const broken = (): Unreadable => new Unreadable("file-broken");

const sectorsIn = (list: Buffer): number[] => {
  const sectors: number[] = [];
  for (let at = 0; at + 4 <= list.length; at += 4) {
    const sector = list.readUInt32LE(at);
    if (sector < NO_SECTOR) sectors.push(sector);
  }
  return sectors;
};

/** The last sector of a file may be cut off behind what it holds. */
const whole = (pieces: readonly Buffer[], size: number): Buffer => {
  const bytes = Buffer.concat(pieces);
  if (bytes.length < size) throw broken();
  return bytes.subarray(0, size);
};
