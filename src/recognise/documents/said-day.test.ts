import { expect, it } from "vitest";
import { dayIn } from "./said-day.js";

it.each([
  ["二〇二四年五月十七日", "2024-05-17"],
  ["二〇）二四年五月十七日", "2024-05-17"],
  ["二C）二四年五月十七日", "2024-05-17"],
  ["二O二四年五月十三日", "2024-05-13"],
  ["二（）二四年－月十三日", undefined],
  ["二二四年五月十三日", undefined],
  ["二十二四年五月十三日", undefined],
  ["二〇二四年五月", undefined],
  ["2024年5月17日", "2024-05-17"],
])("%s", (text, day) => {
  expect(dayIn(text)).toBe(day);
});
