/**
 * The name on an electronic seal (GB/T 38540, GM/T 0031), from the seal or from a signature made with it:
 * in its DER, the properties of a seal are the sequence that begins with a number for the type and the
 * name as UTF-8 text. Undefined where there is none.
 */
export const sealNameIn = (bytes: Buffer): string | undefined => nameIn(bytes, 0);

const [INTEGER, UTF8_STRING, SEQUENCE] = [0x02, 0x0c, 0x30] as const;
const DEEPEST = 8;

const nameIn = (content: Buffer, depth: number): string | undefined => {
  const parts = partsOf(content);
  const [first, second] = parts;
  if (first?.tag === INTEGER && second?.tag === UTF8_STRING) {
    const name = second.content.toString("utf8").trim();
    if (name !== "") return name;
  }
  if (depth >= DEEPEST) return undefined;
  for (const part of parts) {
    const name = part.tag === SEQUENCE ? nameIn(part.content, depth + 1) : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
};

interface Part {
  tag: number;
  content: Buffer;
}

/** The elements that lie beside each other; what cannot be one ends the list. */
const partsOf = (bytes: Buffer): Part[] => {
  const parts: Part[] = [];
  for (let at = 0; at + 2 <= bytes.length;) {
    const tag = bytes[at] ?? 0;
    const short = bytes[at + 1] ?? 0;
    const more = short > 0x80 ? short - 0x80 : 0;
    if (more > 4 || short === 0x80 || at + 2 + more > bytes.length) break;
    const length = more > 0 ? bytes.readUIntBE(at + 2, more) : short;
    const start = at + 2 + more;
    if (start + length > bytes.length) break;
    parts.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return parts;
};
