import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { temporaryFolder } from "../read/files.fixture.js";
import { anjuan, root } from "./command.fixture.js";
import type { Console } from "./console.js";
import { scansFrom } from "./scan-options.js";

const scanned = fileURLToPath(new URL("../../fixtures/dossiers/02-scanned", import.meta.url));

interface Shown {
  documents: { text: string; fields: Record<string, unknown> }[];
  diagnostics: { code: string; message: string }[];
}

it("names the choices of --ocr", async () => {
  for (const command of ["inspect", "audit"]) {
    const { status, stderr } = await anjuan([command, scanned, "--ocr", "maybe"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/--ocr.*maybe[^]*auto, always, off/);
  }
});

it("recognises a scan once, and says the same again from what it kept", async () => {
  const cache = temporaryFolder();
  const env = { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
  const inspect = () => anjuan(["inspect", `${scanned}/扫描0003.pdf`, "-f", "json"], { env });
  const start = performance.now();
  const first = await inspect();
  const middle = performance.now();
  const second = await inspect();
  expect(performance.now() - middle).toBeLessThan(middle - start);
  expect(second).toEqual(first);
  expect(readdirSync(path.join(cache, "anjuan", "ocr"))).not.toEqual([]);
  const { documents } = JSON.parse(first.stdout) as Shown;
  expect(documents).toMatchObject([{ type: "PAY", typeName: "罚没款缴款凭证", text: "ocr" }]);
  expect(documents[0]!.fields).toMatchObject({
    "payment.date": { value: "2024-06-05", page: 1 },
    "payment.amount": { value: 800_000, text: "人民币捌仟元整（￥8,000.00）" },
    "decision.number": { value: "澜城管罚决字〔2024〕第056号" },
  });
}, 180_000);

it.each([
  ["auto", true, "auto", /anjuan[\\/]+ocr$/],
  ["off", true, "off", /ocr$/],
  ["always", false, "always", null],
])("--ocr %s, cache %s", (ocr, cache, mode, folder) => {
  const context = { lang: "zh", version: "0", io: {} as Console } as const;
  const scans = scansFrom({ ocr, cache }, context);
  expect(scans.mode).toBe(mode);
  if (folder) expect(scans.cacheFolder).toMatch(folder);
  else expect(scans.cacheFolder).toBeNull();
});

/** The program without one of its optional packages, as where their installation failed. */
const without = (missing: string): string => {
  const folder = temporaryFolder();
  for (const part of ["bin", "dist", "rules", "package.json"]) {
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  }
  const from = path.join(root, "node_modules");
  const packages = readdirSync(from)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@")
        ? readdirSync(path.join(from, name)).map((below) => `${name}/${below}`)
        : [name],
    );
  for (const name of packages.filter((one) => one !== missing)) {
    const link = path.join(folder, "node_modules", name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(from, name), link, "junction");
  }
  return folder;
};

it.each(["onnxruntime-web", "sharp"])(
  "runs without %s, and says what it could not read and what to install",
  async (missing) => {
    const program = path.join(without(missing), "bin", "anjuan.js");
    const { status, stdout } = await anjuan(["inspect", scanned, "-f", "json"], { program });
    expect(status).toBe(0);
    const { documents, diagnostics } = JSON.parse(stdout) as Shown;
    expect(documents.every(({ text }) => text === "none")).toBe(true);
    const said = diagnostics.map(({ message }) => message);
    expect(said).toContain("第1—13页没有读出文字：是图片，没有安装文字识别组件");
    expect(said.join()).toContain(`npm install ${missing}`);
  },
);
