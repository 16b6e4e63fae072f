/** An amount of money in whole fen (分). Never a fraction, never a float. */
export class Money {
  constructor(readonly fen: number) {
    if (!Number.isSafeInteger(fen)) throw new RangeError(`Not a whole number of fen: ${fen}`);
  }

  /** `5,000元`, `0.5元`; the way amounts are shown to people. */
  toString(): string {
    return `${formatYuan(this.fen)}元`;
  }
}

/** Fen as yuan with thousands separators and no needless zeros: 500000 → `5,000`, 50 → `0.5`. */
export const formatYuan = (fen: number): string => {
  const sign = fen < 0 ? "-" : "";
  const whole = String(Math.floor(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = String(Math.abs(fen) % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return rest ? `${sign}${whole}.${rest}` : `${sign}${whole}`;
};
