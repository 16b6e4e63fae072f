import { XmlScanner } from "../../xml-scanner.js";
import type { LineLook } from "./flow.js";

/** What a style of Word says of the look of its lines; of the document's defaults under the empty name. */
export type WordStyles = ReadonlyMap<string, LineLook>;

const DEEPEST = 20;

/** Reads `word/styles.xml`; a style takes from the one it is based on what it does not say itself. */
export const readStyles = (part: Buffer | undefined): WordStyles => {
  const own = new Map<string, LineLook & { basedOn: string }>();
  if (part) collect(new XmlScanner(part), own);
  const looked = new Map<string, LineLook>();
  for (const id of own.keys()) {
    const look: LineLook = {};
    let at = id;
    for (let depth = 0; depth < DEEPEST; depth++) {
      const style = own.get(at);
      if (!style) break;
      if (look.centred === undefined && style.centred !== undefined) look.centred = style.centred;
      look.size ??= style.size;
      if (at === "") break;
      at = style.basedOn;
    }
    looked.set(id, look);
  }
  return looked;
};

const collect = (
  scanner: XmlScanner,
  styles: Map<string, LineLook & { basedOn: string }>,
): void => {
  let style: LineLook & { basedOn: string } = { basedOn: "" };
  while (scanner.next()) {
    if (scanner.opens("docDefaults")) styles.set("", (style = { basedOn: "" }));
    else if (scanner.opens("style")) {
      style = { basedOn: "" };
      const id = scanner.attribute("styleId") ?? "";
      styles.set(id, style);
      // Paragraphs that name no style have the default one.
      if (scanner.attribute("type") === "paragraph" && scanner.attribute("default") === "1") {
        styles.set(DEFAULT_STYLE, style);
      }
    } else if (scanner.opens("basedOn")) style.basedOn = scanner.attribute("val") ?? "";
    else if (scanner.opens("jc")) style.centred = scanner.attribute("val") === "center";
    else if (scanner.opens("sz")) style.size = halfPoints(scanner.attribute("val"));
  }
};

export const DEFAULT_STYLE = "\u0000default";

export const halfPoints = (written: string | undefined): number | undefined => {
  const size = Number(written) / 2;
  return size > 0 && size < 1000 ? size : undefined;
};
