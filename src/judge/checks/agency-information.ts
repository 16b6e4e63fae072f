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
  isStale = false,
): CheckResult => ({
  scope: "agency",
  id: content === "" ? agency : `${agency} ${content}`,
  outcome,
  cases: [],
  looked: [],
  agency,
  needed: outcome === "unknown" ? ["disclosure.published"] : [],
  rows: rows.map((row) => ({ row, fields: looked })),
  facts: { agency, content, isStale },
});

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
      const failed = rows.flatMap((row): CheckResult[] => {
        const isStale = row.values["updated"] === false;
        if (isPublic(row, asOf.iso) !== false && !isStale) return [];
        const hidden = isPublic(row, asOf.iso) === false;
        return [resultOf(agency, "fail", [row], contentOf(row), isStale && !hidden)];
      });
      if (failed.length > 0) return failed;
      const known = rows.filter((row) => isPublic(row, asOf.iso) === true);
      const covered = new Set(known.flatMap(informationIn));
      const isWhole = allInformation.every((name) => covered.has(name));
      return [resultOf(agency, isWhole ? "pass" : "unknown", isWhole ? rows : [])];
    }),
);
