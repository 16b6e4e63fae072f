import { groupBy } from "../../values/group-by.js";
import { textOf, type RegisterRow } from "../../model/registers.js";
import { registerCheck, type CheckResult } from "./check.js";

/** What makes a table unfit to judge by, and what leaves open whether it is. */
const counted = ["gap", "overlap", "outside-statute", "not-parsed"] as const;
const open = new Set(["statute-not-read", "no-statute"]);

/** Longer lists are cut in messages; the evidence has more of the cells. */
const mostNamed = 5;
const mostShown = 50;

const faultOf = (row: RegisterRow): string => textOf(row, "fault") ?? "";

const placeOf = (row: RegisterRow): string => {
  const { cell, page } = row.source("fault") ?? {};
  const about = [textOf(row, "faultItem"), textOf(row, "faultDetail")].filter(Boolean).join("：");
  return [cell ?? page ?? "", about].filter((part) => part !== "").join(" ");
};

const judgeTable = (rows: readonly RegisterRow[]): CheckResult[] => {
  const [first] = rows;
  if (!first) return [];
  const wrong = rows.filter((row) => counted.some((code) => code === faultOf(row)));
  const unsettled = rows.filter((row) => open.has(faultOf(row)));
  const count = (code: (typeof counted)[number]): bigint =>
    BigInt(wrong.filter((row) => faultOf(row) === code).length);
  const name = first.title ?? (first.sheet || first.file);
  return [
    {
      scope: "batch",
      id: first.title === undefined ? `${first.file} ${first.sheet}` : `${name} ${first.sheet}`,
      outcome: wrong.length > 0 ? "fail" : unsettled.length > 0 ? "unknown" : "pass",
      cases: [],
      looked: [],
      needed: wrong.length > 0 || unsettled.length === 0 ? [] : ["tier.statutory"],
      rows: (wrong.length > 0 ? wrong : unsettled)
        .slice(0, mostShown)
        .map((row) => ({ row, fields: ["fault", "faultItem", "faultDetail"] })),
      facts: {
        table: name,
        gaps: count("gap"),
        overlaps: count("overlap"),
        outside: count("outside-statute"),
        unparsed: count("not-parsed"),
        places: wrong.slice(0, mostNamed).map(placeOf),
      },
    },
  ];
};

/** 裁量权基准表 itself: gaps and overlaps between tiers, tiers outside the statute, rows that were not read. */
export const benchmarkTableSound = registerCheck(
  {
    table: "string",
    gaps: "int",
    overlaps: "int",
    outside: "int",
    unparsed: "int",
    places: "list<string>",
  },
  ({ registers }) => {
    const tables = groupBy(
      registers.get("benchmark-table") ?? [],
      ({ file, sheet }) => `${file}\n${sheet}`,
    );
    return [...tables.values()].flatMap(judgeTable);
  },
);
