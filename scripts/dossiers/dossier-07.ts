import { creditCode } from "../demo-values.js";
import { Dossier } from "./folder.js";

/** A case as a case system exports it: types of documents as keys, a record or a list of records each. */

const decision = "岚交执罚〔2024〕62号";
const party = {
  当事人: "岚石市通衢物流有限公司",
  统一社会信用代码: creditCode("91", 309),
  法定代表人: "郎千山",
  住所: "岚石市北岸区货场路15号",
};
const officers = ["巫山云（99060100901）", "高渐远（99060100917）"];
const cause = "未按规定携带道路运输证驾驶货车营运";

const exported = {
  立案审批表: {
    文号: "岚交执立〔2024〕70号",
    案由: cause,
    案件来源: "路面执法检查",
    ...party,
    承办人: officers,
    立案日期: "2024-08-06",
    审批人: "南风",
  },
  现场笔录: {
    检查时间: "2024-08-05 09:12 至 09:40",
    检查地点: "岚石市绕城公路K12处",
    检查人: officers,
    记录人: "高渐远",
    当事人签名: "驾驶员 胡不归",
  },
  询问笔录: [
    {
      被询问人: "胡不归",
      询问时间: "2024年8月5日10时00分至10时35分",
      询问人: officers,
      当事人签名: "胡不归",
    },
    {
      被询问人: "郎千山",
      询问时间: "2024年8月8日14时30分至15时10分",
      询问人: officers,
      当事人签名: "郎千山",
    },
  ],
  行政处罚事先告知书: {
    文号: "岚交执罚告〔2024〕61号",
    日期: "2024-08-14",
    拟处罚内容: "罚款200元",
    陈述申辩期限: "五个工作日",
  },
  行政处罚决定书: {
    文号: decision,
    ...party,
    案由: cause,
    违反条款: "《中华人民共和国道路运输条例》第三十三条",
    处罚依据: "《中华人民共和国道路运输条例》第六十八条",
    罚款金额: "300元",
    决定日期: "2024-08-26",
    作出机关: "岚石市交通运输局",
  },
  送达回证: [
    {
      文书名称: "行政处罚事先告知书",
      文号: "岚交执罚告〔2024〕61号",
      送达方式: "直接送达",
      送达日期: "2024-08-14",
      收件人: "郎千山",
      送达人: ["巫山云", "高渐远"],
    },
    {
      文书名称: "行政处罚决定书",
      文号: decision,
      送达方式: "直接送达",
      送达日期: "2024-08-27",
      收件人: "郎千山",
      送达人: ["巫山云"],
    },
  ],
  缴款凭证: { 票据号码: "9906240902000345", 金额: 300, 缴款日期: "2024-09-02" },
  结案审批表: { 结案日期: "2024-09-10", 执行情况: "罚款已缴清", 审批人: "南风" },
};

export const makeDossier07 = async (): Promise<void> => {
  const dossier = new Dossier("07-structured", decision);
  await dossier.begin();
  const file = "案件.json";
  await dossier.other(file, `${JSON.stringify(exported, null, 2)}\n`, "一件案件的结构化文书数据");
  dossier.plant({
    rule: "procedure/not-heavier-after-defence",
    file,
    page: null,
    what: "告知拟罚200元，决定罚300元，没有重新告知",
  });
  dossier.plant({
    rule: "service/receipt-complete",
    file,
    page: null,
    what: "决定书的送达回证只有一名送达人",
  });
  await dossier.finish();
};
