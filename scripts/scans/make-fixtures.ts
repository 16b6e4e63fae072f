import { mkdir, writeFile } from "node:fs/promises";
import { print, typeset } from "./chromium.js";
import { degrade } from "./degrade.js";
import { scanDocuments } from "./documents.js";

/** Writes fixtures/scans with Chromium: a sealed page as JPEG, and a PDF of a page of text beside a photo and a scan. */

const scale = 200 / 96;

const scanOf = async (name: string, tilt: number): Promise<Buffer> => {
  const document = scanDocuments.find((one) => one.name === name);
  if (!document) throw new RangeError(`No document ${name}`);
  const { png, seal } = await typeset(document.html);
  return degrade(png, {
    tilt,
    noise: 3,
    quality: 38,
    blur: 0.5,
    seal: seal
      ? {
          x: (seal.left + 60) * scale,
          y: (seal.top + 5) * scale,
          text: "澜汀市栖霁区市场监督管理局",
        }
      : null,
    seed: 1,
  });
};

const photo = `<svg width="400" height="300"><rect width="400" height="300" fill="#7a9"/><circle cx="200" cy="150" r="90" fill="#b53"/></svg>`;

const mixed = (scan: Buffer): string => `<!doctype html><meta charset="utf-8">
  <style>@page { size: A4; margin: 0 } body { margin: 0; font: 15pt "Noto Serif CJK SC" }
  div { height: 297mm; overflow: hidden } p { margin: 20mm } img { width: 210mm; display: block }</style>
  <div><p>现场照片，拍摄于2024年1月9日14时35分。</p>${photo}</div>
  <div><img src="data:image/jpeg;base64,${scan.toString("base64")}"></div>`;

const folder = new URL("../../fixtures/scans/", import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL("sealed.jpg", folder), await scanOf("decision-end-1", -1.2));
await writeFile(
  new URL("text-and-scan.pdf", folder),
  await print(mixed(await scanOf("service-2", 0.6))),
);
