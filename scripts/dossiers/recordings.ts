/** Recordings of a few kilobytes: whole containers with a duration and a time of creation, and hardly any content. */

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

const number = (value: number, size: number, little = false): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    bytes[little ? i : size - 1 - i] = Math.floor(value / 256 ** i) % 256;
  }
  return bytes;
};

const u32 = (value: number): Uint8Array => number(value, 4);
const u16 = (value: number): Uint8Array => number(value, 2);
const zeros = (count: number): Uint8Array => new Uint8Array(count);

const mp4Box = (kind: string, ...parts: readonly Uint8Array[]): Uint8Array => {
  const body = joined(...parts);
  return joined(u32(body.length + 8), text(kind), body);
};

const matrix = joined(
  ...[0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map((value) => u32(value)),
);

/** Seconds from 1904 that a moment written without a zone has, as a camera counts that takes its local time for UTC. */
const since1904 = (moment: string): number => Date.parse(`${moment}Z`) / 1000 + 2_082_844_800;

const frame = Uint8Array.from([0, 0, 1, 0xb6, 0x10, 0x60, 0x51, 0x82, 0x3d, 0xb7, 0xef]);

/** An mp4 of one MPEG-4 picture that stays on for the whole duration. */
export const writeMp4 = (seconds: number, created: string): Uint8Array => {
  const made = u32(since1904(created));
  const lasts = u32(seconds * 1000);
  const size = joined(u16(320), u16(240));
  const sample = mp4Box(
    "mp4v",
    zeros(6),
    u16(1),
    zeros(16),
    size,
    u32(0x480000),
    u32(0x480000),
    zeros(4),
    u16(1),
    zeros(32),
    u16(24),
    u16(0xffff),
  );
  const table = (offset: number): Uint8Array =>
    mp4Box(
      "stbl",
      mp4Box("stsd", zeros(4), u32(1), sample),
      mp4Box("stts", zeros(4), u32(1), u32(1), lasts),
      mp4Box("stsc", zeros(4), u32(1), u32(1), u32(1), u32(1)),
      mp4Box("stsz", zeros(4), u32(frame.length), u32(1)),
      mp4Box("stco", zeros(4), u32(1), u32(offset)),
    );
  const movie = (offset: number): Uint8Array =>
    mp4Box(
      "moov",
      mp4Box(
        "mvhd",
        zeros(4),
        made,
        made,
        u32(1000),
        lasts,
        u32(0x10000),
        u16(0x100),
        zeros(10),
        matrix,
        zeros(24),
        u32(2),
      ),
      mp4Box(
        "trak",
        mp4Box(
          "tkhd",
          u32(7),
          made,
          made,
          u32(1),
          zeros(4),
          lasts,
          zeros(16),
          matrix,
          u32(320 << 16),
          u32(240 << 16),
        ),
        mp4Box(
          "mdia",
          mp4Box("mdhd", zeros(4), made, made, u32(1000), lasts, u16(0x55c4), zeros(2)),
          mp4Box("hdlr", zeros(8), text("vide"), zeros(12), text("video\0")),
          mp4Box(
            "minf",
            mp4Box("vmhd", u32(1), zeros(8)),
            mp4Box("dinf", mp4Box("dref", zeros(4), u32(1), mp4Box("url ", u32(1)))),
            table(offset),
          ),
        ),
      ),
    );
  const head = mp4Box("ftyp", text("isom"), u32(0x200), text("isomiso2mp41"));
  const offset = head.length + movie(0).length + 8;
  return joined(head, movie(offset), mp4Box("mdat", frame));
};

/** Silence: frames of MPEG-2.5 layer III, 8 kbit/s at 8 kHz, 72 ms each. */
export const writeMp3 = (seconds: number): Uint8Array => {
  const silent = joined(Uint8Array.from([0xff, 0xe3, 0x18, 0xc4]), zeros(68));
  return joined(...Array.from({ length: Math.round(seconds / 0.072) }, () => silent));
};

const riff = (kind: string, ...parts: readonly Uint8Array[]): Uint8Array => {
  const body = joined(...parts);
  return joined(text(kind), number(body.length, 4, true), body, zeros(body.length % 2));
};

const le = (...values: readonly number[]): Uint8Array =>
  joined(...values.map((value) => number(value, 4, true)));

/** An avi of uncompressed 8 × 8 pictures, one every so many seconds; the time of creation in IDIT. */
export const writeAvi = (frames: number, secondsEach: number, created: string): Uint8Array => {
  const picture = zeros(8 * 8 * 3);
  const [day = "", time = ""] = created.split("T");
  const header = riff(
    "LIST",
    text("hdrl"),
    riff("avih", le(secondsEach * 1e6, 0, 0, 0x10, frames, 0, 1, picture.length, 8, 8, 0, 0, 0, 0)),
    riff(
      "LIST",
      text("strl"),
      riff(
        "strh",
        text("vids"),
        text("DIB "),
        le(0, 0, 0, secondsEach, 1, 0, frames, picture.length, 0, picture.length, 0, 8 << 16),
      ),
      riff("strf", le(40, 8, 8, (24 << 16) | 1, 0, picture.length, 0, 0, 0, 0)),
    ),
    riff("IDIT", text(`${day} ${time}\0`)),
  );
  const chunk = riff("00db", picture);
  const movie = riff("LIST", text("movi"), ...Array.from({ length: frames }, () => chunk));
  const index = riff(
    "idx1",
    ...Array.from({ length: frames }, (_, i) =>
      joined(text("00db"), le(0x10, 4 + i * chunk.length, picture.length)),
    ),
  );
  return riff("RIFF", text("AVI "), header, movie, index);
};

/** An element of EBML with its size in eight bytes. */
const element = (id: string, ...parts: readonly Uint8Array[]): Uint8Array => {
  const body = joined(...parts);
  const bytes = Uint8Array.from(id.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const size = number(body.length, 8);
  size[0] = 1;
  return joined(bytes, size, body);
};

const float = (value: number): Uint8Array => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
};

/** Nanoseconds from 2001 to a moment without a zone, as Matroska counts. */
const since2001 = (moment: string): Uint8Array => {
  const bytes = new Uint8Array(8);
  const milliseconds = BigInt(Date.parse(`${moment}Z`) - Date.UTC(2001, 0, 1));
  new DataView(bytes.buffer).setBigInt64(0, milliseconds * 1_000_000n);
  return bytes;
};

/** A mkv of one picture. */
export const writeMkv = (seconds: number, created: string): Uint8Array => {
  const block = joined(Uint8Array.from([0x81, 0, 0, 0x80]), frame);
  return joined(
    element(
      "1a45dfa3",
      element("4282", text("matroska")),
      element("4287", number(4, 1)),
      element("4285", number(2, 1)),
    ),
    element(
      "18538067",
      element(
        "1549a966",
        element("2ad7b1", number(1_000_000, 4)),
        element("4489", float(seconds * 1000)),
        element("4461", since2001(created)),
        element("4d80", text("camera")),
        element("5741", text("camera")),
      ),
      element(
        "1654ae6b",
        element(
          "ae",
          element("d7", number(1, 1)),
          element("73c5", number(1, 1)),
          element("83", number(1, 1)),
          element("86", text("V_MPEG4/ISO/ASP")),
          element("e0", element("b0", number(320, 2)), element("ba", number(240, 2))),
        ),
      ),
      element("1f43b675", element("e7", number(0, 1)), element("a3", block)),
    ),
  );
};
