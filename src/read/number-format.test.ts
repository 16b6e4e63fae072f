import { expect, it } from "vitest";
import { shownByBuiltIn, shownByCode } from "./number-format.js";

it.each([
  ["yyyy\\-mm\\-dd", "day"],
  ["yyyy/m/d;@", "day"],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日"', "day"],
  ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "day"],
  ['m"月"d"日"', "day"],
  ["d-mmm-yy", "day"],
  ["yyyy-mm-dd hh:mm:ss.000", "moment"],
  ['[$-404]e"年"m"月"d"日"', "day"],
  ["[$-804]aaaa;@", "day"],
  ["yyyy", "day"],
  ['yyyy"年"m"月"', "month"],
  ["mmm-yy", "month"],
  ["[$-404]e/m", "month"],
  ["h:mm", "number"],
  ["[h]:mm:ss", "number"],
  ["mm:ss.0", "number"],
  ["[$-F400]h:mm:ss AM/PM", "number"],
  ['上午/下午h"时"mm"分"', "number"],
  ["General", "number"],
  ["G/通用格式", "number"],
  ['General"天"', "number"],
  ["@", "number"],
  ["0.00E+00", "number"],
  ['0"d"', "number"],
  ["\\d0", "number"],
  ["[Red]0.00", "number"],
  ['#,##0"日"', "number"],
  ["[$¥-zh-CN]#,##0.00", "number"],
  ["_-* #,##0.00_-;\\-* #,##0.00_-", "number"],
  ['[=1]"是";[=2]"否"', "number"],
  ["", "number"],
])("%s shows a %s", (code, shown) => {
  expect(shownByCode(code)).toBe(shown);
});

it("knows the formats that have only a number", () => {
  expect([0, 2, 9, 18, 20, 45, 49].map(shownByBuiltIn)).toEqual(Array(7).fill("number"));
  expect([14, 31, 58].map(shownByBuiltIn)).toEqual(Array(3).fill("day"));
  expect(shownByBuiltIn(22)).toBe("moment");
  expect([17, 27, 57].map(shownByBuiltIn)).toEqual(Array(3).fill("month"));
  expect([32, 35, 55].map(shownByBuiltIn)).toEqual(Array(3).fill("number"));
});
