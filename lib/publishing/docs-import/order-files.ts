const markdownName = /\.(?:md|markdown)$/i;
const imageName = /\.(?:png|jpe?g|webp|gif)$/i;
const firstName = /^(?:index|_index|readme|home)\.[^.]+$/i;
const numbered = /^(\d{1,6})(?:[-_. ]+)/;

export const isMarkdownPath = (path: string) => markdownName.test(path);
export const isImagePath = (path: string) => imageName.test(path);
export const isFirstPage = (path: string) => firstName.test(path.slice(path.lastIndexOf("/") + 1));

/** Files that systems and tools leave behind, which nobody means. */
export const isLeftover = (path: string) =>
  path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX" || part === "node_modules") ||
  /(?:^|\/)(?:thumbs\.db|desktop\.ini)$/i.test(path);

/** A path with slashes and without what means nothing; null for one that points out of its folder. */
export function plainPath(given: string): string | null {
  if (/^[/\\]|^[a-z]:|\0/i.test(given)) return null;
  const parts: string[] = [];
  for (const part of given.split(/[/\\]/)) {
    if (part === "..") return null;
    if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.length > 0 && parts.length <= 30 ? parts.join("/") : null;
}

/** The folder that all paths lie in, with its slash; empty when there is none. */
export function commonFolder(paths: readonly string[]): string {
  const [first = ""] = paths;
  let folder = "";
  for (let end = first.indexOf("/"); end !== -1; end = first.indexOf("/", end + 1)) {
    const next = first.slice(0, end + 1);
    if (!paths.every((path) => path.startsWith(next))) break;
    folder = next;
  }
  return folder;
}

/** A file or folder as people name it: without its number and ending. */
export function titleOfPart(part: string): string {
  const words = part.replace(markdownName, "").replace(numbered, "").replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function compareParts(a: string, b: string): number {
  const rank = (part: string) => (firstName.test(part) ? 0 : 1);
  const number = (part: string) => Number(numbered.exec(part)?.[1] ?? Number.MAX_SAFE_INTEGER);
  return (
    rank(a) - rank(b) ||
    number(a) - number(b) ||
    a.localeCompare(b, "en", { numeric: true, sensitivity: "base" }) ||
    (a < b ? -1 : 1)
  );
}

/** Which of two files comes first: a folder's first page, then by number, then by name; folders among files. */
export function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [one = "", other = ""] = [left[at], right[at]];
    if (one !== other) return compareParts(one, other);
  }
  return left.length - right.length;
}
