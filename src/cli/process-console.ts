import type { Console } from "./console.js";
import { OutputError } from "./exit.js";

/** Whether nobody reads a stream any more (`anjuan … | head`). */
const isClosedPipe = (error: Error): boolean => "code" in error && error.code === "EPIPE";

/** Without a listener an error of a stream ends the process; whoever writes is told of it anyway. */
export const outliveReaders = (): void => {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
};

/**
 * A closed pipe is no failure: output files are written all the same, and the status is the audit's. Throws
 * OutputError where writing fails in any other way.
 */
const print = (content: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => {
      if (error && !isClosedPipe(error)) reject(new OutputError(undefined, error));
      else resolve();
    });
  });

/** The streams of the process. */
export const processConsole = (colourWanted: boolean): Console => ({
  out: print,
  err: (content) => {
    process.stderr.write(content);
  },
  width: process.stdout.isTTY ? process.stdout.columns : undefined,
  interactive: process.stderr.isTTY === true,
  colour: colourWanted && process.stdout.isTTY === true && !process.env["NO_COLOR"],
});
