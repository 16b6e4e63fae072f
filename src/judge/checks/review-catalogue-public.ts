import { registerCheck, type CheckResult } from "./check.js";
import {
  disclosuresByAgency,
  informationIn,
  isCatalogueOfReviews,
  isPublic,
  looked,
} from "./disclosures.js";

/**
 * 重大执法决定法制审核目录清单: whether the agency's ledger of what is public says that it is. That no list
 * lies in the folder says nothing; a ledger of such lists that leaves it out is for a person to look at.
 */
export const reviewCataloguePublic = registerCheck({ agency: "string" }, ({ registers, asOf }) =>
  [...disclosuresByAgency(registers)].flatMap(([agency, all]): CheckResult[] => {
    const rows = all.filter(isCatalogueOfReviews);
    if (rows.length === 0 && !all.some((row) => informationIn(row).length > 0)) return [];
    const said = rows.map((row) => isPublic(row, asOf.iso));
    // Of the catalogues of several years one that is public is enough.
    const outcome = said.includes(true)
      ? "pass"
      : rows.length > 0 && said.every((one) => one === false)
        ? "fail"
        : "unknown";
    return [
      {
        scope: "agency",
        id: agency,
        outcome,
        cases: [],
        looked: [],
        agency,
        needed: outcome === "unknown" ? ["disclosure.published"] : [],
        rows: rows.map((row) => ({ row, fields: looked })),
        facts: { agency },
      },
    ];
  }),
);
