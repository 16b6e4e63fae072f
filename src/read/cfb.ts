import type { Source } from "./source.js";

/** First bytes of the compound files of old Office, and of password-protected new ones. */
export const cfbMagic = Buffer.from("d0cf11e0a1b11ae1", "hex");

const END = 0xfffffffa;
const MAX_SECTORS = 256;

/**
 * The names of the streams in a compound file, from its directory alone. Empty if the directory cannot
 * be followed; never throws.
 */
export const streamNames = (source: Source): string[] => {
  const header = source.slice(0, 512);
  if (header.length < 512) return [];
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return [];
  const sectorSize = 2 ** shift;
  const sector = (n: number): Buffer => source.slice((n + 1) * sectorSize, (n + 2) * sectorSize);

  const names: string[] = [];
  let at = header.readUInt32LE(48);
  for (let i = 0; i < MAX_SECTORS && at < END; i++) {
    names.push(...namesIn(sector(at)));
    const table = Math.floor((at * 4) / sectorSize);
    // Only the first 109 sectors of the allocation table are listed in the header: 7 MB is enough here.
    if (table >= 109) break;
    const next = sector(header.readUInt32LE(76 + 4 * table));
    const place = (at * 4) % sectorSize;
    if (place + 4 > next.length) break;
    at = next.readUInt32LE(place);
  }
  return names;
};

const namesIn = (sector: Buffer): string[] => {
  const names: string[] = [];
  for (let at = 0; at + 128 <= sector.length; at += 128) {
    const bytes = sector.readUInt16LE(at + 64);
    if (bytes >= 2 && bytes <= 64) names.push(sector.toString("utf16le", at, at + bytes - 2));
  }
  return names;
};
