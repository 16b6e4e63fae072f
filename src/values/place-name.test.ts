import { expect, it } from "vitest";
import { areApart } from "./place-name.js";

it.each([
  ["和平路12号", "建设街3号", true],
  ["砚溪市和平路12号", "砚溪市建设街3号", true],
  ["和平路12号", "砚溪市和平路14号", false],
  ["建设街与和平路交叉口", "和平路3号", false],
  ["当事人经营场所", "建设街3号", false],
  ["和平路12号", "本局询问室", false],
  ["东风市场3号摊位", "东风市场9号摊位", false],
  ["和平路12号", "万达广场二楼", false],
  ["和平村3组", "建设街3号", false],
  ["建设街与和平路交叉口", "和平街道3号", false],
  ["东风市场3号摊位", "建设街西门市场", true],
  ["", "建设街3号", false],
  ["砚溪市生态环境局询问室", "砚溪丰泽食品有限公司会议室", true],
  ["砚溪市城市管理局207室", "砚溪县顺达经营部", true],
  ["砚溪市生态环境局询问室", "砚溪市生态环境局会议室", false],
  ["丰泽食品有限公司会议室", "丰泽食品有限公司厂区", false],
  ["丰泽食品有限公司会议室", "砚溪市生态环境局驻丰泽食品有限公司工作室", false],
  ["询问室", "丰泽食品有限公司会议室", false],
])("%s and %s are certainly two places: %s", (a, b, apart) => {
  expect(areApart(a, b)).toBe(apart);
  expect(areApart(b, a)).toBe(apart);
});
