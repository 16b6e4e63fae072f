import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A run of text on one line as the browser set it, in CSS pixels (1/96 inch) of the page. */
export interface SetLine {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface TypesetPage {
  /** PNG at 200 dpi. */
  png: Buffer;
  lines: SetLine[];
  /** Where the element `#seal` stands. */
  seal: SetLine | null;
}

/** A4 in CSS pixels, and the factor that makes 200 dpi of them. */
const [width, height, scale] = [794, 1123, 200 / 96];

/** Runs in the page: every line of every text node with its place, put into the document's title. */
const probe = `<script>
const boxes = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode;
  if (node.parentElement.tagName === "SCRIPT") continue;
  let line = null;
  [...node.data].forEach((text, at) => {
    const range = document.createRange();
    range.setStart(node, at); range.setEnd(node, at + 1);
    const r = range.getBoundingClientRect();
    if (text === "\u3000") line = null;
    if (!text.trim() || r.width === 0) return;
    if (line && Math.abs(line.top - r.top) < 3) { line.text += text; line.right = r.right; return; }
    line = { text, left: r.left, top: r.top, right: r.right, bottom: r.bottom };
    boxes.push(line);
  });
}
const at = document.getElementById("seal")?.getBoundingClientRect();
const seal = at ? { text: "", left: at.left, top: at.top, right: at.right, bottom: at.bottom } : null;
document.body.innerHTML = "<pre>@@" + JSON.stringify({ lines: boxes, seal }) + "@@</pre>";
</script>`;

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Typesets one A4 page with Chromium and says where each line stands. */
export const typeset = async (html: string): Promise<TypesetPage> => {
  const folder = await mkdtemp(join(tmpdir(), "typeset-"));
  try {
    const [page, probed, png] = ["page.html", "probe.html", "page.png"].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    await writeFile(page, html);
    await writeFile(probed, html.replace("</body>", `${probe}</body>`));
    const chromium = (...flags: string[]) =>
      run(
        "/usr/bin/chromium",
        [
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--hide-scrollbars",
          `--window-size=${width},${height}`,
          `--force-device-scale-factor=${scale}`,
          `--user-data-dir=${folder}/profile`,
          ...flags,
        ],
        { maxBuffer: 1 << 26 },
      );
    await chromium(`--screenshot=${png}`, `file://${page}`);
    const { stdout } = await chromium("--dump-dom", `file://${probed}`);
    const found = JSON.parse(unescaped(stdout.split("@@")[1] ?? "")) as Omit<TypesetPage, "png">;
    return { png: await readFile(png), ...found };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
