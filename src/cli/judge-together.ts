import { stat } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Diagnostic } from "../model/diagnostic.js";
import type { JudgeNotes } from "../judge/judge.js";
import { findInputs } from "../read/find-inputs.js";
import { InputError } from "../read/errors.js";
import { isForDesk, type Gathered } from "./gather.js";
import type { RuleOptions } from "./load-book.js";
import type { Lang } from "../model/audit-result.js";

/** What a helping thread is told: enough to read the same inputs by the same rules. */
export interface Order {
  rules: RuleOptions;
  paths: readonly string[];
  asOf: string;
  lang: Lang;
  /** Place of the next case that nobody judges yet. */
  next: Int32Array;
}

/** What it gives back. */
export interface HelperResult {
  /** The fingerprints of the inputs, to see that they are the same. */
  read: string;
  notes: JudgeNotes;
  problems: ReadonlyMap<number, readonly Diagnostic[]>;
}

/** So many cases are taken at a time: few enough that threads end together. */
const casesAtATime = 512;

/** The places of the next cases to judge, until all are taken by somebody. */
export function* sharesOf(next: Int32Array, length: number): Generator<[from: number, to: number]> {
  for (;;) {
    const from = Atomics.add(next, 0, casesAtATime);
    if (from >= length) return;
    yield [from, Math.min(from + casesAtATime, length)];
  }
}

/** Whether inputs are the same in two threads. */
export const fingerprintOfInputs = ({ inputs, cases }: Gathered): string =>
  JSON.stringify([cases.length, inputs.map(({ file, sha256, status }) => [file, sha256, status])]);

/** Less is read and judged sooner than a thread has begun. */
export const usualShareFrom = 4 * 1024 * 1024;

/** The bytes of all tables that the paths hold. Documents are read once, so nobody shares them: then 0. */
const sizeOf = async (paths: readonly string[]): Promise<number> => {
  const found = await findInputs(paths);
  if (found.some(isForDesk)) return 0;
  const sizes = await Promise.all(
    found.map(({ path }) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};

/** A thread that reads what this one reads and judges a part of the cases. */
export class Helper {
  readonly #worker: Worker;
  readonly #result: Promise<HelperResult>;

  constructor(order: Order) {
    this.#worker = new Worker(new URL("./judge-worker.js", import.meta.url), {
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: 32 },
    });
    this.#result = new Promise((resolve, reject) => {
      this.#worker.once("message", resolve);
      this.#worker.once("error", reject);
      this.#worker.once("exit", (status) => {
        reject(new Error(`A helping thread ended with ${status} before it told anything.`));
      });
    });
    // Whoever waits is told; nobody may be waiting yet.
    this.#result.catch(() => undefined);
  }

  /** What it noted. Throws InputError where it read other inputs. */
  async result(gathered: Gathered, paths: readonly string[]): Promise<HelperResult> {
    const result = await this.#result;
    if (result.read !== fingerprintOfInputs(gathered)) {
      throw new InputError("path-changed", { path: paths.join(", ") });
    }
    return result;
  }

  async dismiss(): Promise<void> {
    await this.#worker.terminate();
  }
}

/**
 * Helpers for a large input, as many as there are threads beside this one; none from source files, which
 * only a loader understands.
 */
export const callHelpers = async (
  order: Order,
  jobs: number,
  shareFrom: number,
): Promise<Helper[]> => {
  if ((await sizeOf(order.paths)) < shareFrom) return [];
  // By itself the heap doubles before it is cleared, which two threads would do to no use: a tenth more
  // time halves the memory.
  setFlagsFromString("--heap-growing-percent=50");
  const isBuilt = import.meta.url.endsWith(".js");
  if (jobs < 2 || !isBuilt) return [];
  return Array.from({ length: jobs - 1 }, () => new Helper(order));
};
