import type { Heading, Nodes, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** A heading with the id that its section has in the page. */
export type ProseHeading = { id: string; text: string; level: number };

/** A Markdown document as read: blocks with their places in the source, and its headings in order. */
export type ReadMarkdown = {
  source: string;
  blocks: readonly RootContent[];
  headings: readonly ProseHeading[];
  /** Ids by the offset at which a heading begins. */
  idAt: ReadonlyMap<number, string>;
};

/** Where a node stands in the source, as half-open offsets. */
export function placeOf(node: Nodes): { start: number; end: number } {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}

/** The words of a node without any mark-up. */
export function plainText(node: Nodes): string {
  if ("value" in node) return node.value;
  if ("alt" in node && node.alt) return node.alt;
  return "children" in node ? node.children.map(plainText).join("") : "";
}

/** A heading as a fragment of an address: letters and digits of any script, joined by hyphens. */
export function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "section" : slug;
}

/** Gives each text a slug of its own: the second "Checks" becomes `checks-2`. `taken` are slugs that nobody gets. */
export function slugMaker(taken: readonly string[] = []): (text: string) => string {
  const used = new Set(taken);
  const times = new Map<string, number>();
  return (text) => {
    const slug = slugOf(text);
    let id = slug;
    let count = times.get(slug) ?? 1;
    while (used.has(id)) {
      count += 1;
      id = `${slug}-${count}`;
    }
    times.set(slug, count);
    used.add(id);
    return id;
  };
}

function headingsOf(blocks: readonly RootContent[]): { headings: ProseHeading[]; idAt: Map<number, string> } {
  const idAt = new Map<number, string>();
  const idOf = slugMaker();
  const headings = blocks
    .filter((block): block is Heading => block.type === "heading")
    .map((heading): ProseHeading => {
      const text = plainText(heading).trim();
      const id = idOf(text);
      idAt.set(placeOf(heading).start, id);
      return { id, text, level: heading.depth };
    });
  return { headings, idAt };
}

type ReadOptions = {
  /** Blocks that end before this offset are left out, such as front matter. */
  from?: number;
  /** A first heading that only repeats this title is left out. */
  title?: string;
};

/** Reads GitHub-flavoured Markdown. Nothing is executed: raw HTML stays text for whoever shows it. */
export function readMarkdown(source: string, { from = 0, title }: ReadOptions = {}): ReadMarkdown {
  // Front matter is blanked out rather than cut off, so that offsets keep counting in the whole source.
  const visible = source.slice(0, from).replace(/[^\n]/g, " ") + source.slice(from);
  const tree: Root = fromMarkdown(visible, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const [first, ...rest] = tree.children;
  const repeatsTitle =
    first?.type === "heading" && title !== undefined && plainText(first).trim() === title.trim();
  const blocks = repeatsTitle ? rest : tree.children;
  return { source, blocks, ...headingsOf(blocks) };
}
