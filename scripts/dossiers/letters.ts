import type { Draft } from "./draft.js";
import type { CaseFacts } from "./facts.js";
import { begin, close, day, head, paragraphs } from "./layout.js";
import type { Look } from "./look.js";
import { addressee } from "./notices.js";
import type { Printed } from "./printed.js";

/** A paper under seal of any type: head, addressee, text. `fields` are noted where the text holds them. */
export const letter = (
  look: Look,
  facts: CaseFacts,
  more: {
    type: string;
    title: string;
    number?: string;
    text: readonly string[];
    on: string;
    fields?: Readonly<Record<string, Printed | string>>;
    internal?: boolean;
    /** Who signs instead of a seal. */
    signed?: { role: Parameters<Draft["sign"]>[0]; name: string; words: string };
  },
): Draft => {
  const draft = begin(look, more.type, more.title);
  for (const [field, value] of Object.entries(more.fields ?? {})) {
    const printed = typeof value === "string" ? value : value.printed;
    if (!more.text.join("").includes(printed)) {
      throw new RangeError(`${more.title}: ${printed} is not in the text`);
    }
    draft.put(field, value);
  }
  const to = more.internal ? "" : addressee(look, draft, facts);
  const end = more.signed
    ? `<p class="right">${more.signed.words}：${draft.sign(more.signed.role, more.signed.name, more.on)}</p>`
    : "";
  draft.html =
    head(look, draft, more.number) +
    to +
    paragraphs(...more.text) +
    end +
    (more.signed ? signedDay(look, draft, more.on) : close(look, draft, more.on));
  return draft;
};

const signedDay = (look: Look, draft: Draft, iso: string): string =>
  `<p class="right">${draft.put("date", day(look, iso))}</p>`;
