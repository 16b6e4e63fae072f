/** How dates, laws and amounts are written in sentences, as parts of patterns. */
const chinese = "[一二三四五六七八九十〇○零]";
const count = "[零一二三四五六七八九十百\\d]+";

export const datePattern = `(?:\\d{4}\\s*[年./-]\\s*\\d{1,2}\\s*[月./-]\\s*\\d{1,2}(?:\\s*日)?|${chinese}{4}年${chinese}{1,3}月${chinese}{1,3}日)`;

/** An article with its paragraph and item: 第七十二条第一款第（一）项. */
export const provisionPattern = `第${count}条(?:之[一二三四五六七八九])?(?:第${count}款)?(?:第[（(]?${count}[）)]?项)?`;

const lawPattern = `《[^》]{2,60}》${provisionPattern}`;

/** One provision or several: 《…》第七条、《…》第三十八条. */
export const lawsPattern = `${lawPattern}(?:[、和]${lawPattern})*`;

/** An amount in words, in figures or in both. */
export const amountPattern =
  "(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿一二三四五六七八九十百千\\d][零壹贰叁肆伍陆柒捌玖拾佰仟万亿一二三四五六七八九十百千\\d,，.]*[元圆](?:整|正)?(?:[（(](?:[¥￥][\\d,，.]+(?:元)?|(?:大写[:：]?)?(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆](?:整|正)?)[）)])?";

/** A pattern of the vocabulary, in which `{date}`, `{laws}` and `{amount}` stand for what they name. */
export const compilePattern = (pattern: string): RegExp =>
  new RegExp(
    pattern
      .replaceAll("{date}", datePattern)
      .replaceAll("{laws}", lawsPattern)
      .replaceAll("{amount}", amountPattern),
    "dgu",
  );
