import { expect, it } from "vitest";
import { CivilDate } from "../../values/civil-date.js";
import { ownCapture } from "./own-capture.js";

const captured = CivilDate.of(2024, 6, 13)!;

it.each([
  ["P0611_0931.jpg", "2024-06-11"],
  ["照片/IMG_20240611_093112.jpg", "2024-06-11"],
  ["2024-06-11 检查.jpg", "2024-06-11"],
  ["DSC_0611.jpg", undefined],
  ["微信图片_20240611093112.jpg", undefined],
  ["1718091072000.jpg", undefined],
  ["P9911_0931.jpg", undefined],
  ["20240699.jpg", undefined],
  ["现场.jpg", undefined],
])("%s is named after the day %s", (file, day) => {
  const fields = ownCapture({
    ...{ file, format: "image", pages: [], seals: [] },
    capture: { text: "2024:06:13 17:02:10", date: captured, latitude: null, longitude: null },
  });
  expect(fields["documents.capturedOn"]?.value).toBe("2024-06-13");
  expect(fields["documents.namedOn"]?.value).toBe(day);
});

it("says nothing of a picture without a camera's data", () => {
  expect(ownCapture({ file: "P0611_0931.jpg", format: "image", pages: [], seals: [] })).toEqual({});
});
