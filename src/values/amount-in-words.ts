const CAPITALS = [..."零壹贰叁肆伍陆柒捌玖"];
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿"];

/**
 * An amount in capitals (大写金额) as bills are written: 500000 fen is `伍仟元整`, 30050 `叁佰元伍角整`,
 * 1005 `壹拾元零伍分`. Throws RangeError for a negative or fractional number of fen.
 */
export const amountInWords = (fen: number): string => {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`Not an amount in fen: ${fen}`);
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const last = fen % 10;
  const whole = yuan > 0 || fen === 0 ? `${integerInCapitals(yuan)}元` : "";
  const jiaoWords = jiao > 0 ? `${capital(jiao)}角` : "";
  const skipsJiao = jiao === 0 && last > 0 && whole !== "";
  const fenWords = last > 0 ? `${skipsJiao ? "零" : ""}${capital(last)}分` : "整";
  return whole + jiaoWords + fenWords;
};

/** `拾伍万` is written 壹拾伍万; zero is 零. */
const integerInCapitals = (value: number): string => {
  if (value === 0) return "零";
  if (value >= 1e12) {
    // Beyond 9999 亿 the count of 亿 is itself a number with 万.
    const rest = value % 1e8;
    const words = `${integerInCapitals(Math.floor(value / 1e8))}亿`;
    return rest === 0 ? words : words + (rest < 1e7 ? "零" : "") + integerInCapitals(rest);
  }
  let words = "";
  let zeroPending = false;
  for (let group = GROUPS.length - 1; group >= 0; group--) {
    const section = Math.floor(value / 10_000 ** group) % 10_000;
    if (section === 0) {
      zeroPending = words !== "";
      continue;
    }
    if (words !== "" && (zeroPending || section < 1000)) words += "零";
    words += sectionInCapitals(section) + (GROUPS[group] ?? "");
    zeroPending = false;
  }
  return words;
};

const sectionInCapitals = (section: number): string => {
  let words = "";
  let zeroPending = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(section / 10 ** place) % 10;
    if (digit === 0) {
      zeroPending = words !== "";
      continue;
    }
    words += (zeroPending ? "零" : "") + capital(digit) + (PLACES[place] ?? "");
    zeroPending = false;
  }
  return words;
};

const capital = (digit: number): string => CAPITALS[digit] ?? "";
