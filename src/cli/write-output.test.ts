import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { InputError } from "../read/errors.js";
import { OutputError } from "./exit.js";
import { writeWhole } from "./write-output.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "anjuan-write-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

it("does not blame the output for what goes wrong while a piece is made, and leaves nothing", async () => {
  const pieces = function* (): Generator<string> {
    yield "a";
    throw new InputError("path-changed", { path: "台账.csv" });
  };
  await expect(writeWhole(path.join(folder, "a.json"), pieces())).rejects.toThrow(InputError);
  expect(readdirSync(folder)).toEqual([]);
});

it("says of what cannot be written that it is the output", async () => {
  const nowhere = path.join(folder, "nowhere", "a.json");
  await expect(writeWhole(nowhere, "a")).rejects.toThrow(OutputError);
});
