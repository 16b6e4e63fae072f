import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CivilDate } from "../values/civil-date.js";
import { json } from "../report/json.js";
import type { runAudit } from "./run-audit.js";
import { sharesOf } from "./judge-together.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The program as it is built: threads run no source files. */
const built = async (): Promise<{ runAudit: typeof runAudit }> =>
  (await import(pathToFileURL(path.join(root, "dist/cli/run-audit.js")).href)) as {
    runAudit: typeof runAudit;
  };

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "anjuan-together-"));
  const day = (n: number): string =>
    `2023-0${1 + (n % 9)}-${String(1 + (n % 28)).padStart(2, "0")}`;
  const rows = Array.from({ length: 1_500 }, (_, n) =>
    [
      `甲市监罚〔2023〕${n % 1_450}号`,
      `商店${n % 700}`,
      ["销售过期食品", "无照经营"][n % 2],
      day(n),
      day(n + 3),
      n % 50 === 0 ? "约五千元" : 1000 * (n % 7),
      ["甲市市场监督管理局", "乙县城市管理局", ""][n % 3],
    ].join(","),
  );
  const header = "处罚决定书文号,当事人,违法行为,立案日期,处罚决定日期,罚款金额,处罚机关";
  writeFileSync(path.join(folder, "台账.csv"), [header, ...rows].join("\n"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("cases that several threads share", () => {
  it("give the same result as those that one judges, byte for byte", async () => {
    const { runAudit: audit } = await built();
    const request = { asOf: CivilDate.fromIso("2024-06-30")!, lang: "zh", version: "0" } as const;
    const result = async (jobs: number): Promise<string> => {
      const made = await audit({ ...request, paths: [folder], config: null, jobs, shareFrom: 0 });
      return [...json(made)].join("");
    };
    const alone = await result(1);
    expect(alone).toContain("document/number-unique");
    expect(await result(2)).toBe(alone);
    expect(await result(3)).toBe(alone);
  }, 120_000);

  it("are each taken once", () => {
    const next = new Int32Array(1);
    const [one, other] = [sharesOf(next, 1_300), sharesOf(next, 1_300)];
    const taken = [one, other, one, other].map((shares): unknown => shares.next().value);
    expect(taken).toEqual([[0, 512], [512, 1024], [1024, 1300], undefined]);
  });
});
