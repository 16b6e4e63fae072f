import type { Lang } from "../model/audit-result.js";

/** The streams and the environment a command runs in; a test hands in its own. */
export interface Console {
  out: (text: string) => void | Promise<void>;
  err: (text: string) => void;
  /** Columns of the terminal; undefined where output is not one. */
  width: number | undefined;
  /** Whether standard error is a terminal, for progress that overwrites itself. */
  interactive: boolean;
  colour: boolean;
}

/** Writes progress over itself on a terminal, line by line where it was asked for, and nowhere else. */
export class Progress {
  #shown = false;

  constructor(
    readonly io: Console,
    readonly wanted: { quiet?: boolean; verbose?: boolean },
  ) {}

  show(text: string): void {
    if (this.wanted.quiet) return;
    if (this.wanted.verbose) this.io.err(`${text}\n`);
    if (this.wanted.verbose || !this.io.interactive) return;
    this.io.err(`\r\u001B[2K${text}`);
    this.#shown = true;
  }

  clear(): void {
    if (this.#shown) this.io.err("\r\u001B[2K");
    this.#shown = false;
  }
}

/** What every command knows. */
export interface CommandContext {
  io: Console;
  lang: Lang;
  version: string;
}
