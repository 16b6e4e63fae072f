const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** Day and time as the ZIP format has them. */
const dosTime = (moment: Date): { time: number; date: number } => ({
  time:
    (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
  date:
    ((moment.getUTCFullYear() - 1980) << 9) |
    ((moment.getUTCMonth() + 1) << 5) |
    moment.getUTCDate(),
});

const endOf = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new RangeError("Not a ZIP file.");
};

/**
 * Gives every entry of a ZIP file the same time, in place. The writer stamps entries with the clock;
 * the same report must be the same bytes.
 */
export const stampZip = (bytes: Uint8Array, moment: Date): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { time, date } = dosTime(moment);
  const end = endOf(view);
  let at = view.getUint32(end + 16, true);
  while (at < end && view.getUint32(at, true) === entrySignature) {
    const local = view.getUint32(at + 42, true);
    view.setUint16(at + 12, time, true);
    view.setUint16(at + 14, date, true);
    view.setUint16(local + 10, time, true);
    view.setUint16(local + 12, date, true);
    const variable = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += variable.reduce((sum, length) => sum + length, 46);
  }
  return bytes;
};
