import type { CivilDate } from "../../values/civil-date.js";
import { inForce, versionsOf, type ParameterSettings, type Version } from "../parameters.js";
import type { ParameterDefinition, ParameterValue, Preset } from "../rule-schema.js";
import type { GivenParameter } from "./config.js";

/** What sets a parameter: the command line, the configuration, a preset, a version of the law, the national law, nothing. */
export type Origin =
  | { by: "option" }
  | { by: "config"; line: number }
  | { by: "preset"; preset: Preset; version: Version }
  | { by: "version"; version: Version }
  | { by: "national" }
  | { by: "unset" };

export interface Traced {
  value: ParameterValue;
  origin: Origin;
}

interface Sources {
  options: ParameterSettings;
  params: ReadonlyMap<string, GivenParameter>;
  /** In the order in which they go before each other. */
  presets: readonly Preset[];
}

/** A parameter's value on a day, and what sets it; in the same order as when cases are judged. */
export const trace = (
  key: string,
  definition: ParameterDefinition,
  { options, params, presets }: Sources,
  day: CivilDate,
): Traced => {
  const option = options.get(key);
  if (option !== undefined) return { value: option, origin: { by: "option" } };
  const given = params.get(key);
  if (given) return { value: given.value, origin: { by: "config", line: given.line } };
  const version = versionsOf({ key, definition }, presets).find((one) => inForce(one, day));
  const value = version ? version.value : definition.value;
  if (value === null) return { value, origin: { by: "unset" } };
  if (!version) return { value, origin: { by: "national" } };
  const { preset } = version;
  return { value, origin: preset ? { by: "preset", preset, version } : { by: "version", version } };
};
