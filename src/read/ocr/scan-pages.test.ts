import { expect, it } from "vitest";
import type { Page } from "../../model/pages.js";
import type { RecognisedPage } from "./recognise-page.js";
import { isWanted, replaced, unrecognised } from "./scan-pages.js";

const page = (over: Partial<Page>): Page => ({
  ...{ number: 1, width: 595, height: 842, state: "text", lines: [], pictured: 0 },
  ...over,
});

const line = (text: string) => ({ text, box: null, size: 15, confidence: null });
const scan = page({ state: "unreadable", reason: "not-recognised", pictured: 1 });
const photo = page({ lines: [line("现场照片")], pictured: 0.3 });

it.each([
  ["a scan", scan, true, true],
  ["a scan with a stamped number", page({ lines: [line("12")], pictured: 1 }), true, true],
  ["text without a meaning", page({ state: "unreadable", reason: "no-text-in-font" }), true, true],
  ["text beside a photo", photo, false, true],
  ["a blank page", page({ state: "blank" }), false, false],
  ["a broken page", page({ state: "unreadable", reason: "page-broken" }), false, true],
  ["one past the limit", page({ state: "unreadable", reason: "past-limit" }), false, false],
])("%s", (_, one, auto, always) => {
  expect(isWanted(one, "auto")).toBe(auto);
  expect(isWanted(one, "always")).toBe(always);
  expect(isWanted(one, "off")).toBe(false);
});

it("gives up what the file says only for text", () => {
  const nothing: RecognisedPage = {
    ...{ state: "unreadable", lines: [], width: 600, height: 800, turned: 0 },
  };
  expect(replaced(photo, nothing)).toBe(photo);
  expect(replaced(scan, nothing)).toMatchObject({ reason: "nothing-legible", width: 600 });
  const text = { ...nothing, state: "recognised" as const, lines: [line("文")], turned: -1 };
  expect(replaced(scan, text)).toEqual({
    ...{ number: 1, width: 600, height: 800, state: "recognised" },
    ...{ lines: [line("文")], pictured: 1, turned: -1 },
  });
  expect(unrecognised(photo, "ocr-failed")).toBe(photo);
  expect(unrecognised(scan, "ocr-failed")).toEqual({ ...scan, reason: "ocr-failed" });
});
