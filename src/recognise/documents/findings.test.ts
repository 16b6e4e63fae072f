import { expect, it } from "vitest";
import { Findings, type DocumentField } from "./findings.js";

const sure = (value: string, confidence = 0.9): DocumentField => ({
  ...{ value, text: value, page: 1, confidence },
});
const doubtful = (value: string): DocumentField => ({ ...sure(value, 0.5), certain: false });

it.each<[string, DocumentField[], DocumentField | undefined]>([
  ["said once", [sure("甲")], sure("甲")],
  ["said twice, the surer counts", [sure("甲", 0.8), sure("甲"), doubtful("甲")], sure("甲")],
  ["said in two ways", [sure("甲"), sure("乙")], undefined],
  ["doubtful in two ways", [doubtful("甲"), doubtful("乙")], undefined],
  ["certain after doubt", [doubtful("甲"), sure("乙")], sure("乙")],
  ["doubtful after certainty", [sure("甲"), doubtful("乙")], sure("甲")],
  ["certain after doubts in two ways", [doubtful("甲"), doubtful("乙"), sure("丙")], sure("丙")],
  ["certain in two ways, and doubt", [sure("甲"), sure("乙"), doubtful("甲")], undefined],
])("%s", (_, said, expected) => {
  const found = new Findings();
  for (const field of said) found.add("cause", field);
  expect(found.result()["cause"]).toEqual(expected);
});
