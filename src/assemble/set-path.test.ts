import { expect, it } from "vitest";
import { putAt } from "./set-path.js";

it("puts values into groups and lists, and leaves no element out", () => {
  const target: Record<string, unknown> = {};
  putAt(target, "amounts[1].words", "捌仟元整");
  putAt(target, "amounts[1].figures", 800_000);
  putAt(target, "remedies.court", "某法院");
  putAt(target, "whole", true);
  expect(target).toEqual({
    amounts: [{}, { words: "捌仟元整", figures: 800_000 }],
    remedies: { court: "某法院" },
    whole: true,
  });
});
