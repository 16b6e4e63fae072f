import type { Draft } from "./draft.js";
import type { CaseFacts, Officer } from "./facts.js";
import { officerPairs, partyCells } from "./filing.js";
import { begin, form, head, paragraphs, row, signedOn } from "./layout.js";
import type { Look } from "./look.js";
import { printDay, printEnd, printMoment } from "./printed.js";

/** From when to when, and where. */
export interface Span {
  from: string;
  to: string;
  place: string;
}

const spanCells = (draft: Draft, span: Span): string =>
  `${draft.put("startedAt", printMoment(span.from))}至${draft.put("endedAt", printEnd(span.to))}`;

const dayIn = (moment: string): string => moment.slice(0, 10);

/** What officers say first: who they are, their certificates, the right to ask for others. */
export const introduction = (look: Look, officers: readonly Officer[]): string => {
  const names = officers.map(({ name }) => name).join("、");
  const certificates = officers.map(({ certificate }) => certificate).join("、");
  return `我们是${look.agency}的行政执法人员${names}，执法证件号码为${certificates}，这是我们的执法证件（出示证件），请过目确认。如你认为执法人员与本案有直接利害关系，有权申请回避。`;
};

export interface InspectionMore {
  officers?: readonly Officer[];
  findings: readonly string[];
  /** Before which finding a sheet marked 续页 begins. */
  sheetAt?: number;
  /** Who signs as officer; null for an empty place. */
  signedBy?: readonly (string | null)[];
  /** The party's signature; `refused` with the names of two witnesses. */
  party: { name: string } | { refused: string; witnesses: readonly string[] };
}

/** 现场检查笔录 */
export const inspectionRecord = (
  look: Look,
  facts: CaseFacts,
  span: Span,
  more: InspectionMore,
): Draft => {
  const draft = begin(look, "inspection-record", "现场检查笔录");
  const officers = more.officers ?? facts.officers.slice(0, 2);
  const party = partyCells(draft, facts);
  const signers = more.signedBy ?? officers.map(({ name }) => name);
  const on = dayIn(span.from);
  const rows = [
    row(["被检查人", party.name[1]]),
    row(party.code),
    row(party.representative, party.phone),
    row(["检查时间", spanCells(draft, span)]),
    row(["检查地点", draft.put("place", span.place)]),
    row(["检查人", officerPairs(draft, officers)]),
    row(["记录人", draft.put("recorder", officers[1]?.name ?? "")]),
  ];
  draft.html =
    head(look, draft) +
    form(look, rows) +
    paragraphs(
      `告知事项：${introduction(look, officers)}`,
      "当事人答：已看清证件，不申请回避。",
      "检查情况：",
      ...more.findings.slice(0, more.sheetAt ?? more.findings.length),
    ) +
    continuation(look, more) +
    paragraphs("（以下空白）") +
    partySignature(look, draft, more.party, on) +
    `<p class="flat">检查人（签名）：${signers.map((name) => draft.sign("officer", name, on)).join("　")}　${printDay(on, look.day).printed}</p>` +
    `<p class="flat">记录人（签名）：${draft.sign("recorder", officers[1]?.name ?? null, on)}　${printDay(on, look.day).printed}</p>`;
  return draft;
};

/** The rest of the findings on a sheet of its own. */
const continuation = (look: Look, { findings, sheetAt }: InspectionMore): string =>
  sheetAt === undefined
    ? ""
    : `<p class="continued">${look.titles["inspection-record"] ?? "现场检查笔录"}　续页　（第2页 共2页）</p>${paragraphs(...findings.slice(sheetAt))}`;

const partySignature = (
  look: Look,
  draft: Draft,
  party: InspectionMore["party"],
  on: string,
): string => {
  if ("name" in party) {
    return (
      paragraphs("以上笔录我已看过，与现场情况一致。") +
      signedOn(look, draft, "party", party.name, on)
    );
  }
  draft.refuse("party");
  return (
    paragraphs(
      `${draft.put("refusal", party.refused)}以上情况由见证人见证，执法人员全程录音录像。`,
    ) +
    `<p class="flat">见证人（签名）：${party.witnesses.map((name) => draft.sign("witness", name, on)).join("　")}</p>`
  );
};

export interface Interviewed {
  name: string;
  idNumber: string;
  sex: "男" | "女";
  age: number;
  post: string;
  phone: string;
  address: string;
}

/** 询问笔录 in question and answer; `qa` alternates question and answer. */
export const interviewRecord = (
  look: Look,
  facts: CaseFacts,
  span: Span,
  more: { officers?: readonly Officer[]; person: Interviewed; qa: readonly string[]; ask?: string },
): Draft => {
  const draft = begin(look, "interview-record", "询问笔录");
  const officers = more.officers ?? facts.officers.slice(0, 2);
  const { person } = more;
  const on = dayIn(span.from);
  const [q, a] = more.ask === "letters" ? ["Q", "A"] : ["问", "答"];
  const rows = [
    row(["询问时间", spanCells(draft, span)], ["次数", "第 1 次"]),
    row(["询问地点", draft.put("place", span.place)]),
    row(
      ["被询问人", draft.put("interviewed", person.name)],
      ["性别", person.sex],
      ["年龄", `${person.age}`],
    ),
    row(["身份证号码", draft.put("idNumber", person.idNumber)], ["联系电话", person.phone]),
    row(["工作单位", facts.party.name], ["职务", draft.put("post", person.post)]),
    row(["住址", person.address]),
    row(["询问人", officerPairs(draft, officers)]),
    row(["记录人", draft.put("recorder", officers[1]?.name ?? "")]),
  ];
  const lines = [
    `${q}：${introduction(look, officers)}你是否看清、是否申请回避？`,
    `${a}：看清楚了，不申请回避。`,
    `${q}：你应当如实回答询问并协助调查，不得拒绝或者阻挠；与本案无关的问题，你有权拒绝回答。听明白了吗？`,
    `${a}：听明白了。`,
    ...more.qa.map((text, i) => `${i % 2 === 0 ? q : a}：${text}`),
    `${q}：以上笔录请你核对，如有遗漏或者差错可以补充、更正。`,
    `${a}：以上笔录我看过，与我讲的一致。`,
  ];
  draft.html =
    head(look, draft) +
    form(look, rows) +
    lines.map((text) => `<p class="flat">${text}</p>`).join("") +
    `<p class="flat">被询问人（签名、捺印）：${draft.sign("party", person.name, on)}　${printDay(on, look.day).printed}</p>` +
    `<p class="flat">询问人（签名）：${officers.map(({ name }) => draft.sign("officer", name, on)).join("　")}　${printDay(on, look.day).printed}</p>` +
    `<p class="flat">记录人（签名）：${draft.sign("recorder", officers[1]?.name ?? null, on)}</p>`;
  return draft;
};

/** 现场照片 with what each shows, when, where and by whom it was taken. */
export const photoPage = (
  look: Look,
  facts: CaseFacts,
  photos: readonly { picture: string; shows: string; at: string; place: string; by: string }[],
): Draft => {
  const draft = begin(look, "evidence-photos", "现场照片");
  const party = facts.party.representative;
  draft.html =
    head(look, draft) +
    photos
      .map(({ picture, shows, at, place, by }) => {
        const rows = [
          row(["证明内容", draft.add("shows", shows)]),
          row(
            ["拍摄时间", draft.add("takenAt", printMoment(at))],
            ["拍摄人", draft.add("makers", by)],
          ),
          row(["拍摄地点", draft.add("places", place)]),
        ];
        return `<img class="photo" src="${picture}" alt="">${form(look, rows)}`;
      })
      .join("") +
    `<p class="flat">当事人签名：${draft.sign("party", party)}　执法人员签名：${facts.officers
      .slice(0, 2)
      .map(({ name }) => draft.sign("officer", name))
      .join("、")}</p>`;
  return draft;
};
