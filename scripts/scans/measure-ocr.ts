import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Line } from "../../src/model/pages.js";
import { prepareEngine } from "../../src/read/ocr/engine.js";
import { recognisePicture, type RecognisedPage } from "../../src/read/ocr/recognise-page.js";
import { openImagePictures } from "../../src/read/pictures/image-pictures.js";
import type { Truth } from "./make-scans.js";

/**
 * Reads the scans of make-scans.ts and says how often it errs:
 * `npx tsx scripts/scans/measure-ocr.ts <folder> [wasm]`.
 */

/** Signs that differ only in width or in the shape of a bracket, made one. */
const folded = (text: string): string =>
  text
    .replace(/[〔［【\[（]/gu, "(")
    .replace(/[〕］】\]）]/gu, ")")
    .normalize("NFKC")
    .replace(/[¥￥]/gu, "¥");

const bare = (text: string): string => text.replace(/\s/gu, "");

/** Edits between two texts, with what was taken for what. */
const edits = (truth: string, read: string, note: (from: string, to: string) => void): number => {
  const [a, b] = [[...truth], [...read]];
  const costs = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const cost = (i: number, j: number): number => costs[i]?.[j] ?? Infinity;
  a.forEach((letter, i) => {
    b.forEach((other, j) => {
      const row = costs[i + 1] ?? [];
      const same = letter === other ? 0 : 1;
      row[j + 1] = Math.min(cost(i, j) + same, cost(i, j + 1) + 1, cost(i + 1, j) + 1);
    });
  });
  for (let i = a.length, j = b.length; i > 0 || j > 0;) {
    const [letter, other] = [a[i - 1], b[j - 1]];
    if (i > 0 && j > 0 && cost(i, j) === cost(i - 1, j - 1) + (letter === other ? 0 : 1)) {
      if (letter !== other) note(letter ?? "", other ?? "");
      i--;
      j--;
    } else if (i > 0 && cost(i, j) === cost(i - 1, j) + 1) note(a[--i] ?? "", "");
    else note("", b[--j] ?? "");
  }
  return cost(a.length, b.length);
};

/** Truth in the order of the lines that hold it; what no line holds comes last. */
const assign = (truth: Truth, page: RecognisedPage, dpi: number): [Line | null, string][] => {
  const angle = (page.turned * Math.PI) / 180;
  const place = ({ x, y }: { x: number; y: number }) => {
    const [dx, dy] = [(x * 72) / dpi - page.width / 2, (y * 72) / dpi - page.height / 2];
    return {
      x: page.width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
      y: page.height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle),
    };
  };
  const left = truth.lines.map((line) => ({ text: bare(line.text), ...place(line) }));
  const pairs: [Line | null, string][] = page.lines.map((line) => {
    const box = line.box;
    const inside = left.filter(
      ({ x, y }) =>
        box !== null &&
        x >= box.left &&
        x <= box.left + box.width &&
        y >= box.top &&
        y <= box.top + box.height,
    );
    for (const found of inside) left.splice(left.indexOf(found), 1);
    return [
      line,
      inside
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(""),
    ];
  });
  return [...pairs, ...left.map(({ text }): [null, string] => [null, text])];
};

const [folder = "scans", kind] = process.argv.slice(2);
const engine = await (await prepareEngine({ native: kind !== "wasm" })).open();
console.log(engine.id);
const confusions = new Map<string, number>();
const right: number[] = [];
const wrong: number[] = [];
let [letters, errors, foldedErrors, fields, exact, seconds, pages] = [0, 0, 0, 0, 0, 0, 0];
const names = (await readdir(folder)).filter((name) => name.endsWith(".jpg"));
for (const name of names) {
  const truth = JSON.parse(
    await readFile(join(folder, name.replace(".jpg", ".json")), "utf8"),
  ) as Truth;
  const source = await openImagePictures(await readFile(join(folder, name)));
  const picture = await source.picture(1);
  const before = process.cpuUsage();
  const page = await recognisePicture(engine, picture);
  const { user, system } = process.cpuUsage(before);
  seconds += (user + system) / 1e6;
  pages++;
  let pageErrors = 0;
  for (const [line, text] of assign(truth, page, picture.dpi)) {
    const read = line ? bare(line.text) : "";
    const count = edits(text, read, (from, to) => {
      const pair = `${from || "∅"}→${to || "∅"}`;
      confusions.set(pair, (confusions.get(pair) ?? 0) + 1);
    });
    letters += text.length;
    foldedErrors += edits(folded(text), folded(read), () => undefined);
    pageErrors += count;
    if (line) (count === 0 ? right : wrong).push(line.confidence ?? 0);
    if (count > 0) {
      const sealed = line?.underSeal ? " (seal)" : "";
      console.log(
        `  ${line?.confidence?.toFixed(3) ?? "none"}${sealed} ${text} | ${read} ${read === "\uFFFD" ? JSON.stringify(line?.box) : ""}`,
      );
    }
  }
  errors += pageErrors;
  const all = bare(page.lines.map(({ text }) => text).join(""));
  const missed = truth.fields.filter((field) => !all.includes(bare(field)));
  fields += truth.fields.length;
  exact += truth.fields.length - missed.length;
  const turned = page.turned.toFixed(2);
  console.log(name, `${pageErrors} errors, turned ${turned}, missed:`, missed.join(" "));
}
console.log(`character error rate ${((100 * errors) / letters).toFixed(3)} % of ${letters}`);
console.log(
  `the same with widths and brackets folded ${((100 * foldedErrors) / letters).toFixed(3)} %`,
);
console.log(`fields exact ${exact} of ${fields}; CPU ${(seconds / pages).toFixed(2)} s a page`);
console.log(
  [...confusions]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 40)
    .join("  "),
);
for (const threshold of [0.3, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const below = (list: number[]) => list.filter((value) => value < threshold).length;
  console.log(
    `below ${threshold}: ${below(wrong)} of ${wrong.length} wrong, ${below(right)} of ${right.length} right lines`,
  );
}
