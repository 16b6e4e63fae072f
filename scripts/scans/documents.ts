/**
 * Documents of invented cases as HTML, for scans whose text is known. Every person, company, agency and
 * number is invented; the division 990106 does not exist.
 */

export interface ScanDocument {
  name: string;
  html: string;
  /** Values that must be read exactly: numbers, dates, amounts, certificates. */
  fields: readonly string[];
  /** Whether a red seal lies over the element with the id `seal`. */
  sealed: boolean;
}

interface Facts {
  agency: string;
  number: string;
  filing: string;
  party: string;
  code: string;
  person: string;
  officers: readonly [string, string];
  certificates: readonly [string, string];
  day: string;
  dayInWords: string;
  inspected: string;
  amount: string;
  amountInWords: string;
  gain: string;
}

const cases: readonly Facts[] = [
  {
    agency: "澜汀市栖霁区市场监督管理局",
    number: "栖市监处罚〔2024〕186号",
    filing: "栖市监立〔2024〕1027号",
    party: "澜汀市青禾里食品商行",
    code: "91990106MA7KQ0X18D",
    person: "樊子渝",
    officers: ["崔知白", "阎予安"],
    certificates: ["99010617023", "99010600815"],
    day: "2024年3月18日",
    dayInWords: "二〇二四年三月十八日",
    inspected: "2024年1月9日14时35分",
    amount: "￥30,000.00",
    amountInWords: "叁万元整",
    gain: "1,860.50",
  },
  {
    agency: "云汐省澜汀市城市管理综合行政执法局",
    number: "澜城执罚决字〔2023〕第0070号",
    filing: "澜城执立字〔2023〕第0101号",
    party: "云汐省恒屿建筑工程有限公司",
    code: "91990100100110011L",
    person: "欧阳疏桐",
    officers: ["郗望舒", "赵一鸣"],
    certificates: ["云99010011100", "云99010020018"],
    day: "2023年12月31日",
    dayInWords: "二〇二三年十二月三十一日",
    inspected: "2023年10月20日08时05分",
    amount: "￥158,000.00",
    amountInWords: "壹拾伍万捌仟元整",
    gain: "10,010.00",
  },
  {
    agency: "澜汀市生态环境局栖霁分局",
    number: "澜环（栖）罚〔2022〕11号",
    filing: "澜环（栖）立〔2022〕16号",
    party: "栖霁区汀兰洗涤服务部（个体工商户）",
    code: "92990106MA0B1I8Y6T",
    person: "盛怀瑾",
    officers: ["祁云川", "卢月"],
    certificates: ["990106-2021-0036", "990106-2019-0110"],
    day: "2022年8月1日",
    dayInWords: "二〇二二年八月一日",
    inspected: "2022年5月11日21时10分",
    amount: "￥26,700.00",
    amountInWords: "贰万陆仟柒佰元整",
    gain: "406.90",
  },
];

const style = `
  @page { size: A4; margin: 0 }
  body { margin: 0; width: 210mm; height: 297mm; box-sizing: border-box; padding: 24mm 25mm 20mm 28mm;
    font: 15pt/1.75 "Noto Serif CJK SC"; color: #111; background: #fff; position: relative }
  h1 { font: bold 22pt/1.4 "Noto Serif CJK SC"; text-align: center; margin: 0 0 2mm }
  h2 { font: 20pt/1.4 "Noto Sans CJK SC"; text-align: center; margin: 0 0 5mm }
  .number { text-align: center; margin: 0 0 6mm }
  p { margin: 0; text-indent: 2em; text-align: justify }
  .plain { text-indent: 0 }
  .right { text-align: right; margin-right: 10mm; text-indent: 0 }
  table { border-collapse: collapse; width: 100%; font-size: 12pt; line-height: 1.5 }
  td { border: 1px solid #222; padding: 2mm 2.5mm; vertical-align: middle }
  .sans { font-family: "Noto Sans CJK SC" }
  .foot { position: absolute; bottom: 12mm; left: 0; right: 0; text-align: center; font-size: 10.5pt }`;

const pageOf = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${style}</style></head><body>${body}</body></html>`;

const decision = (facts: Facts): string =>
  pageOf(`<h1>${facts.agency}</h1><h2>行政处罚决定书</h2><p class="number">${facts.number}</p>
  <p class="plain">当事人：${facts.party}</p><p class="plain">统一社会信用代码：${facts.code}</p>
  <p class="plain">法定代表人（负责人）：${facts.person}</p>
  <p>${facts.inspected}，我局执法人员${facts.officers.join("、")}（执法证号：${facts.certificates.join("、")}）持证对当事人的经营场所进行检查，发现当事人涉嫌存在违法行为，经审批于次日立案调查（${facts.filing}）。</p>
  <p>经查明，当事人自上述日期前三个月起从事涉案经营活动，违法所得共计${facts.gain}元，货值金额共计12,345.60元。以上事实有现场笔录、询问笔录、照片、营业执照复印件等证据证实。</p>
  <p>我局依法向当事人送达了行政处罚告知书，当事人在法定期限内未提出陈述、申辩意见，也未要求举行听证。</p>
  <p>依据《中华人民共和国行政处罚法》第二十八条第一款、第三十二条第（一）项的规定，决定处罚如下：1.没收违法所得${facts.gain}元；2.罚款人民币${facts.amountInWords}（${facts.amount}）。</p>
  <div class="foot">第1页 共2页</div>`);

const decisionEnd = (facts: Facts): string =>
  pageOf(`<p>当事人应当自收到本决定书之日起十五日内，持本决定书到指定的银行或者通过电子支付系统缴纳罚款${facts.amountInWords}（${facts.amount}）。到期不缴纳的，依据《中华人民共和国行政处罚法》第七十二条第一款第（一）项的规定，每日按罚款数额的3%加处罚款。</p>
  <p>当事人如不服本决定，可以自收到本决定书之日起六十日内向澜汀市人民政府申请行政复议，也可以在六个月内依法向栖霁区人民法院提起行政诉讼。行政复议或者行政诉讼期间，本决定不停止执行。</p>
  <p style="margin-top:30mm" class="right">${facts.agency}</p><p class="right" style="padding-right:8mm"><span id="seal">${facts.dayInWords}</span></p>
  <p class="plain" style="margin-top:30mm">（本文书一式三份，一份送达，一份归档，一份备查。）</p><div class="foot">第2页 共2页</div>`);

const transcript = (facts: Facts): string =>
  pageOf(`<h2>询问笔录</h2><div style="font-size:12pt;line-height:1.9">
  <p class="plain">询问时间：${facts.inspected}至当日18时00分</p><p class="plain">询问地点：栖霁区听涛路101号1幢10层1001室</p>
  <p class="plain">被询问人：${facts.person}　性别：女　身份证号码：990106198811070021　联系电话：19900010110</p>
  <p class="plain">询问人：${facts.officers[0]}　执法证号：${facts.certificates[0]}　记录人：${facts.officers[1]}　执法证号：${facts.certificates[1]}</p>
  <p class="plain">问：我们是${facts.agency}的执法人员，这是我们的执法证件，请你确认。</p><p class="plain">答：我看清楚了，没有异议。</p>
  <p class="plain">问：你有权申请回避，对我们的询问应当如实回答，是否听清楚？</p><p class="plain">答：听清楚了，我不申请回避。</p>
  <p class="plain">问：你单位的名称和统一社会信用代码是什么？</p><p class="plain">答：名称是${facts.party}，代码是${facts.code}。</p>
  <p class="plain">问：你单位销售涉案产品的数量和金额是多少？</p><p class="plain">答：一共卖了106件，每件单价17.55元，收了1860.50元，还有11件没有卖出去，进货票据我可以提供。</p>
  <p class="plain">问：以上情况是否属实？</p><p class="plain">答：属实，笔录我看过了，和我说的一样。</p></div>
  <p class="plain" style="margin-top:12mm;font-size:12pt">被询问人（签名）：${facts.person}　　　${facts.day}</p><div class="foot">第1页 共1页</div>`);

const service = (facts: Facts): string =>
  pageOf(`<h1>${facts.agency}</h1><h2>送达回证</h2><table class="sans">
  <tr><td style="width:26%">送达文书名称及文号</td><td colspan="3">《行政处罚决定书》${facts.number}</td></tr>
  <tr><td>受送达人</td><td colspan="3">${facts.party}</td></tr>
  <tr><td>送达地点</td><td colspan="3">澜汀市栖霁区听涛路101号</td></tr>
  <tr><td>送达方式</td><td>直接送达</td><td>收到日期</td><td>${facts.day}</td></tr>
  <tr><td>受送达人签名或者盖章</td><td>${facts.person}</td><td>与受送达人关系</td><td>本人</td></tr>
  <tr><td>送达人</td><td>${facts.officers.join("、")}</td><td>执法证号</td><td>${facts.certificates.join("、")}</td></tr>
  <tr><td>罚款金额（小写）</td><td>${facts.amount}</td><td>罚款金额（大写）</td><td>${facts.amountInWords}</td></tr>
  <tr><td>备注</td><td colspan="3" style="height:30mm">缴款期限：收到决定书之日起15日内。代收机构：云汐银行栖霁支行，账号：6200 1001 8801 0110 017。</td></tr></table>
  <p class="right" style="margin-top:14mm"><span id="seal">${facts.day}</span></p>`);

const documentsOf = (facts: Facts, index: number): ScanDocument[] => {
  const { number, filing, code, certificates, day, dayInWords, amount, amountInWords } = facts;
  const named = (name: string) => `${name}-${index + 1}`;
  return [
    {
      name: named("decision"),
      html: decision(facts),
      fields: [
        number,
        filing,
        code,
        ...certificates,
        facts.inspected,
        facts.gain,
        amount,
        amountInWords,
      ],
      sealed: false,
    },
    {
      name: named("decision-end"),
      html: decisionEnd(facts),
      fields: [amount, amountInWords, dayInWords, facts.agency],
      sealed: true,
    },
    {
      name: named("transcript"),
      html: transcript(facts),
      fields: [
        facts.inspected,
        day,
        code,
        ...certificates,
        "990106198811070021",
        "19900010110",
        "17.55元",
        "1860.50元",
      ],
      sealed: false,
    },
    {
      name: named("service"),
      html: service(facts),
      fields: [number, day, ...certificates, amount, amountInWords, "6200 1001 8801 0110 017"],
      sealed: true,
    },
  ];
};

/** Twelve pages: four forms of three cases. */
export const scanDocuments: readonly ScanDocument[] = cases.flatMap(documentsOf);
