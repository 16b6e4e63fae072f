import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { InferenceSession } from "onnxruntime-common";
import { enginePackages, loadOrt, modelFolder, type LoadedOrt } from "./parts.js";

/** Numbers with their shape, the last side running fastest. */
export interface Tensor {
  data: Float32Array;
  shape: readonly number[];
}

export type Model = (input: Tensor) => Promise<Tensor>;

export interface Engine {
  /** What computes, its version, and the models: whoever has the same gets the same text from the same pixels. */
  id: string;
  /** Finds text: a picture in, for each pixel how likely it is text out. */
  detect: Model;
  /** Reads a line: a picture 48 pixels high in, for each step how likely each character is out. */
  recognise: Model;
  /** What the outputs of `recognise` stand for, without the first, which stands for nothing. */
  characters: readonly string[];
}

export interface EngineOptions {
  /** Threads of one engine. One by default: documents are read side by side. */
  threads: number;
  /** Use the native engine where it is installed. */
  native: boolean;
}

const files = {
  detect: "ch_PP-OCRv4_det_infer.onnx",
  recognise: "ch_PP-OCRv4_rec_infer.onnx",
  characters: "ppocr_keys_v1.txt",
} as const;

const modelOf = (ort: LoadedOrt["ort"], session: InferenceSession): Model => {
  const [input, output] = [session.inputNames[0], session.outputNames[0]];
  if (input === undefined || output === undefined) throw new TypeError("A model without a side");
  return async ({ data, shape }) => {
    const tensor = new ort.Tensor("float32", data, shape);
    const found = (await session.run({ [input]: tensor }))[output];
    if (!(found?.data instanceof Float32Array)) throw new TypeError("A model without numbers");
    return { data: found.data, shape: found.dims };
  };
};

const versionOf = ({ ort, kind }: LoadedOrt): string => {
  const { web, node } = ort.env.versions;
  return `${enginePackages[kind]}@${(kind === "wasm" ? web : node) ?? ort.env.versions.common}`;
};

/** An engine that is known but not loaded: whoever finds everything in the cache never pays for it. */
export interface PreparedEngine {
  /** As `Engine.id`. */
  id: string;
  /** Loads the models at the first call: about a second, and up to 500 MB while a page is read. */
  open(): Promise<Engine>;
}

/** Finds the engine and its models. Ask `ocrAvailable` before. */
export const prepareEngine = async (
  options: Partial<EngineOptions> = {},
): Promise<PreparedEngine> => {
  const { threads = 1, native = true } = options;
  const loaded = await loadOrt(threads, native);
  const read = (name: string) => readFile(join(modelFolder(), name));
  const [detect, recognise, characters] = await Promise.all([
    read(files.detect),
    read(files.recognise),
    read(files.characters),
  ]);
  const hash = createHash("sha256").update(detect).update(recognise).update(characters);
  const id = `${versionOf(loaded)} ${hash.digest("hex")}`;
  const session = async (bytes: Uint8Array): Promise<Model> =>
    modelOf(
      loaded.ort,
      await loaded.ort.InferenceSession.create(bytes, {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        logSeverityLevel: 3,
      }),
    );
  const open = async (): Promise<Engine> => ({
    id,
    detect: await session(detect),
    recognise: await session(recognise),
    characters: [...characters.toString("utf8").split(/\r?\n/u).filter(Boolean), " "],
  });
  let opened: Promise<Engine> | null = null;
  return { id, open: () => (opened ??= open()) };
};
