import type { Row } from "../model/cells.js";
import { normaliseHeader } from "./normalise-header.js";
import { cellText } from "./sheet-grid.js";

export interface TableShape {
  /** Normalised headings, by column. */
  headings: readonly string[];
  /** Whether a text is a header that the vocabulary knows. */
  isHeader: (key: string) => boolean;
  /** Columns that say nothing without the others: 序号. */
  numbering: ReadonlySet<number>;
  /** Number of the row that the table begins below. */
  after: number;
}

const example = /^(?:例$|例[如:：]|示例|样例|填写示例|举例|(?:表格|填写|填表|填报)说明)/;
const requirement =
  /^(?:必填|选填|必录|选录|是否必填|非必填|可选|必填项|选填项|(?:条件|为.{1,20}时)[,，]?必填)$/;
const type =
  /^(?:文本|日期|数字|数值|字符|字符型|日期型|数值型|文本型|字符串|整数|小数|金额|枚举|选择|下拉|下拉选择)(?:[(（].{0,20}[)）])?$/;

/** CF_XDR_MC, cfXdrMc, DSR: a field of the system that exported the table. */
const code = /^(?:[A-Z][A-Z_]+\d?|[A-Za-z]+(?:_[A-Za-z\d]+)+|[a-z]+(?:[A-Z][a-z]*)+\d?)$/;

/**
 * Rows of field codes, of 必填 and 选填, of types, of column numbers, the header written again, an example,
 * a note. In the template of 2016 the note stands in the first column, where the number belongs.
 */
export const isTemplate = (row: Row, columns: readonly number[], table: TableShape): boolean => {
  const [first = 0] = columns;
  if (example.test(cellText(row.cells[first]))) return true;
  if (columns.length < 2) return false;
  const texts = columns.map((column) => cellText(row.cells[column]));
  if ([requirement, type].some((form) => texts.every((text) => form.test(text)))) return true;
  if (texts.length > 2 && texts.every((text) => code.test(text))) return true;
  const isColumnNumbers = texts.every((text, at) => text === String((columns[at] ?? 0) + 1));
  return (isColumnNumbers && columns.length >= 3) || isHeaderAgain(texts, columns, table);
};

const isHeaderAgain = (
  texts: readonly string[],
  columns: readonly number[],
  { headings, isHeader }: TableShape,
): boolean => {
  if (!texts.slice(0, 6).some((text) => isHeader(plainKey(text)))) return false;
  const keys = texts.map((text) => normaliseHeader(text).key);
  const known = keys.filter((key) => key !== "" && isHeader(key));
  const same = keys.filter((key, at) => key !== "" && key === headings[columns[at] ?? 0]);
  return known.length >= 3 && (known.length > keys.length / 2 || same.length >= 3);
};

/** The key of a header without brackets and the like: enough to see that most rows are no header. */
const plainKey = (text: string): string =>
  text.length > 20 ? "" : text.replace(/[\s_]/g, "").toLowerCase();
