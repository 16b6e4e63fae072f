import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { anjuan } from "./command.fixture.js";

const fixture = fileURLToPath(
  new URL("../../fixtures/dossiers/05-everything-in-one-folder/", import.meta.url),
);

interface Inspection {
  documents: {
    file: string;
    type: string | null;
    case: string | null;
    fields: Record<string, { value: unknown }>;
  }[];
  diagnostics: { code: string; file: string; message: string }[];
}

const inspected = async (corrections: string) => {
  const folder = mkdtempSync(path.join(tmpdir(), "anjuan-corrections-"));
  for (const name of ["会议通知.pdf", "告知.pdf", "临水罚决〔2023〕11号 行政处罚决定书.pdf"]) {
    cpSync(path.join(fixture, name), path.join(folder, "卷", name));
  }
  writeFileSync(path.join(folder, "卷", "anjuan.documents.yaml"), corrections);
  const { stdout, status } = await anjuan(["inspect", folder, "-f", "json"]);
  const { documents, diagnostics } = JSON.parse(stdout) as Inspection;
  return {
    status,
    diagnostics,
    find: (name: string) => documents.find(({ file }) => file === `卷/${name}`),
  };
};

describe("anjuan.documents.yaml", () => {
  it("says what a document is, whose it is and what it says", async () => {
    const { status, find } = await inspected(`
documents:
  - { file: 会议通知.pdf, type: 其他, case: 临水罚决〔2023〕11号 }
  - { file: 告知.pdf, pages: 1, type: 听证通知书, fields: { hearing.date: 2023年9月20日 } }
`);
    expect(status).toBe(0);
    expect(find("会议通知.pdf")).toMatchObject({ type: null, case: "临水罚决〔2023〕11号" });
    expect(find("告知.pdf")?.fields["hearing.date"]).toMatchObject({ value: "2023-09-20" });
    expect(find("告知.pdf")?.fields["notice.fine"]).toBeUndefined();
  });

  it("is not used where it is wrong, and the place is named", async () => {
    const { status, diagnostics, find } = await inspected(`
documents:
  - { file: 告知.pdf, type: 听证通知, fields: { hearing.day: 2023年9月20日 } }
`);
    expect(status).toBe(3);
    expect(diagnostics.filter(({ code }) => code === "correction-wrong")).toMatchObject([
      {
        file: "卷/anjuan.documents.yaml",
        message: expect.stringMatching(/第3行第\d+列/) as string,
      },
      { file: "卷/anjuan.documents.yaml", message: expect.stringMatching(/第3行/) as string },
    ]);
    expect(find("告知.pdf")?.fields["notice.fine"]).toBeDefined();
  });
});
