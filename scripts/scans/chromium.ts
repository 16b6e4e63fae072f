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

const flags = (folder: string): string[] => [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--hide-scrollbars",
  `--user-data-dir=${folder}/profile`,
];

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "typeset-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** A PDF as Chromium prints it: text as text, JPEG as it is. */
export const print = (html: string): Promise<Buffer> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, "page.html"), html);
    const pdf = join(folder, "page.pdf");
    const printed = ["--no-pdf-header-footer", `--print-to-pdf=${pdf}`];
    await run("/usr/bin/chromium", [...flags(folder), ...printed, `file://${folder}/page.html`]);
    return readFile(pdf);
  });

/** Typesets one A4 page with Chromium and says where each line stands. */
export const typeset = (html: string): Promise<TypesetPage> =>
  inFolder(async (folder) => {
    const names = ["page.html", "probe.html", "page.png"] as const;
    const [page, probed, png] = names.map((name) => join(folder, name)) as [string, string, string];
    await writeFile(page, html);
    await writeFile(probed, html.replace("</body>", `${probe}</body>`));
    const size = [`--window-size=${width},${height}`, `--force-device-scale-factor=${scale}`];
    const chromium = (...more: string[]) =>
      run("/usr/bin/chromium", [...flags(folder), ...size, ...more], { maxBuffer: 1 << 26 });
    await chromium(`--screenshot=${png}`, `file://${page}`);
    const { stdout } = await chromium("--dump-dom", `file://${probed}`);
    const found = JSON.parse(unescaped(stdout.split("@@")[1] ?? "")) as Omit<TypesetPage, "png">;
    return { png: await readFile(png), ...found };
  });
