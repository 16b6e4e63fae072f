import { noneMended, type Mended } from "./fault.js";
import type { Planted } from "./city-case.js";
import { agencies, type AgencyKey } from "./city-people.js";
import { bookOf, sheetOf, type Column, type Part, type Book } from "./city-sheet.js";
import { sequence, writtenDate } from "./city-writing.js";

/** What each agency has made public of itself, as its own ledger says. */

interface Disclosure {
  content: string;
  publishedOn?: string;
  updated?: string;
}

const usual: readonly Disclosure[] = [
  { content: "执法主体和执法人员信息", publishedOn: "2024-01-10", updated: "是" },
  { content: "权责清单和执法依据", publishedOn: "2024-01-10", updated: "是" },
  { content: "行政执法流程图", publishedOn: "2024-01-12", updated: "是" },
  { content: "救济途径和监督电话", publishedOn: "2024-01-12", updated: "是" },
  { content: "随机抽查事项清单", publishedOn: "2024-02-20", updated: "是" },
  { content: "行政处罚裁量权基准", publishedOn: "2024-02-20", updated: "是" },
  { content: "重大执法决定法制审核目录清单", publishedOn: "2024-03-05", updated: "是" },
  { content: "2023年度行政执法总体情况", publishedOn: "2024-01-30" },
  { content: "2024年度行政执法总体情况", publishedOn: "2025-01-24" },
];

const where = "执法信息事前公开台账";

interface Fault {
  agency: AgencyKey;
  content: string;
  /** What the ledger says in place of the usual. */
  disclosure: Omit<Disclosure, "content">;
  planted: Planted;
}

const faults: readonly Fault[] = [
  {
    agency: "streets",
    content: "行政执法流程图",
    disclosure: {},
    planted: {
      rule: "publicity/agency-information-published",
      severity: "warning",
      where,
      what: "行政执法流程图没有公开",
      subject: `${agencies.streets.name} 行政执法流程图`,
    },
  },
  {
    agency: "town",
    content: "重大执法决定法制审核目录清单",
    disclosure: {},
    planted: {
      rule: "legal-review/catalogue-published",
      severity: "warning",
      where,
      what: "重大执法决定法制审核目录清单没有公开",
      subject: agencies.town.name,
    },
  },
  {
    agency: "market",
    content: "2024年度行政执法总体情况",
    disclosure: { publishedOn: "2025-02-10" },
    planted: {
      rule: "publicity/annual-statistics-published",
      severity: "warning",
      where,
      what: "上年度执法总体情况2月10日才公开",
      subject: `${agencies.market.name} 2024`,
    },
  },
];

export const undisclosed = faults.map(({ agency, planted }) => ({
  ...planted,
  mend: `undisclosed-${agency}`,
}));

const columns: readonly Column<Disclosure>[] = [
  sequence,
  { header: "公开内容", width: 36, of: ({ content }) => content },
  { header: "是否公开", of: ({ publishedOn }) => (publishedOn === undefined ? "否" : "是") },
  {
    header: "公开日期",
    of: ({ publishedOn }, at) =>
      publishedOn === undefined ? null : writtenDate(publishedOn, at % 5),
  },
  { header: "是否及时更新", of: ({ updated }) => updated },
  { header: "公开载体", width: 22, of: () => "行政执法公示平台" },
];

/** A sheet an agency, which only its title names. */
export const disclosureBook = (mended: Mended = noneMended): Book => {
  const sheet = (agency: AgencyKey): Part =>
    sheetOf({
      name: agencies[agency].word,
      title: `${agencies[agency].name}行政执法信息事前公开台账`,
      columns,
      rows: usual.map((one) => {
        const fault = faults.find(
          ({ agency: own, content }) => own === agency && content === one.content,
        );
        return fault && !mended.has(`undisclosed-${agency}`)
          ? { content: one.content, ...fault.disclosure }
          : one;
      }),
    });
  return bookOf("砚溪市司法局", sheet("market"), sheet("streets"), sheet("town"));
};
