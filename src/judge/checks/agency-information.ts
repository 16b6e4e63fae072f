import { textKey } from "../../values/text-key.js";
import type { RegisterRow } from "../../model/registers.js";
import { registerCheck, type CheckResult } from "./check.js";
import {
  allInformation,
  contentOf,
  disclosuresByAgency,
  informationIn,
  isPublic,
  looked,
} from "./disclosures.js";

const resultOf = (
  agency: string,
  outcome: CheckResult["outcome"],
  rows: readonly RegisterRow[],
  content = "",
  stale = false,
): CheckResult => ({
  scope: "agency",
  id: content === "" ? agency : `${agency} ${content}`,
  outcome,
  cases: [],
  looked: [],
  agency,
  needed: outcome === "unknown" ? ["disclosure.published"] : [],
  rows: rows.map((row) => ({ row, fields: looked })),
  facts: { agency, content, isStale: stale },
});

/** 无需更新, 无变化: nothing to be kept up to date. */
const isStale = (row: RegisterRow): boolean =>
  row.values["updated"] === false &&
  !/无需|不需|[无未没]有?变/.test(textKey(row.source("updated")?.text ?? ""));

/**
 * The lists that must be public before enforcement, as the agency's ledger of them says: each that it
 * calls not public or not kept up to date. What it does not speak of is left to a person, once an agency.
 */
export const agencyInformation = registerCheck(
  { agency: "string", content: "string", isStale: "bool" },
  ({ registers, asOf }) =>
    [...disclosuresByAgency(registers)].flatMap(([agency, all]): CheckResult[] => {
      const rows = all.filter((row) => informationIn(row).length > 0);
      if (rows.length === 0) return [];
      const known = rows.filter((row) => isPublic(row, asOf.iso) === true);
      // Of the lists of several years one that is public and kept up to date is enough.
      const upToDate = new Set(known.filter((row) => !isStale(row)).flatMap(informationIn));
      const failed = rows.flatMap((row): CheckResult[] => {
        const hidden = isPublic(row, asOf.iso) === false;
        const stale = isStale(row);
        const elsewhere = informationIn(row).every((name) => upToDate.has(name));
        if ((!hidden && !stale) || elsewhere) return [];
        return [resultOf(agency, "fail", [row], contentOf(row), stale && !hidden)];
      });
      if (failed.length > 0) return failed;
      const covered = new Set(known.flatMap(informationIn));
      const isWhole = allInformation.every((name) => covered.has(name));
      return [resultOf(agency, isWhole ? "pass" : "unknown", isWhole ? rows : [])];
    }),
);
