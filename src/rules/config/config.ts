import type { Severity } from "../../model/audit-result.js";
import type { OwnDays } from "../../values/working-days.js";
import type { ParameterValue, Preset } from "../rule-schema.js";

/** A parameter as the configuration sets it. */
export interface GivenParameter {
  value: ParameterValue;
  line: number;
}

/** What the configuration says of a rule. */
export interface GivenRule {
  off: boolean;
  severity?: Severity;
  line: number;
}

/** How cases are judged: by which presets, parameters and rules. */
export interface Choice {
  /** The first goes before the others; undefined where the configuration says nothing of them. */
  presets?: readonly Preset[];
  /** By key; a rule's own among them. */
  params: ReadonlyMap<string, GivenParameter>;
  /** By rule id. */
  rules: ReadonlyMap<string, GivenRule>;
}

/** What holds for the cases of one agency in place of what holds for all. */
export interface AgencyChoice extends Choice {
  sector?: string;
  line: number;
}

/** A header of the office's own and the field that it fills. */
export interface GivenHeader {
  header: string;
  field: string;
  line: number;
}

/** The configuration, checked. */
export interface Config {
  /** As messages name it; undefined where there is none. */
  file?: string;
  usual: Choice;
  /** For agencies whose names do not tell their sector. */
  sector?: string;
  /** By name. */
  agencies: ReadonlyMap<string, AgencyChoice>;
  headers: readonly GivenHeader[];
  holidays: OwnDays;
  /** Kinds of sheet and parts of the names of files and sheets, the most trusted first. */
  trust: readonly string[];
}

export const noHolidays: OwnDays = { off: [], work: [], years: [] };

const nothing: Choice = { params: new Map(), rules: new Map() };

/** What holds without a configuration. */
export const noConfig: Config = {
  usual: nothing,
  agencies: new Map(),
  headers: [],
  holidays: noHolidays,
  trust: [],
};
