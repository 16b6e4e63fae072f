import { describe, expect, it } from "vitest";
import { documentWords } from "./dossiers.fixture.js";
import { fileOf, pageOf, type Row } from "./pages.fixture.js";
import { DocumentRecogniser } from "./recognise-documents.js";

const recogniser = new DocumentRecogniser(await documentWords());

const ownOf = (title: string, rows: readonly Row[], scanned = false) => {
  const [document] = recogniser.file(fileOf(pageOf(title, rows, { scanned })));
  const own = (fields: object) =>
    Object.entries(fields as Record<string, { value: unknown }>).flatMap(([path, { value }]) =>
      path.startsWith("documents.") ? [[path.slice("documents.".length), value]] : [],
    );
  return Object.fromEntries([
    ...own(document?.fields ?? {}),
    ...Object.keys(document?.blank ?? {}).map((path) => [path.slice("documents.".length), null]),
  ]) as Record<string, unknown>;
};

describe("copies", () => {
  it.each<[string, Row[], boolean, Record<string, unknown>]>([
    [
      "with everything",
      ["经与原件核对无误。", "出处：某公司财务室", "提供人：顾某　收集人：沈某　2024年3月5日"],
      false,
      { copyNote: "经与原件核对无误", date: "2024-03-05", copySource: "出处:某公司财务室" },
    ],
    [
      "scanned, with the note alone",
      ["复印件与原件一致"],
      true,
      { copyNote: "复印件与原件一致", date: null, copySource: null },
    ],
    [
      "scanned, with a day somewhere",
      ["复印件与原件一致", "原件存档", "2024年3月5日"],
      true,
      { copyNote: "复印件与原件一致" },
    ],
    ["typed, with the note alone", ["复印件与原件一致"], false, { copyNote: "复印件与原件一致" }],
    ["that were not checked", ["本件未与原件核对。"], true, {}],
    ["without a note", ["统一社会信用代码"], true, {}],
  ])("%s", (_, rows, scanned, expected) => {
    const own = ownOf("书证提取单", rows, scanned);
    expect(own).toMatchObject(
      Object.fromEntries(
        Object.entries(expected).map(([name, value]) => [
          name,
          name === "copySource" && value ? expect.any(String) : value,
        ]),
      ),
    );
    for (const name of ["copyNote", "date"])
      if (!(name in expected)) expect(own[name]).toBeUndefined();
  });
});

describe("photos", () => {
  it("are described beside them, and what is struck out is empty", () => {
    const rows: Row[] = [
      [
        [74, "证明对象"],
        [160, "路面遗撒渣土"],
      ],
      [
        [74, "拍摄时间"],
        [160, "2024年4月22日10时18分"],
      ],
      [
        [74, "拍摄地点"],
        [160, "砚台路"],
      ],
      [
        [74, "拍摄人"],
        [160, "／"],
      ],
    ];
    expect(ownOf("现场照片", rows)).toEqual({
      ...{ shows: "路面遗撒渣土", date: "2024-04-22", place: "砚台路", maker: null },
    });
  });
});

it.each([
  ["经不停车称重检测系统检测，车辆超限。该设备未经法制和技术审核。", "该设备未经法制和技术审核"],
  ["电子技术监控设备的设置地点已向社会公布，违法事实已告知当事人。", undefined],
])("what a decision says of its device: %s", (text, review) => {
  const own = ownOf("行政处罚决定书", [text]);
  expect(own["device"]).toEqual(expect.any(String));
  expect(own["deviceReview"]).toBe(review);
});

describe("who acts, by a record", () => {
  const filled: Row[] = [
    [
      [74, "检查时间"],
      [160, "2024年3月5日9时20分至10时40分"],
    ],
    [
      [74, "检查地点"],
      [160, "松涧路118号"],
    ],
    [
      [74, "检查人"],
      [160, "沈砚秋、陆知行"],
    ],
    [
      [74, "记录人"],
      [160, "陆知行"],
    ],
  ];
  const ofRecord = (rows: readonly Row[], scanned = false) => {
    const own = ownOf("现场检查笔录", [...filled, ...rows], scanned);
    return [own["certificatesShown"], own["introduced"]];
  };

  it.each<[string, Row[], boolean, unknown[]]>([
    [
      "what the form prints",
      [
        "告知：我们是某市某局的行政执法人员沈砚秋、陆知行，执法证件号码为01、02，这是我们的执法证件（出示证件）。",
      ],
      false,
      [expect.stringContaining("这是我们的执法证件"), ["沈砚秋", "陆知行"]],
    ],
    [
      "what somebody wrote",
      ["执法人员出示了执法证件，说明来意。"],
      false,
      [expect.stringContaining("出示了"), undefined],
    ],
    [
      "what was not done",
      ["执法人员未出示执法证件。"],
      false,
      [expect.stringContaining("未出示"), undefined],
    ],
    ["nothing", ["货架上陈列机油滤清器64个。"], false, [null, undefined]],
    ["nothing, on a scan", ["货架上陈列机油滤清器64个。"], true, [null, undefined]],
    ["nothing that could be read", ["货架上陈列\ufffd"], true, [undefined, undefined]],
    [
      "other words for it",
      ["执法人员表明身份后开始检查。"],
      false,
      [expect.stringContaining("表明身份"), undefined],
    ],
  ])("%s", (_, rows, scanned, expected) => {
    expect(ofRecord(rows, scanned)).toEqual(expected);
  });

  it("says nothing of a form that is not filled in", () => {
    expect(ownOf("现场检查笔录", ["检查情况："])["certificatesShown"]).toBeUndefined();
  });

  it("lists the officers of several rows", () => {
    const rows: Row[] = [
      [
        [74, "勘验人"],
        [160, "沈砚秋"],
      ],
      [
        [74, "勘验人"],
        [160, "陆知行"],
      ],
    ];
    expect(ownOf("勘验笔录", rows)["officers"]).toEqual(["沈砚秋", "陆知行"]);
  });
});
