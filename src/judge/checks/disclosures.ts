import { agencyInTitle } from "../../values/agency-name.js";
import { groupBy } from "../../values/group-by.js";
import { textKey } from "../../values/text-key.js";
import { textOf, type RegisterRow, type Registers } from "../../model/registers.js";

/** What an agency makes public of itself before any case, by the words that ledgers use for it. */
const informationWords = {
  agency: /执法主体|主体资格|主体信息|机构职能/,
  officers: /执法人员|人员名[单录册]|人员信息/,
  duties: /职责|机构职能|权责清单/,
  powers: /权限|职权|权力清单|权责清单|事项清单|事项目录/,
  basis: /依据/,
  procedure: /程序|流程/,
  remedies: /救济|监督渠道|监督方式|监督电话|投诉|举报/,
  randomInspections: /随机抽查|双随机/,
  benchmarks: /裁量/,
} as const satisfies Record<string, RegExp>;

export type Information = keyof typeof informationWords;

/** 国办发〔2018〕118号 (4) names these, the penalty law (34) the benchmarks. */
export const allInformation = Object.keys(informationWords) as readonly Information[];

const catalogueWords = /法制审核.*(?:目录|清单)|(?:目录|清单).*法制审核/;
/** The figures on enforcement that every agency owes for the year before. */
const statisticsWords =
  /行政执法.*(?:统计|数据|年报|情况)|执法(?:总体|工作)?(?:情况|数据|统计|年报)|处罚.*(?:统计|数据|年报)/;
/** Figures of a part of the year or of the work, and reports that other laws want on other days. */
const otherFigures =
  /月|季|半年|法治政府|[预决]算|国有资产|抽查|随机|计划|专项|培训|队伍|整改|案例|满意|投诉|举报/;
/** An entry that is kept back on purpose is no entry that was forgotten. */
const keptBack = /不予|不宜|依法不|无需公|[涉保机]密|豁免/;
const officersOfReview = /人员/;

export const contentOf = (row: RegisterRow): string => textOf(row, "content") ?? "";

export const isCatalogueOfReviews = (row: RegisterRow): boolean =>
  catalogueWords.test(textKey(contentOf(row))) && !officersOfReview.test(contentOf(row));

export const isStatistics = (row: RegisterRow): boolean =>
  statisticsWords.test(textKey(contentOf(row))) && !otherFigures.test(textKey(contentOf(row)));

/** Which of the information before enforcement a row speaks of; none for catalogues of reviews and statistics. */
export const informationIn = (row: RegisterRow): readonly Information[] => {
  if (catalogueWords.test(textKey(contentOf(row))) || isStatistics(row)) return [];
  if (/事[中后]/.test(textOf(row, "stage") ?? "")) return [];
  return allInformation.filter((name) => informationWords[name].test(textKey(contentOf(row))));
};

/** The rows of the ledgers of what is public, by the agency that they or their title name. */
export const disclosuresByAgency = (registers: Registers): Map<string, RegisterRow[]> =>
  groupBy(registers.get("disclosure-ledger") ?? [], (row) => {
    const named = textOf(row, "agency") ?? agencyInTitle(row.title ?? "") ?? "";
    return textKey(named) === "" ? undefined : textKey(named);
  });

/** Whether what a row speaks of is public: as it says, else by its day; undefined where it says neither. */
export const isPublic = (row: RegisterRow, asOf: string): boolean | undefined => {
  const { published } = row.values;
  const said = `${row.source("published")?.text ?? ""}${contentOf(row)}`;
  if (published !== true && keptBack.test(textKey(said))) return undefined;
  if (typeof published === "boolean") return published;
  if (row.unreadable.has("published")) return undefined;
  const day = textOf(row, "publishedOn");
  return day !== undefined && day <= asOf ? true : undefined;
};

export const looked = ["agency", "content", "published", "publishedOn", "updated"] as const;
