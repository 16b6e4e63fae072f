import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compoundOf, temporaryFolder, workbookParts, zipOf } from "./files.fixture.js";
import { findInputs } from "./find-inputs.js";
import { defaultLimits, type Limits } from "./limits.js";
import { readFile, type ReadOutcome } from "./read-file.js";

const folder = temporaryFolder();

const outcomeOf = async (
  name: string,
  content: string | Buffer,
  limits: Partial<Limits> = {},
): Promise<ReadOutcome> => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const [input] = await findInputs([path]);
  return readFile(input!, { ...defaultLimits, ...limits });
};

const sha256 = (content: string | Buffer): string =>
  createHash("sha256").update(content).digest("hex");
const workbook = zipOf(workbookParts({ rows: "<row><c><v>1</v></c></row>" }));

it("reads workbooks and tables of text", async () => {
  expect(await outcomeOf("台账.xlsx", workbook)).toEqual({
    status: "read",
    sha256: sha256(workbook),
    sheets: [
      {
        file: "台账.xlsx",
        name: "表",
        hidden: false,
        rows: [{ number: 1, cells: [1] }],
        merges: [],
      },
    ],
    warnings: [],
  });
  expect(await outcomeOf("台账.csv", "a,b\n")).toMatchObject({
    status: "read",
    sha256: sha256("a,b\n"),
    sheets: [{ name: "台账.csv", rows: [{ number: 1, cells: ["a", "b"] }] }],
  });
});

it("leaves aside what is not to be read", async () => {
  expect(await outcomeOf("~$台账.xlsx", workbook)).toEqual({
    status: "ignored",
    reason: "temporary-file",
  });
  expect(await outcomeOf("a.pdf", "%PDF-1.4")).toEqual({
    status: "ignored",
    reason: "kind-not-supported",
  });
});

describe("says why a file was not read", () => {
  const cut = workbookParts({ rows: "" });
  cut["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData>";

  it.each<[string, string | Buffer, Partial<Limits>, string]>([
    ["empty.xlsx", "", {}, "file-empty"],
    ["half.xlsx", workbook.subarray(0, workbook.length / 2), {}, "file-broken"],
    ["cut.xlsx", zipOf(cut), {}, "file-broken"],
    ["locked.xlsx", compoundOf("EncryptedPackage"), {}, "file-encrypted"],
    ["text.xlsx", "不是表格", {}, "not-a-workbook"],
    ["binary.csv", Buffer.from([0, 1, 2]), {}, "not-text"],
    ["late.csv", Buffer.concat([Buffer.alloc(70_000, "a"), Buffer.from([0])]), {}, "not-text"],
    ["odd.csv", Buffer.from([0x61, 0xff, 0xff]), {}, "encoding-unknown"],
    ["large.csv", "a,b\n", { fileBytes: 3 }, "file-too-large"],
    ["bomb.xlsx", workbook, { partBytes: 10 }, "archive-too-large"],
    ["wide.csv", "a,b\n", { columns: 1 }, "too-many-cells"],
    ["long.csv", "aa,b\n", { cellCharacters: 1 }, "cell-too-long"],
  ])("%s", async (name, content, limits, reason) => {
    expect(await outcomeOf(name, content, limits)).toMatchObject({
      status: "unread",
      sha256: reason === "file-too-large" ? null : sha256(content),
      reason,
    });
  });

  it("of a file that has gone meanwhile", async () => {
    const path = join(folder, "gone.csv");
    writeFileSync(path, "a,b\n");
    const [input] = await findInputs([path]);
    rmSync(path);
    expect(await readFile(input!)).toEqual({
      status: "unread",
      sha256: null,
      reason: "not-readable",
      details: { system: "ENOENT" },
    });
  });
});

describe("never throws", () => {
  const path = join(folder, "any.xlsx");
  const read = async (content: Buffer, as: "xlsx" | "csv"): Promise<ReadOutcome> => {
    writeFileSync(path, content);
    return readFile({ path, file: "any.xlsx", kind: "spreadsheet", content: { as } });
  };

  it("on arbitrary bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom<"xlsx" | "csv">("xlsx", "csv"),
        async (bytes, as) => {
          expect(["read", "unread"]).toContain((await read(Buffer.from(bytes), as)).status);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("on a workbook with bytes changed", async () => {
    const change = fc.tuple(fc.nat(workbook.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const damaged = Buffer.from(workbook);
        for (const [at, byte] of changes) damaged[at] = byte;
        expect(["read", "unread"]).toContain((await read(damaged, "xlsx")).status);
      }),
      { numRuns: 500 },
    );
  });

  it("on a workbook with arbitrary sheets", async () => {
    const piece = fc.constantFrom(
      ...["<row>", "</row>", '<row r="0">', '<row r="-1">', '<row r="1e3">', '<c r="A1">', "<c>"],
      ...[
        "</c>",
        '<c t="s" s="9">',
        "<v>",
        "</v>",
        "9",
        "-1",
        "<is>",
        "<t>",
        "</is>",
        "<f>",
        "&#0;",
      ],
      ...["</worksheet>", "<mergeCell ref='A0:B0'/>", "<mergeCell ref=''/>", "<!--", "<x", "NaN"],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async (pieces) => {
        const bytes = zipOf(workbookParts({ rows: pieces.join("") }));
        expect(["read", "unread"]).toContain((await read(bytes, "xlsx")).status);
      }),
      { numRuns: 300 },
    );
  });
});
