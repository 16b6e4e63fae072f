import { CivilDate } from "../../values/civil-date.js";
import { plusDays } from "../../values/day-arithmetic.js";
import { groupBy } from "../../values/group-by.js";
import { textKey } from "../../values/text-key.js";
import { textOf, type RegisterRow } from "../../model/registers.js";
import { registerCheck, type CheckInput, type CheckResult, type LookedAt } from "./check.js";
import { contentOf, disclosuresByAgency, isStatistics } from "./disclosures.js";
import { endOf } from "./years.js";

const looked: LookedAt["fields"] = ["agency", "content", "year", "published", "publishedOn"];

/** The first year of which figures had to be public, 国办发〔2018〕118号 being of December 2018. */
const firstYear = 2018;

const yearIn = (text: string): number | undefined => {
  const years = new Set(textKey(text).match(/20\d{2}/g) ?? []);
  const [year] = years;
  return year === undefined || years.size > 1 ? undefined : Number(year);
};

/**
 * Of which year the figures can be: that which their name says; where only a column has a year, that one
 * or the one before, as 年度 may be the year in which they were published.
 */
const yearsOf = (row: RegisterRow): readonly number[] => {
  const own = yearIn(contentOf(row));
  if (own !== undefined) return [own];
  const year = yearIn(textOf(row, "year") ?? "");
  return year === undefined ? [] : [year, year - 1];
};

/** The last day that anything in the row's sheet names: the ledger was kept up to then at least. */
const keptUntil = (row: RegisterRow, rows: readonly RegisterRow[]): string =>
  rows
    .filter(({ file, sheet }) => file === row.file && sheet === row.sheet)
    .flatMap((one) => [textOf(one, "publishedOn") ?? "", textOf(one, "updatedOn") ?? ""])
    .reduce((last, day) => (day > last ? day : last), "");

type Outcome = CheckResult["outcome"];

/** What a row says of the figures of one year. */
const outcomeOf = (
  row: RegisterRow,
  deadline: CivilDate,
  end: CivilDate,
  kept: string,
  asOf: CivilDate,
): Outcome | undefined => {
  if (asOf.last <= deadline.last) return "notApplicable";
  const day = CivilDate.fromIso(textOf(row, "publishedOn") ?? "");
  // Figures of a year that is not over yet: it is another year's that are meant.
  if (day && day.last <= end.last) return undefined;
  if (day) {
    if (day.first > deadline.last) return "fail";
    return day.last <= deadline.last ? "pass" : "unknown";
  }
  const { published } = row.values;
  // A ledger written before the last day could not say more than that they are not public yet.
  return published === false && kept > deadline.iso ? "fail" : "unknown";
};

const judgeRow = (
  agency: string,
  row: RegisterRow,
  rows: readonly RegisterRow[],
  { asOf, parameter }: CheckInput,
): CheckResult[] => {
  const kept = keptUntil(row, rows);
  const said = yearsOf(row).flatMap((year) => {
    const end = endOf(year);
    const { value, basis } = parameter("limit", { agency, ...(end && { day: end }) });
    if (!end || value === undefined || year < firstYear) return [];
    const deadline = plusDays(end, Number(value));
    const outcome = outcomeOf(row, deadline, end, kept, asOf);
    return outcome === undefined ? [] : [{ year, deadline, outcome, basis }];
  });
  const [first] = said;
  const agreed = first && said.every(({ outcome }) => outcome === first.outcome);
  const outcome = agreed ? first.outcome : "unknown";
  if (outcome === "notApplicable") return [];
  return [
    {
      scope: "agency",
      id: `${agency} ${first?.year ?? contentOf(row)}`,
      outcome,
      cases: [],
      looked: [],
      agency,
      limits: first ? [first.basis] : [],
      needed: outcome === "unknown" ? ["disclosure.publishedOn"] : [],
      rows: [{ row, fields: looked }],
      facts: {
        agency,
        content: contentOf(row),
        deadline: first?.deadline ?? asOf,
        publishedOn: textOf(row, "publishedOn") ?? "",
      },
    },
  ];
};

/** The figures of one year may be told of several times: one row in time is enough, one open leaves it open. */
const inOrder: readonly Outcome[] = ["pass", "unknown", "fail"];

const onceAYear = (results: readonly CheckResult[]): CheckResult[] =>
  [...groupBy(results, ({ id }) => id).values()].flatMap((ofYear) => {
    const [best] = ofYear.toSorted(
      (a, b) => inOrder.indexOf(a.outcome) - inOrder.indexOf(b.outcome),
    );
    return best ?? [];
  });

/** The last year's figures on enforcement are public in so many days after its end, as the ledger says. */
export const annualStatistics = registerCheck(
  { agency: "string", content: "string", deadline: "Date", publishedOn: "string" },
  (input) =>
    [...disclosuresByAgency(input.registers)].flatMap(([agency, rows]) =>
      onceAYear(rows.filter(isStatistics).flatMap((row) => judgeRow(agency, row, rows, input))),
    ),
);
