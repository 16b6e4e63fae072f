/**
 * Traditional to simplified, for the characters of headers and of enumerated words: published mirrors
 * are sometimes converted. Only for matching; text that is stored or quoted stays as it is.
 */
const pairs =
  "決决處处罰罚機机關关號号書书當当稱称類类別别證证碼码統统會会審审議议聽听陳陈訴诉結结歸归檔档執执違违為为" +
  "實实據据額额沒没財财種种內内備备註注時时間间員员許许單单獲获電电話话聯联經经營营業业務务職职點点條条場场檢检" +
  "標标準准開开終终調调問问詢询談谈舉举報报線线領领責责復复產产質质設设錄录記记頻频庫库儲储網网絡络閱阅載载" +
  "戶户體体農农貨货價价數数總总萬万億亿圓圆幣币繳缴納纳資资貸贷賬账費费稅税銷销購购運运輸输車车輛辆";

const simplified = new Map(
  [...pairs].flatMap((character, index, all) =>
    index % 2 === 0 ? [[character, all[index + 1] ?? character] as const] : [],
  ),
);

export const toSimplified = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => simplified.get(character) ?? character);
