import { KillableProcess, type ProcessLimits, type Result } from "./killable-process.js";

/** Some processes of one program, and the jobs that wait for one of them to be free. */
export class ProcessPool<Job extends object, Done extends { type: string }> {
  readonly #idle: KillableProcess<Job, Done>[];
  readonly #all: readonly KillableProcess<Job, Done>[];
  readonly #waiting: ((free: KillableProcess<Job, Done>) => void)[] = [];

  /** @param count how many processes work at once, at least one */
  constructor(entry: string, count: number, limits: ProcessLimits) {
    const make = () => new KillableProcess<Job, Done>(entry, limits);
    this.#all = Array.from({ length: Math.max(1, count) }, make);
    this.#idle = [...this.#all];
  }

  /** Never rejects; see `KillableProcess`. */
  async run(job: Job): Promise<Result<Done>> {
    const free = await this.#free();
    try {
      return await free.run(job);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(free);
      else this.#idle.push(free);
    }
  }

  /** Ends all processes; what is being done has failed. */
  close(): void {
    for (const one of this.#all) one.close();
  }

  #free(): Promise<KillableProcess<Job, Done>> {
    const idle = this.#idle.pop();
    if (idle) return Promise.resolve(idle);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
