import { en } from "./en.js";
import { zh } from "./zh.js";

export type Lang = "zh" | "en";
export type MessageKey = keyof typeof zh;
export type Params = Readonly<Record<string, string | number>>;

/** The names in braces of a message, so that a call that forgets one does not compile. */
type Placeholder<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type ParamsOf<Key extends MessageKey> = [Placeholder<(typeof zh)[Key]>] extends [never]
  ? []
  : [params: Readonly<Record<Placeholder<(typeof zh)[Key]>, string | number>>];

const catalogues: Record<Lang, Record<MessageKey, string>> = { zh, en };

/** Whether the catalogues have the key. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(zh, key);

/** The names in braces of a message. */
export const placeholders = (message: string): string[] =>
  [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");

const filled = (message: string, params: Params): string =>
  message.replaceAll(/\{(\w+)\}/g, (brace, name: string) => String(params[name] ?? brace));

/** The message of a key in a language, its placeholders filled. */
export const text = <Key extends MessageKey>(
  lang: Lang,
  key: Key,
  ...[params]: ParamsOf<Key>
): string => filled(catalogues[lang][key], params ?? {});

/** The message of a key whose placeholders are only known at run time. */
export const message = (lang: Lang, key: MessageKey, params: Params = {}): string =>
  filled(catalogues[lang][key], params);

/**
 * The message of a key that is only known at run time, as `word("zh", "area", "publicity")`. What the
 * catalogue does not know is shown as it is: an area of someone's own rule pack, a code of a later version.
 */
export const word = (lang: Lang, group: string, name: string): string => {
  const key = `${group}.${name}`;
  return isMessageKey(key) ? catalogues[lang][key] : name;
};

/** The name of an enumerated field's value; parties share the words of the party, registrations theirs. */
export const valueWord = (lang: Lang, path: string, value: string): string => {
  const group = path.replace(/^parties\./, "party.").replace(/^.*\.(?=registration\.)/, "");
  return word(lang, `value.${group}`, value);
};

/** Why something was not read, with the place in the file where that is known. */
const reasonText = (lang: Lang, reason: string, details: Params): string => {
  const key = `reason.${reason}.at`;
  return "line" in details && isMessageKey(key)
    ? filled(catalogues[lang][key], details)
    : word(lang, "reason", reason);
};

/** What a diagnostic says. Of a code that the catalogue does not know, the code and its details. */
export const diagnosticText = (lang: Lang, code: string, details: Params = {}): string => {
  const key = `diagnostic.${code}`;
  const said = {
    ...details,
    ...("reason" in details && { reason: reasonText(lang, String(details["reason"]), details) }),
  };
  if (isMessageKey(key)) return filled(catalogues[lang][key], said);
  const listed = Object.entries(said).map(([name, value]) => `${name}: ${value}`);
  return listed.length > 0 ? `${code} (${listed.join(", ")})` : code;
};
