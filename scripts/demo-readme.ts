import type { DemoCase, Planted } from "./demo-case.js";

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");

/** What a finding is about: a case; a number; two cases. */
export const subjectOf = (file: DemoCase, planted: Planted, cases: readonly DemoCase[]): string => {
  const other = cases.find(({ spec }) => spec.key === planted.with);
  if (!other) return file.id;
  return planted.rule === "document/number-unique"
    ? file.id
    : [file.id, other.id].sort().join(" + ");
};

const byId = (a: readonly string[], b: readonly string[]): number =>
  a.join(" ") < b.join(" ") ? -1 : 1;

export const readme = (cases: readonly DemoCase[]): string => {
  const planted = cases.flatMap((file) =>
    (file.spec.planted ?? []).map((one) => [
      subjectOf(file, one, cases),
      one.rule,
      one.severity,
      one.what,
    ]),
  );
  const notes = (field: "lawful" | "open") =>
    cases.flatMap((file) => {
      const note = file.spec[field];
      return note === undefined ? [] : [[file.id, note]];
    });
  const rows = cases.flatMap(({ entries }) => entries).length;
  return `# 示例案卷

<!-- 由 scripts/make-demo.ts 生成，不要手工修改。 -->

\`demo/\` 是一个行政机关报送的文件夹：云汐省澜汀市栖霁区市场监督管理局2023年8月至11月的行政处罚案件，共${cases.length}个案件、${rows}行
（有一份决定处罚两个当事人）。省、市、区、机关、人员、企业、案件全部是虚构的；统一社会信用代码、身份证号、执法证号的区划部分（990106）不存在，
不可能是任何人的号码。法律名称和条文是真实的，案情是编造的。

| 文件 | 内容 |
| --- | --- |
| 行政处罚案件台账（2023年8-11月）.xlsx | 普通程序案件，两层表头；各所队填写日期、金额和空格的习惯不同 |
| 当场处罚案件登记表.csv | 简易程序案件，系统导出，GB18030编码 |
| 行政执法人员名册（2023年）.xlsx | 执法人员和法制审核人员 |
| 行政处罚裁量权基准.xlsx | 裁量权基准，2023年8月1日起施行 |

另有一个市三个机关的示例，见 city/README.md。

重新生成：\`npm run fixtures\`（没有时钟和随机数，每次字节相同）。评查：\`npm run demo\`，评查日为2024年4月15日。

## 放进去的问题

\`src/cli/demo.test.ts\` 逐行核对：评查结果与下表必须完全一致，不多也不少。涉及两个案件的问题，案件一栏写两个编号，或者它们共用的文号。

${table(["案件", "规则", "级别", "放进去的问题"], planted.sort(byId))}

## 看不懂的单元格

除下列单元格外，每个单元格都应当读懂。

${table(["案件", "内容"], unreadable(cases))}

## 容易误伤的合法情形

下列案件没有问题，评查不得指出任何问题。

${table(["案件", "情形"], notes("lawful").sort(byId))}

## 应当由人核查的情形

除下列案件和放了问题的案件外，其余案件填写齐全，评查没有一项要人核查。

${table(["案件", "规则和原因"], notes("open").sort(byId))}
`;
};

/** Dates that are none. */
const unreadable = (cases: readonly DemoCase[]): string[][] =>
  cases.flatMap(({ id, entries }) =>
    entries.flatMap(({ paid }) =>
      paid !== undefined && !/^\d{4}-/.test(paid) ? [[id, `缴款日期：${paid}`]] : [],
    ),
  );
