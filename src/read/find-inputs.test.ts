import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { InputError } from "./errors.js";
import { temporaryFolder } from "./files.fixture.js";
import { findInputs } from "./find-inputs.js";

const base = temporaryFolder();

const put = (folder: string, ...names: string[]): string => {
  for (const name of names) {
    mkdirSync(dirname(join(base, folder, name)), { recursive: true });
    writeFileSync(join(base, folder, name), "案号,当事人\n");
  }
  return join(base, folder);
};

const filesIn = async (...paths: string[]): Promise<string[]> =>
  (await findInputs(paths)).map(({ file }) => file);

describe("names", () => {
  it("are relative to the folder that was given", async () => {
    const folder = put("one", "b.csv", "a.csv", "卷/台账.csv");
    expect(await findInputs([folder])).toEqual(
      ["a.csv", "b.csv", "卷/台账.csv"].map((file) => ({
        path: join(folder, file),
        file,
        kind: "csv",
        content: { as: "csv" },
      })),
    );
  });

  it("are the base name of a file that was given", async () => {
    const folder = put("file", "深/台账.csv");
    expect(await filesIn(join(folder, "深", "台账.csv"))).toEqual(["台账.csv"]);
  });

  it("are relative to the deepest folder that holds all paths", async () => {
    const folder = put("many", "x/a/1.csv", "x/b/2.csv", "x/b/3.csv", "4.csv");
    expect(await filesIn(join(folder, "x/a"), join(folder, "x/b/2.csv"))).toEqual([
      "a/1.csv",
      "b/2.csv",
    ]);
  });

  it("appear once, however often they are reached", async () => {
    const folder = put("twice", "x/1.csv");
    expect(await filesIn(folder, join(folder, "x"), `${folder}/x/../x/1.csv`)).toEqual(["x/1.csv"]);
  });

  it("may hold anything, and stand in code point order as they are on disk", async () => {
    const names = [
      "[1].csv",
      "(a|b).csv",
      "*.csv",
      "!x.csv",
      "{1,2}.csv",
      "\\d.csv",
      "１（２）.csv",
    ];
    const folder = put("odd", ...names, "e\u0301.csv", "é.csv", "\u{20000}.csv", "\uff5a/#.csv");
    expect(await filesIn(folder)).toEqual([
      "!x.csv",
      "(a|b).csv",
      "*.csv",
      "[1].csv",
      "\\d.csv",
      "e\u0301.csv",
      "{1,2}.csv",
      "é.csv",
      "１（２）.csv",
      "\uff5a/#.csv",
      "\u{20000}.csv",
    ]);
  });
});

describe("left aside", () => {
  it("are the files and folders of systems and open programs", async () => {
    const folder = put(
      "system",
      "~$台账.xlsx",
      ".~台账.xlsx",
      ".~lock.台账.csv#",
      "Thumbs.db",
      "desktop.ini",
      ".DS_Store",
      "._台账.csv",
      ".git/config.csv",
      "__MACOSX/a.csv",
      "台账.csv",
      ".隐藏.csv",
    );
    const inputs = await findInputs([folder]);
    expect(inputs.filter(({ content }) => "as" in content).map(({ file }) => file)).toEqual([
      ".隐藏.csv",
      "台账.csv",
    ]);
    const ignored = inputs.filter(({ content }) => "ignored" in content);
    expect(new Set(ignored.map(({ content }) => JSON.stringify(content)))).toEqual(
      new Set(['{"ignored":"temporary-file"}']),
    );
    expect(ignored.map(({ file }) => file)).toContain(".git");
    expect(inputs).toHaveLength(11);
  });
});

describe("links", () => {
  it("are followed, but neither in circles nor to what is listed anyway", async () => {
    const outside = put("outside", "外.csv");
    const folder = put("links", "z/1.csv", "z/deep/2.csv");
    symlinkSync(folder, join(folder, "z", "circle"));
    symlinkSync(join(folder, "z"), join(folder, "again"));
    symlinkSync(join(folder, "z", "1.csv"), join(folder, "1.csv"));
    symlinkSync(outside, join(folder, "mounted"));
    symlinkSync(join(folder, "nowhere"), join(folder, "dangling.xlsx"));
    const inputs = await findInputs([folder]);
    expect(inputs.map(({ file }) => file)).toEqual([
      "dangling.xlsx",
      "mounted/外.csv",
      "z/1.csv",
      "z/deep/2.csv",
    ]);
    expect(inputs[0]!.content).toMatchObject({ unread: "not-readable" });
  });
});

describe("what cannot be entered", () => {
  it("is a wrong path if it was given", async () => {
    const missing = join(base, "没有");
    await expect(findInputs([base, missing])).rejects.toThrow(InputError);
    await expect(findInputs([missing])).rejects.toMatchObject({
      code: "path-not-found",
      details: { path: missing },
    });
    const below = join(put("below", "a.csv"), "a.csv", "b.csv");
    await expect(findInputs([below])).rejects.toMatchObject({ code: "path-not-found" });
  });

  it.skipIf(process.platform === "win32")("is not waited for", async () => {
    const folder = put("pipes", "a.csv");
    execFileSync("mkfifo", [join(folder, "pipe.csv")]);
    expect((await findInputs([folder]))[1]).toMatchObject({ content: { ignored: "other-kind" } });
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "is an unread input if it lies below",
    async () => {
      const folder = put("closed", "a.csv", "x/b.csv");
      chmodSync(join(folder, "x"), 0o000);
      const inputs = await findInputs([folder]);
      chmodSync(join(folder, "x"), 0o755);
      expect(inputs[1]).toMatchObject({ file: "x", content: { unread: "no-permission" } });
    },
  );
});
