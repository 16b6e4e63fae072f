import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { anjuan } from "./command.fixture.js";

const dossier = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/dossiers/${name}`, import.meta.url));

interface Shown {
  documents: Record<string, unknown>[];
  recordings: Record<string, unknown>[];
  diagnostics: Record<string, unknown>[];
}

describe("inspect of a dossier", () => {
  it("shows each document with type, pages and fields, and says what was not read", async () => {
    const { status, stdout } = await anjuan([
      ...["inspect", dossier("03-merged"), "-f", "json", "--ocr", "off"],
    ]);
    expect(status).toBe(0);
    const { documents, diagnostics } = JSON.parse(stdout) as Shown;
    expect(documents[4]).toMatchObject({
      ...{ pages: [8, 8], type: "FIL", typeName: "立案审批表", title: "立案审批表" },
      ...{ confidence: 1, text: "file" },
    });
    expect((documents[4]?.["fields"] as Record<string, unknown>)["filing.date"]).toEqual({
      ...{ value: "2024-03-18", text: "2024年3月18日", page: 8, confidence: 1 },
    });
    expect(documents.filter(({ text }) => text === "none")).toHaveLength(3);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: "pages-unread", level: "warning", page: 11 }),
    );
  });

  it("shows recordings, and pictures that nobody recognised, in words", async () => {
    const { stdout } = await anjuan(["inspect", dossier("06-recordings"), "--ocr", "off"]);
    expect(stdout).toMatch(/20240611_检查\.mp4：视频，5040秒，制作时间 2024-06-11/);
    expect(stdout).toMatch(/P0611_0925\.jpg 第1页：没有读出文字/);
    expect(stdout).toMatch(/第1页没有读出文字：是图片，没有做文字识别/);
  });

  it("hides personal numbers", async () => {
    const { stdout } = await anjuan(["inspect", dossier("04-word-ofd-text"), "-f", "json"]);
    const whole = readFileSync(`${dossier("truth")}/04-word-ofd-text.json`, "utf8");
    const ids = whole.match(/\b\d{17}[\dX]\b/g) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(stdout).not.toContain(id);
  });
});

describe("audit of a dossier", () => {
  it("puts the papers of a folder to the cases of its ledger", async () => {
    const { stdout } = await anjuan([
      ...["audit", dossier("05-everything-in-one-folder"), "-f", "json"],
      ...["--as-of", "2024-04-15", "--fail-on", "never"],
    ]);
    const { cases, diagnostics } = JSON.parse(stdout) as {
      cases: { id: string }[];
      diagnostics: { code: string; file: string }[];
    };
    expect(cases.map(({ id }) => id)).toEqual([
      "临卫公罚〔2023〕017号",
      "临水罚决〔2023〕11号",
      "（临）文综罚字〔2023〕4号",
    ]);
    expect(diagnostics).toMatchObject([{ code: "document-not-linked", file: "会议通知.pdf" }]);
  });
});
