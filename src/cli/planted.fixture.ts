/** The rows of the table in the chapter with a heading, without the table's own header. */
export const tableIn = (markdown: string, heading: string): string[][] => {
  const chapter = markdown.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const lines = chapter.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

export const sorted = (lines: readonly string[]): string[] => [...lines].sort();
