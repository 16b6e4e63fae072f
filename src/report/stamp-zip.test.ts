import { describe, expect, it } from "vitest";
import { stampZip } from "./stamp-zip.js";

describe("stampZip", () => {
  it("refuses what is not a ZIP file", () => {
    expect(() => stampZip(new Uint8Array(100), new Date(0))).toThrow("Not a ZIP file");
    expect(() => stampZip(new Uint8Array(3), new Date(0))).toThrow("Not a ZIP file");
  });
});
