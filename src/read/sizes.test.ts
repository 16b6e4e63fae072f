import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder, workbookParts, zipOf } from "./files.fixture.js";
import { findInputs } from "./find-inputs.js";
import { readFile, type ReadOutcome } from "./read-file.js";

const folder = temporaryFolder();

/** What becomes of a workbook with these rows, in how many milliseconds. */
const outcomeOf = async (rows: string): Promise<[ReadOutcome, number]> => {
  const path = join(folder, "台账.xlsx");
  writeFileSync(path, zipOf(workbookParts({ rows })));
  const start = performance.now();
  const [input] = await findInputs([path]);
  return [await readFile(input!), performance.now() - start];
};

it("reads as many rows as a sheet can have", async () => {
  const [outcome, time] = await outcomeOf("<row><c><v>1</v></c></row>".repeat(1_048_576));
  expect(outcome.status === "read" && outcome.sheets[0]!.rows.length).toBe(1_048_576);
  expect(time).toBeLessThan(30_000);
});

it("reads as many columns as a sheet can have, and not one more", async () => {
  const row = (columns: number) => `<row>${"<c><v>1</v></c>".repeat(columns)}</row>`;
  const [outcome] = await outcomeOf(row(16_384));
  expect(outcome.status === "read" && outcome.sheets[0]!.rows.at(0)!.cells.length).toBe(16_384);
  expect((await outcomeOf(row(16_385)))[0]).toMatchObject({
    reason: "too-many-cells",
    details: { what: "columns", limit: 16_384 },
  });
});

it("does not read a sheet whose last cell makes every row wide", async () => {
  const [outcome, time] = await outcomeOf(`<row><c r="XFD1"><v>1</v></c></row>`.repeat(2000));
  expect(outcome).toMatchObject({ reason: "too-many-cells", details: { what: "cells" } });
  expect(time).toBeLessThan(20_000);
});

it("does not read a cell of ten megabytes", async () => {
  const cell = `<c t="inlineStr"><is><t>${"a".repeat(10_000_001)}</t></is></c>`;
  expect((await outcomeOf(`<row>${cell}</row>`))[0]).toMatchObject({ reason: "cell-too-long" });
});
