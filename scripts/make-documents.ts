import { execFileSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Writes `fixtures/documents`: one document in the formats that LibreOffice writes, as a PDF with a
 * password too, and recordings by ffmpeg. The bytes differ from run to run (times); what they say does not.
 */
const document = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name-asian="Noto Serif CJK SC" style:font-size-asian="14pt" fo:font-size="14pt"/></style:default-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties style:font-size-asian="22pt" fo:font-size="22pt"/></style:style>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="L">
<style:header><text:p>澜汀市栖霁区市场监督管理局</text:p></style:header>
<style:footer><text:p>第<text:page-number>1</text:page-number>页</text:p></style:footer>
</style:master-page>
</office:master-styles>
<office:body><office:text>
<text:p text:style-name="T">行政处罚决定书</text:p>
<text:p text:style-name="T">栖市监处罚〔2023〕188号</text:p>
<text:p>当事人：栖霁区云岭副食店</text:p>
<table:table table:name="A"><table:table-column table:number-columns-repeated="3"/>
<table:table-row><table:table-cell><text:p>案由</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2"><text:p>销售超过保质期的食品</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>承办人</text:p></table:table-cell><table:table-cell><text:p>崔知白</text:p></table:table-cell><table:table-cell><text:p>证号 99010600123</text:p></table:table-cell></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell><text:p>阎予安</text:p><text:p>（协办）</text:p></table:table-cell><table:table-cell><text:p>证号 99010600124</text:p></table:table-cell></table:table-row>
</table:table>
<text:p>罚款人民币伍仟元整（¥5,000.00）。<text:note text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>缴款期限为十五日。</text:p></text:note-body></text:note></text:p>
<text:p text:style-name="B">如不服本决定，可以自收到之日起六十日内申请行政复议。</text:p>
<text:p>2023年9月28日</text:p>
</office:text></office:body></office:document>`;

const folder = fileURLToPath(new URL("../fixtures/documents/", import.meta.url));
await mkdir(folder, { recursive: true });
const work = await mkdtemp(join(tmpdir(), "anjuan-documents-"));
const source = join(work, "decision.fodt");
await writeFile(source, document);
const password =
  'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"anjuan"}}';
for (const [filter, file] of [
  ["docx:MS Word 2007 XML", "decision.docx"],
  ["doc:MS Word 97", "decision.doc"],
  ["rtf:Rich Text Format", "decision.rtf"],
  ["pdf:writer_pdf_Export", "decision.pdf"],
  [password, "locked.pdf"],
] as const) {
  execFileSync("soffice", ["--headless", "--convert-to", filter, "--outdir", work, source]);
  await copyFile(join(work, `decision.${filter.split(":")[0] ?? ""}`), join(folder, file));
}
await rm(work, { recursive: true });

/** A second of nothing to see and hear, as cameras and recorders wrap it. */
const picture = ["-f", "lavfi", "-i", "color=black:s=32x32:r=5:d=2"];
const sound = ["-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", "2"];
const time = ["-metadata", "creation_time=2023-09-28T10:11:12Z"];
const exact = ["-y", "-fflags", "+bitexact", "-flags", "+bitexact"];
for (const [file, input] of [
  ["camera.mp4", picture],
  ["camera.mkv", picture],
  ["camera.avi", picture],
  ["recorder.mp3", sound],
  ["recorder.wav", sound],
] as const) {
  execFileSync("ffmpeg", [...exact, ...input, ...time, join(folder, file)], { stdio: "ignore" });
}
