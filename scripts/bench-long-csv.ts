import { createWriteStream } from "node:fs";
import { once } from "node:events";

const headers =
  "案号,当事人,当事人类型,违法行为,立案日期,处罚决定书文号,处罚决定日期,处罚机关,处罚种类,罚款金额,送达日期,公示日期";

const day = (offset: number): string =>
  new Date(Date.UTC(2023, 0, 3) + offset * 86_400_000).toISOString().slice(0, 10);

const record = (n: number): string => {
  const filed = n % 250;
  return [
    `某市监立〔2023〕${n}号`,
    `某商店${n}`,
    "法人及非法人组织",
    "销售超过保质期的食品",
    day(filed),
    `某市监罚〔2023〕${n}号`,
    day(filed + 35),
    "某市市场监督管理局",
    "罚款",
    String(10_000 + (n % 9) * 500),
    day(filed + 37),
    day(filed + 40),
  ].join(",");
};

/** Writes a province's export as text, row by row. */
export const writeLongCsv = async (file: string, rows: number): Promise<void> => {
  const stream = createWriteStream(file);
  stream.write(`${headers}\n`);
  for (let n = 1; n <= rows; n++) {
    if (!stream.write(`${record(n)}\n`)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "close");
};
