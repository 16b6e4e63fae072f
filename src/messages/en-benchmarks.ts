import type { zhBenchmarks } from "./zh-benchmarks.js";

/** What `anjuan benchmarks` says, in English. */
export const enBenchmarks = {
  "cli.benchmarks": "look at discretion benchmark tables and check them",
  "cli.benchmarks.show": "show what was read of a benchmark table (spreadsheet, Word, YAML)",
  "cli.benchmarks.lint":
    "check the table itself: cells not read, gaps and overlaps between tiers, tiers beyond the statute, items twice; with an item catalogue, the two against each other",
  "cli.noBenchmarks": "no discretion benchmark table in these files: {names}",
  "cli.noBenchmarks.next":
    "such a table has a column for the violation and one for what a tier carries (or for lower and upper ends, or weights); anjuan inspect shows what its columns were taken for",
  "cli.badBenchmarks": "the benchmark file is wrong:",
  "cli.badBenchmarks.next":
    "correct what is named above; the form is that of anjuan benchmarks show -f json",

  "benchmarks.table": "{name} (items: {items}, tiers: {tiers})",
  "benchmarks.about": "issued by: {issuer}; in force: {from} to {to}; {inclusion}",
  "benchmarks.notStated": "not stated",
  "benchmarks.bothIncluded": "以上 and 以下 include the number",
  "benchmarks.lowerOnly": "以上 includes the number, 以下 does not",
  "benchmarks.upperOnly": "以下 includes the number, 以上 does not",
  "benchmarks.noneIncluded": "neither 以上 nor 以下 includes the number",
  "benchmarks.item": "{code} {violation}",
  "benchmarks.law": "basis: {law}",
  "benchmarks.statutory": "statutory range: {range}",
  "benchmarks.statutoryUnknown": "statutory range: not read",
  "benchmarks.method": "method: {text}",
  "benchmarks.tier": "[{name}] {wording}",
  "benchmarks.noName": "no tier",
  "benchmarks.conditions": "conditions: {text}",
  "benchmarks.warning": "malformed: {text}",
  "benchmarks.unparsed": "cells that were not read (count: {count}; nothing of them is used)",
  "benchmarks.unparsedCell": "{place}: {reason} “{at}” {text}",
  "benchmarks.summary":
    "tables: {tables}, items: {items}, tiers read: {tiers}, cells not read: {unparsed}",
  "benchmarks.sound": "nothing wrong was found",
  "benchmarks.faults": "faults: {count}",

  "unread.clause-not-understood": "not understood",
  "unread.two-upper-ends": "two upper ends",
  "unread.range-reversed": "the lower end is above the upper one",
  "unread.number-unclear": "the number is not certain",
  "unread.base-not-named": "a multiple or percentage of nothing that is named",
  "unread.empty": "no standard stands there",
  "unread.no-item": "no violation that it belongs to",
  "unread.too-long": "too long",

  "malformed.unit-elided": "a unit is left out",
  "malformed.upper-word-missing": "以下 is left out",
  "malformed.stray-word": "a word too many",
  "malformed.formula-run-on": "nothing parts the range from what is added to it",
  "malformed.item-from-above": "the file has no merged cells; the item is that of the row above",

  "fault.not-parsed": "not read: {reason} “{at}” {text}",
  "fault.malformed": "{item}: {warning}; read as “{reading}”, published: {text}",
  "fault.gap": "{item}: a gap between {first} ({firstRange}) and {second} ({secondRange})",
  "fault.overlap": "{item}: {first} ({firstRange}) and {second} ({secondRange}) overlap",
  "fault.outside-statute": "{item}: {tier} ({range}) goes beyond the statute ({statute})",
  "fault.no-statute": "{item}: no statutory range of fines is stated",
  "fault.statute-not-read": "{item}: not all of the statutory range was understood; not compared",
  "fault.item-twice": "{item}: the same item stands twice, first at {first}",
  "fault.not-in-catalogue": "{item}: the catalogue has no item of this code or name ({name})",
  "fault.not-in-table": "{item}: the benchmarks have no item of this code or name ({name})",
} as const satisfies Record<keyof typeof zhBenchmarks, string>;
