import { expect, it } from "vitest";
import { documentWords } from "./dossiers.fixture.js";
import { fileOf, pageOf } from "./pages.fixture.js";
import { DocumentRecogniser } from "./recognise-documents.js";

const recogniser = new DocumentRecogniser(await documentWords());

const readNotice = (lines: readonly string[]) => {
  const [document] = recogniser.file(fileOf(pageOf("送达公告", lines)));
  return {
    serves: document?.serves.map(({ type }) => type),
    ...Object.fromEntries(
      Object.entries(document?.fields ?? {}).map(([path, { value }]) => [path, value]),
    ),
  } as Record<string, unknown>;
};

it("reads what a public notice serves, why, and for how many days", () => {
  expect(
    readNotice([
      "因你单位下落不明。",
      "现公告送达《行政处罚决定书》（某市监处罚〔2024〕57号）。",
      "自公告之日起三十日视为送达。",
      "自送达之日起15日内缴纳罚款。",
      "2024年6月3日",
    ]),
  ).toMatchObject({
    serves: ["penalty-decision"],
    "service.mode": "public-notice",
    "service.noticeDays": 30,
    "service.noticedOn": "2024-06-03",
    "service.earlierAttempts": "因你单位下落不明",
    "decision.number": "某市监处罚〔2024〕57号",
  });
});

it.each([
  ["自公告发布之日起满60日，即视为送达。", 60],
  ["自公告之日起经过30日视为送达。", 30],
  ["自公告之日起十五日内到我局缴纳罚款。", undefined],
])("%s", (line, days) => {
  expect(readNotice([line])["service.noticeDays"]).toBe(days);
});
