import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { documentWords, readFolder } from "./dossiers.fixture.js";
import { fileOf, pageOf, type Row } from "./pages.fixture.js";
import { DocumentRecogniser } from "./recognise-documents.js";
import { partsOf } from "./signature-places.js";

const recogniser = new DocumentRecogniser(await documentWords());

/** What a document says of itself by signatures: values, `?` before what is in doubt, null for empty places. */
const ownOf = (
  title: string,
  rows: readonly Row[],
  options: Parameters<typeof pageOf>[2] = {},
): Record<string, unknown> => {
  const [document] = recogniser.file(fileOf(pageOf(title, rows, options)));
  const own = Object.entries(document?.fields ?? {}).filter(([path]) =>
    /^documents\..*(?:Signed|witn|serv|rec)/.test(path),
  );
  return Object.fromEntries([
    ...own.map(([path, { value, certain }]) => [
      path.replace("documents.", ""),
      certain === false ? `?${String(value)}` : value,
    ]),
    ...Object.keys(document?.blank ?? {}).map((path) => [path.replace("documents.", ""), null]),
  ]) as Record<string, unknown>;
};

const head = "检查人：方仲平、白静姝";
const scanned = { scanned: true };

describe("signatures of a record", () => {
  it.each<[string, Row[], object, Record<string, unknown>]>([
    [
      "two officers and the party beside their labels",
      ["检查人（签名）：方仲平　白静姝　2024年3月5日", "被检查人（签名）：孟广田　2024年3月5日"],
      {},
      { officersSigned: ["方仲平", "白静姝"], partySigned: "孟广田" },
    ],
    [
      "labels of one row, each with its own",
      [
        [
          [74, "执法人员签字："],
          [170, "方仲平、白静姝"],
          [300, "当事人签字："],
          [390, "孟广田"],
        ],
      ],
      {},
      { officersSigned: ["方仲平", "白静姝"], partySigned: "孟广田" },
    ],
    [
      "a place for each officer",
      [
        [
          [74, "勘验人（签名）：方仲平"],
          [300, "勘验人（签名）：白静姝"],
        ],
      ],
      {},
      { officersSigned: ["方仲平", "白静姝"] },
    ],
    [
      "names below the label",
      ["检查人员（签名）：", "方仲平　白静姝"],
      {},
      { officersSigned: ["方仲平", "白静姝"] },
    ],
    [
      "one name typed, the other's place empty",
      ["检查人（签名）：方仲平"],
      {},
      { officersSigned: ["方仲平"] },
    ],
    [
      "one name typed, a picture on the page",
      ["检查人（签名）：方仲平"],
      { pictured: 0.02 },
      { officersSigned: "?方仲平" },
    ],
    [
      "an empty place of a file born digital",
      ["检查人（签名）：　　　年　月　日", "被检查人（签名）："],
      {},
      {},
    ],
    [
      "an empty place of a scan",
      ["检查人（签名）：____　2024年3月5日", "被检查人（签名）："],
      scanned,
      { officersSigned: null, partySigned: null },
    ],
    [
      "one of two officers on a scan, the other as recorder alone",
      [
        [
          [74, "检查人(签名)：方仲平"],
          [335, "2024年4月22日"],
        ],
        [
          [74, "记录人 (签名)：白静妹"],
          [251, "2024年4月22日"],
        ],
      ],
      scanned,
      { officersSigned: ["方仲平"], recorderSigned: "白静姝" },
    ],
    [
      "an illegible place of a scan",
      ["检查人（签名）：\ufffd", "被检查人（签名）："],
      scanned,
      { officersSigned: "?\ufffd" },
    ],
    [
      "a name misread by a character",
      ["检查人（签名）：方仲平　白静妹2024年3月5日"],
      scanned,
      { officersSigned: ["方仲平", "白静姝"] },
    ],
    [
      "two names run together",
      ["检查人（签名）：方仲平白静姝"],
      scanned,
      { officersSigned: ["方仲平", "白静姝"] },
    ],
    [
      "two strangers' names run together",
      ["检查人（签名）：王强李明"],
      scanned,
      { officersSigned: "?王强李明" },
    ],
    [
      "the party alone with the date",
      [
        "以上笔录我已看过，与现场情况一致。",
        "孟广田　2024年3月5日",
        "检查人（签名）：方仲平　白静姝",
      ],
      {},
      { officersSigned: ["方仲平", "白静姝"], partySigned: "孟广田" },
    ],
    ["a date with its label is no party", ["签名日期2024年3月5日"], {}, {}],
    ["the asked is no asker", ["被询问人（签名、捺印）：孟广田"], {}, { partySigned: "孟广田" }],
    ["a witness", ["见证人（签名）：社区居委会　田野"], {}, { witnesses: "社区居委会 田野" }],
    ["a witness struck out", ["见证人（签名）：／"], {}, { witnesses: null }],
    ["a sentence about signing", ["经核对无误后，请被检查人逐页签名。"], {}, {}],
  ])("%s", (_, rows, options, expected) => {
    expect(ownOf("现场检查笔录", [head, ...rows], options)).toEqual(expected);
  });

  it.each([
    ["现场负责人拒绝签名，由见证人见证。", "现场负责人拒绝签名，由见证人见证"],
    ["当事人拒绝签名的，应当注明。", undefined],
    ["答：我当时拒绝签名是因为没看清。", undefined],
  ])("%s", (line, refusal) => {
    const [document] = recogniser.file(fileOf(pageOf("现场检查笔录", [head, line])));
    expect(document?.fields["documents.refusal"]?.value).toBe(refusal);
  });
});

describe("signatures of a receipt", () => {
  it.each<[string, Row[], object, Record<string, unknown>]>([
    [
      "boxes beside their labels",
      [
        [
          [74, "收件人签名"],
          [160, "孟广田 2024年5月30日"],
        ],
        [
          [74, "送达人签名"],
          [160, "方仲平"],
          [260, "白静姝"],
        ],
        [
          [74, "见证人签名"],
          [160, "／"],
        ],
      ],
      {},
      { receivedBy: "孟广田", servers: ["方仲平", "白静姝"], witnesses: null },
    ],
    ["one server", ["送达人（签名）：方仲平"], {}, { servers: ["方仲平"] }],
    [
      "a recipient that a scan leaves empty",
      ["受送达人：", "送达方式：直接送达"],
      scanned,
      { recipient: null },
    ],
    ["a recipient that goes on below", ["受送达人：", "澜川市捷顺渣土运输有限公司"], scanned, {}],
    ["a recipient that a digital file leaves empty", ["受送达人：", "送达方式：直接送达"], {}, {}],
    [
      "heads of columns",
      [
        [
          [74, "受送达单位"],
          [180, "收件人签名"],
          [280, "送达地点"],
          [360, "送达人"],
        ],
      ],
      {},
      {},
    ],
  ])("%s", (_, rows, options, expected) => {
    expect(ownOf("送达回证", rows, options)).toEqual(expected);
  });
});

it("finds nobody's signature in blank forms", async () => {
  const documents = (await readFolder("forms")).flatMap((file) => recogniser.file(file));
  expect(documents.length).toBeGreaterThan(40);
  const signed = documents.filter(({ fields }) =>
    Object.keys(fields).some((path) => /Signed|witnesses|servers|receivedBy/.test(path)),
  );
  expect(signed.map(({ title, fields }) => [title, fields])).toEqual([]);
  expect(documents.filter(({ blank }) => Object.keys(blank).length > 0)).toEqual([]);
});

it("parts any text without dates", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const part of partsOf(text)) expect(part).toMatch(/^\S+$/u);
    }),
  );
});
