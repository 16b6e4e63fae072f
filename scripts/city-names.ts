import type { Party, PartyKind } from "./city-case.js";

/** Invented parties, each name once. */

const marks =
  "松烟、洗墨、青琅、徽纹、云根、漱石、飞泉、龙尾、玉带、金星、眉子、罗纹、端溪、鸲眼、蕉叶、冻云、水岩、坑仔、宋坑、麻坑、" +
  "澄泥、绛霞、铁线、石眼、冰纹、火捺、翡翠、猪肝、朱砂、天青、荷叶、竹节、古琴、瓜瓞、蓬莱、凤池、抄手、圭璧、兰亭、辟雍";
const trades = ["商贸", "食品", "餐饮管理", "建筑工程", "百货", "电子科技", "运输", "日用品"];
const shops = ["杂货店", "小吃店", "水果店", "五金店", "烧烤店", "理发店"];
const surnames =
  "滑、秘、勾、敖、冷、訾、辛、阚、那、简、饶、空、曾、毋、沙、乜、养、鞠、须、丰、巢、关、蒯、相";
const given =
  "远山、知雪、照邻、问梅、听松、观澜、拾月、枕流、抱朴、守拙、见素、归农、种玉、栽竹、煮茗、扫叶、题桥、踏歌、采薇、浣纱";

const list = (names: string): string[] => names.split("、");

const at = (names: readonly string[], index: number): string => names[index % names.length] ?? "";

/** Gives names away, one after the other; no two parties share one. */
export class Names {
  #firms = 0;
  #shops = 0;
  #people = 0;

  person(): string {
    const serial = this.#people++;
    const [first, second] = [list(surnames), list(given)];
    return at(first, serial) + at(second, serial * 7 + Math.floor(serial / first.length));
  }

  party(kind: PartyKind): Party {
    if (kind === "个人") return [kind, this.person()];
    const words = list(marks);
    if (kind === "公司") {
      const serial = this.#firms++;
      const trade = at(trades, serial + Math.floor(serial / words.length));
      return [kind, `砚溪市${at(words, serial)}${trade}有限公司`, this.person()];
    }
    const serial = this.#shops++;
    const shop = at(shops, serial + Math.floor(serial / words.length));
    return [kind, `砚溪市${at(words, serial * 3)}${shop}`, this.person()];
  }
}
