/** The lines of a document's HTML as plain text: a line a paragraph, the cells of a row side by side. */
export const linesOf = (html: string): string[] =>
  html
    .replace(/<h1>.*?<\/h1>/s, "")
    .replace(/<\/td><td/g, "</td>　<td")
    .replace(/<(?:br|\/p|\/tr|\/div)[^>]*>/g, "\n")
    .replace(/<span class="unsigned"><\/span>/g, "______")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
