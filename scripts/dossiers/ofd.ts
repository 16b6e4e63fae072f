import { strToU8, zipSync } from "fflate";
import { escapeHtml } from "./draft.js";

/** A line of a page of OFD, in millimetres from the upper left corner. */
interface Placed {
  text: string;
  x: number;
  y: number;
  size: number;
}

const page = { width: 210, height: 297, left: 26, top: 30, perLine: 33 };
const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** Lines broken to the width of the page and laid out, a page each. */
const layOut = (title: string, lines: readonly string[]): Placed[][] => {
  const pages: Placed[][] = [
    [{ text: title, x: (page.width - title.length * 7) / 2, y: page.top, size: 7 }],
  ];
  let y = page.top + 14;
  for (const text of lines) {
    const broken = text.match(new RegExp(`.{1,${page.perLine}}`, "gu")) ?? [""];
    for (const part of broken) {
      if (y > page.height - 30) {
        pages.push([]);
        y = page.top;
      }
      pages.at(-1)?.push({ text: part, x: page.left, y, size: 4.94 });
      y += 9;
    }
  }
  return pages;
};

/** Steps from letter to letter, runs written as `g n v`. */
const steps = ({ text, size }: Placed): string => {
  const widths = [...text]
    .slice(0, -1)
    .map((letter) => (/[\x20-\x7e]/.test(letter) ? size / 2 : size));
  const runs: [number, number][] = [];
  for (const width of widths) {
    const last = runs.at(-1);
    if (last?.[1] === width) last[0] += 1;
    else runs.push([1, width]);
  }
  return runs
    .map(([count, width]) =>
      count > 2 ? `g ${count} ${width}` : Array(count).fill(width).join(" "),
    )
    .join(" ");
};

const textObject = (placed: Placed, id: number): string =>
  `<ofd:TextObject ID="${id}" Boundary="${placed.x} ${placed.y - placed.size} ${page.width - placed.x} ${placed.size * 1.4}" Font="2" Size="${placed.size}"><ofd:TextCode X="0" Y="${placed.size}" DeltaX="${steps(placed)}">${escapeHtml(placed.text)}</ofd:TextCode></ofd:TextObject>`;

const contentOf = (lines: readonly Placed[], first: number): string =>
  `<?xml version="1.0" encoding="UTF-8"?><ofd:Page ${ns}><ofd:Area><ofd:PhysicalBox>0 0 ${page.width} ${page.height}</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="${first}">${lines.map((line, i) => textObject(line, first + 1 + i)).join("")}</ofd:Layer></ofd:Content></ofd:Page>`;

/** A text document in the format of GB/T 33190: one font, one layer a page. Says how many pages it has. */
export const writeOfd = (
  title: string,
  lines: readonly string[],
): { bytes: Uint8Array; pages: number } => {
  const pages = layOut(title, lines);
  const refs = pages
    .map((_, i) => `<ofd:Page ID="${10 + i}" BaseLoc="Pages/Page_${i}/Content.xml"/>`)
    .join("");
  const files: Record<string, Uint8Array> = {
    "OFD.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${ns} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0a1b2c3d4e5f60718293a4b5c6d7e8f9</ofd:DocID><ofd:CreationDate>2024-06-01</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ),
    "Doc_0/Document.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><ofd:Document ${ns}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 ${page.width} ${page.height}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${refs}</ofd:Pages></ofd:Document>`,
    ),
    "Doc_0/PublicRes.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><ofd:Res ${ns} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>`,
    ),
  };
  pages.forEach((lines, i) => {
    files[`Doc_0/Pages/Page_${i}/Content.xml`] = strToU8(contentOf(lines, 100 + i * 200));
  });
  const bytes = zipSync(files, { mtime: "2024-06-01T08:00:00" });
  return { bytes, pages: pages.length };
};
