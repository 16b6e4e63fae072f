import { zipOf } from "../read/files.fixture.js";

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const row = (cells: readonly string[]): string =>
  `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join("")}</w:tr>`;

/** A Word document with a title and one table. */
export const wordTable = (title: string, rows: readonly (readonly string[])[]): Uint8Array => {
  const body = `${paragraph(title)}<w:tbl>${rows.map(row).join("")}</w:tbl>`;
  return zipOf({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`,
  });
};
