import { CivilDate } from "../values/civil-date.js";
import { text } from "../messages/text.js";
import type { CommandContext } from "./console.js";
import { UsageError } from "./exit.js";

/** Today by the calendar on the wall; the only place where the program asks for the time. */
const today = (): CivilDate => {
  const now = new Date();
  const date = CivilDate.of(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!date) throw new Error("The clock shows no civil date.");
  return date;
};

/** The day on which an audit stands. Throws UsageError if `--as-of` is no day. */
export const asOfFrom = ({ asOf }: { asOf?: string }, { lang }: CommandContext): CivilDate => {
  if (asOf === undefined) return today();
  const date = CivilDate.fromIso(asOf);
  if (date?.precision === "day") return date;
  throw new UsageError(text(lang, "cli.badAsOf", { value: asOf }), text(lang, "cli.badAsOf.next"));
};

/** Throws UsageError if an option's value is none of the choices. */
export const mustBeOneOf = (
  option: string,
  value: string,
  choices: readonly string[],
  { lang }: CommandContext,
): void => {
  if (choices.includes(value)) return;
  const cause = text(lang, "cli.badChoice", { option, value });
  throw new UsageError(cause, text(lang, "cli.badChoice.next", { choices: choices.join(", ") }));
};

/** How many things are done at once; undefined where nothing was said. Throws UsageError if `--jobs` is no such number. */
export const jobsFrom = (
  { jobs }: { jobs?: string },
  { lang }: CommandContext,
): number | undefined => {
  if (jobs === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(jobs)) return Number(jobs);
  throw new UsageError(text(lang, "cli.badJobs", { value: jobs }));
};
