import { textKey } from "./text-key.js";

/** What the name of an agency ends in; a team or station only behind the agency that it belongs to. */
const agency =
  /^[^\d\s“”"《》()（）【】、，。:：]{2,24}?(?:局|委员会|人民政府|街道办事处|管委会|厅)(?:[^\d\s、，。]{2,10}?(?:支队|大队|总队|分局|所))?/u;

/** What stands right behind the name in the title of a ledger. */
const ledgerWord =
  /^(?:\d|（|\(|《|“|关于|行政|执法|处罚|许可|检查|强制|法制|重大|音像|案件|公示|公开|事前|事后|随机|双随机|涉企|当场|简易|普通|年度|主动|信息|台账|统计|移送|第?[一二三四上下全]\S{0,3}(?:季度|半年|年))/u;

/** All agencies of a place at once, or nobody in particular. */
const several = /各|被|对|全[市县区省镇州]|所有|有关|系统|部门|等|及其|[和与]|直属|[市县区][直级]/u;

/**
 * The one agency that the title of a ledger begins with: 砚溪市城市管理局行政处罚台账（2024年） is of
 * 砚溪市城市管理局. Undefined where the title begins with anything else or speaks of several.
 */
export const agencyInTitle = (title: string): string | undefined => {
  const plain = textKey(title).replace(/^20\d{2}年(?:度)?/, "");
  const [name = ""] = agency.exec(plain) ?? [];
  if (name === "" || several.test(name)) return undefined;
  return ledgerWord.test(plain.slice(name.length)) ? name : undefined;
};
