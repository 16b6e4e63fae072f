const DIGITS = [..."零一二三四五六七八九"];
const PLACES = ["", "十", "百", "千"];

/**
 * An integer from 0 to 9999 in plain Chinese numerals, as articles are numbered: 12 is 十二, 105 一百零五. Throws
 * RangeError for anything else.
 */
export const chineseNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 0 || value > 9999) {
    throw new RangeError(`Not an integer from 0 to 9999: ${value}`);
  }
  if (value === 0) return "零";
  let words = "";
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    const follows = value % 10 ** place > 0;
    if (digit > 0) words += (DIGITS[digit] ?? "") + (PLACES[place] ?? "");
    else if (words !== "" && follows && !words.endsWith("零")) words += "零";
  }
  return value >= 10 && value < 20 ? words.slice(1) : words;
};
