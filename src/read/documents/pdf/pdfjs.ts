import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The part of pdf.js that the reader uses; its own types need those of a browser. */
export interface PdfDocument {
  numPages: number;
  getPage(number: number): Promise<PdfPage>;
}

export interface PdfPage {
  getViewport(options: { scale: number }): PdfViewport;
  getTextContent(options: { disableNormalization: boolean }): Promise<{
    items: readonly TextItem[];
    styles: Readonly<Record<string, { vertical?: boolean } | undefined>>;
  }>;
  getOperatorList(): Promise<OperatorList>;
  getAnnotations(): Promise<readonly PdfAnnotation[]>;
  cleanup(): void;
}

export interface PdfViewport {
  width: number;
  height: number;
  /** From the file's coordinates to points from the upper left corner of the page as it is shown. */
  transform: Matrix;
}

export type Matrix = readonly [number, number, number, number, number, number];

export interface TextItem {
  str: string;
  transform: Matrix;
  width: number;
  height: number;
  fontName: string;
}

export interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

export interface PdfAnnotation {
  subtype?: string;
  fieldType?: string | null;
  fieldValue?: unknown;
  hasAppearance?: boolean;
  hidden?: boolean;
  textContent?: readonly string[];
  rect?: readonly number[];
}

interface PdfJs {
  getDocument: (options: object) => {
    promise: Promise<PdfDocument>;
    destroy: () => Promise<void>;
  };
  OPS: Readonly<Record<string, number>>;
}

/** pdf.js makes one of these when it is loaded, even where nothing is drawn. */
class NoMatrix {}

let library: Promise<PdfJs> | undefined;

const load = async (): Promise<PdfJs> => {
  const scope = globalThis as Record<string, unknown>;
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) scope[name] ??= NoMatrix;
  return (await import("pdfjs-dist/legacy/build/pdf.mjs")) as unknown as PdfJs;
};

const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/**
 * Opens a document for as long as `read` runs. Character maps and standard fonts come from the installed
 * package: without them Chinese fonts that are not embedded give no text and no error. Pictures are never
 * unpacked (`maxImageSize`), nothing of the file is run, nothing is fetched.
 */
export const withPdf = async <Result>(
  bytes: Buffer,
  read: (document: PdfDocument, operators: PdfJs["OPS"]) => Promise<Result>,
): Promise<Result> => {
  const { getDocument, OPS } = await (library ??= load());
  const task = getDocument({
    // A copy: pdf.js takes the memory behind it away, which other buffers may share.
    data: Uint8Array.from(bytes),
    cMapUrl: join(folder, "cmaps/"),
    cMapPacked: true,
    standardFontDataUrl: join(folder, "standard_fonts/"),
    maxImageSize: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    return await read(await task.promise, OPS);
  } finally {
    await task.destroy();
  }
};
