import { expect, it } from "vitest";
import type { ReadText } from "./ctc.js";
import { partLine } from "./part-line.js";

const place = { x: 500, y: 100, width: 1000, height: 46, angle: 0 };

/** What is read of a line in which `.` stands for a fifth of free room; a character is 40 wide. */
const read = (line: string): ReadText => {
  const found: ReadText = { text: "", confidences: [], places: [] };
  let left = 0;
  for (const character of line) {
    const width = character === "." ? 8 : /[ -~]/.test(character) ? 20 : 40;
    if (character !== ".") {
      found.text += character;
      found.confidences.push(0.9);
      found.places.push((left + width / 2) / place.width);
    }
    left += width;
  }
  return found;
};

it.each([
  ["受送达人：捷顺公司", ["受送达人：捷顺公司"]],
  ["送达地点：砚台路77号......送达方式：直接送达", ["送达地点：砚台路77号", "送达方式：直接送达"]],
  ["法定代表人....孟广田", ["法定代表人 孟广田"]],
  ["江亦舟....2024年4月24日", ["江亦舟 2024年4月24日"]],
  ["送.达.回.证", ["送达回证"]],
  ["送.......达.......回.......证", ["送达回证"]],
  ["罚决字[2024]...第056号", ["罚决字[2024]第056号"]],
  ["", [""]],
])("%s", (line, expected) => {
  const parts = partLine(read(line), place);
  expect(parts.map((part) => part.read.text)).toEqual(expected);
  for (const part of parts) expect(part.read.confidences).toHaveLength(part.read.text.length);
});

it("says where the parts stand, along a slanted line too", () => {
  const slanted = { ...place, angle: 0.5 };
  const line = "一二三四五..........六七八九";
  const [first, second] = partLine(read(line), slanted);
  expect(first!.place.width).toBeCloseTo(200);
  const along = (at: number) => ({
    x: 500 + (at - 500) * Math.cos(0.5),
    y: 100 + (at - 500) * Math.sin(0.5),
  });
  expect(first!.place.x).toBeCloseTo(along(100).x);
  expect(second!.place.x).toBeCloseTo(along((280 + 1000) / 2).x);
  expect(second!.place.y).toBeCloseTo(along((280 + 1000) / 2).y);
});
