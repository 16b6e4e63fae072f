import { textKey } from "../../values/text-key.js";
import { textOf, type RegisterRow } from "../../model/registers.js";
import type { Check, CheckResult, LookedAt } from "./check.js";

const codeOf = (row: RegisterRow, field: string): string =>
  textKey(textOf(row, field) ?? "").toUpperCase();

/** Codes of one list look alike; lists with other codes are not compared. */
const shapeOf = (code: string): string => code.replace(/\d/g, "9").replace(/[A-Z]/g, "A");

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

/** Penalty items of the catalogue that no benchmark has, and benchmarks for items that it has not. */
export const catalogueAligned: Check = {
  facts: {
    lacking: "list<string>",
    surplus: "list<string>",
    lackingCount: "int",
    surplusCount: "int",
  },
  run: ({ registers }) => {
    const penalties = (registers.get("item-catalogue") ?? []).filter((row) =>
      /处罚|^$/.test(textOf(row, "kind") ?? ""),
    );
    const items = byCode(penalties, "code");
    const tiers = byCode(registers.get("benchmark-table") ?? [], "itemCode");
    if (items.size === 0 || tiers.size === 0) return [];
    const lacking = withoutPartner(items, tiers);
    const surplus = withoutPartner(tiers, items);
    const comparable = [...items.keys()].some((code) =>
      [...tiers.keys()].some((other) => shapeOf(other) === shapeOf(code)),
    );
    const [some] = penalties;
    const result: CheckResult = {
      scope: "agency",
      id: (some && (textOf(some, "agency") ?? some.title)) ?? "",
      outcome: !comparable ? "unknown" : lacking.length + surplus.length > 0 ? "fail" : "pass",
      cases: [],
      looked: [],
      needed: comparable ? [] : ["itemList.code"],
      rows: [
        ...lookedAt(lacking, ["code", "name"]),
        ...lookedAt(surplus, ["itemCode", "violation"]),
      ],
      facts: {
        lacking: lacking.slice(0, mostNamed).map(([code]) => code),
        surplus: surplus.slice(0, mostNamed).map(([code]) => code),
        lackingCount: BigInt(lacking.length),
        surplusCount: BigInt(surplus.length),
      },
    };
    return [result];
  },
};
