/**
 * Markdown as running words, for a few lines of a search result. It only leaves out marks, so it may be given any
 * stretch of a text, and takes no longer than reading it.
 */
export function plainWords(markdown: string): string {
  return (
    markdown
      // A mark that is meant as itself steps aside until the others are gone.
      .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(aside + mark.charCodeAt(0)))
      .replace(/<!--[\s\S]*?-->/g, " ")
      .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, " ")
      // Rules, underlines of headings, and the line below the head of a table.
      .replace(/^[ \t]*[|:=*_ \t-]+$/gm, " ")
      .replace(/^ {0,3}\[[^\]\n]{1,200}\]:.*$/gm, " ")
      .replace(/^[ \t]*(?:>[ \t]?)+/gm, "")
      .replace(/\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gi, " ")
      .replace(/^ {0,3}#{1,6}[ \t]+(.*)$/gm, (_, title: string) => `${title.replace(/[ \t#]+$/, "")}.`)
      .replace(/^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ x]\][ \t]+)?/gim, "")
      .replace(/^[ \t]*\|(.*)$/gm, (_, row: string) => rowWords(row))
      .replace(/!?\[([^[\]\n]{0,300})\](?:\([^()\n]{0,500}\)|\[[^[\]\n]{0,200}\])/g, "$1")
      .replace(/<([a-z][a-z0-9+.-]{1,20}:[^<>\s]{1,500})>/gi, "$1")
      .replace(/`{1,3}([^`\n]{1,300})`{1,3}/g, "$1")
      .replace(/(\*\*|__|~~)(?=\S)([^\n*_~]{1,300})\1/g, "$2")
      .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^\n*_]{1,300})\1(?![\p{L}\p{N}*_])/gu, "$2")
      .replace(/[\uE021-\uE07E]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - aside))
      .replace(/\s+/g, " ")
      .trim()
  );
}

const aside = 0xe000;

/** The cells of a row one after the other, so that it reads as a sentence. */
function rowWords(row: string): string {
  const cells = row
    .split("|")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
  return cells.length > 0 ? `${cells.join(" · ")};` : "";
}
