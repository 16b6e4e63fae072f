import { groupBy } from "../../values/group-by.js";
import { codeKey, shapeOf } from "../../values/item-code.js";
import { textKey } from "../../values/text-key.js";
import { textOf, type RegisterRow } from "../../model/registers.js";
import { registerCheck, type CheckResult, type LookedAt } from "./check.js";

const codeOf = (row: RegisterRow, field: string): string => codeKey(textOf(row, field) ?? "");

const byCode = (rows: readonly RegisterRow[], field: string): Map<string, RegisterRow> =>
  new Map(rows.map((row) => [codeOf(row, field), row] as const).filter(([code]) => code !== ""));

const withoutPartner = (
  own: ReadonlyMap<string, RegisterRow>,
  others: ReadonlyMap<string, RegisterRow>,
): [string, RegisterRow][] => {
  const shapes = new Set([...others.keys()].map(shapeOf));
  return [...own].filter(([code]) => !others.has(code) && shapes.has(shapeOf(code)));
};

/** Longer lists of codes are cut in messages; the evidence has the cells. */
const mostNamed = 20;

const lookedAt = (rows: readonly [string, RegisterRow][], fields: string[]): LookedAt[] =>
  rows.slice(0, mostNamed).map(([, row]) => ({ row, fields }));

/** Whose a catalogue's row is: the agency that it names, else the sheet's title. */
const ownerOf = (row: RegisterRow): string => textOf(row, "agency") ?? row.title ?? "";

/** Whether a benchmark table is the agency's, by its maker, title or names. */
const isTableOf = (row: RegisterRow, agency: string): boolean =>
  [textOf(row, "issuer"), row.title, row.sheet, row.file].some((text) =>
    textKey(text ?? "").includes(textKey(agency)),
  );

/** A folder with few of an agency's tables lacks most of its items; that says nothing of the agency. */
const mostLacking = 0.5;

const judgeAgency = (
  agency: string,
  penalties: readonly RegisterRow[],
  tables: readonly RegisterRow[],
): CheckResult[] => {
  const items = byCode(penalties, "code");
  const tiers = byCode(tables, "itemCode");
  if (items.size === 0) return [];
  const lacking = withoutPartner(items, tiers);
  const surplus = withoutPartner(tiers, items);
  const shapes = new Set([...items.keys()].map(shapeOf));
  const comparable =
    [...tiers.keys()].some((code) => shapes.has(shapeOf(code))) &&
    lacking.length <= items.size * mostLacking;
  return [
    {
      scope: "agency",
      id: agency,
      outcome: !comparable ? "unknown" : lacking.length + surplus.length > 0 ? "fail" : "pass",
      cases: [],
      looked: [],
      agency,
      needed: comparable ? [] : ["tier.itemCode"],
      rows: [
        ...lookedAt(lacking, ["code", "name"]),
        ...lookedAt(surplus, ["itemCode", "violation"]),
      ],
      facts: {
        agency,
        lacking: lacking.slice(0, mostNamed).map(([code]) => code),
        surplus: surplus.slice(0, mostNamed).map(([code]) => code),
        lackingCount: BigInt(lacking.length),
        surplusCount: BigInt(surplus.length),
      },
    },
  ];
};

/** Penalty items of an agency's catalogue that no benchmark has, and benchmarks for items that it has not. */
export const catalogueAligned = registerCheck(
  {
    agency: "string",
    lacking: "list<string>",
    surplus: "list<string>",
    lackingCount: "int",
    surplusCount: "int",
  },
  ({ registers }) => {
    const penalties = (registers.get("item-catalogue") ?? []).filter((row) =>
      /处罚|^$/.test(textOf(row, "kind") ?? ""),
    );
    const tables = registers.get("benchmark-table") ?? [];
    const owners = groupBy(penalties, ownerOf);
    if (tables.length === 0) return [];
    return [...owners].flatMap(([agency, rows]) =>
      judgeAgency(
        agency,
        rows,
        owners.size === 1 ? tables : tables.filter((row) => isTableOf(row, agency)),
      ),
    );
  },
);
