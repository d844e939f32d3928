import { docsPages } from "#lib/catalog/docs/pages.ts";
import type { ImportProblem } from "#lib/publishing/docs-import/imported-docs.ts";
import { comparePaths, isFirstPage, isImagePath } from "#lib/publishing/docs-import/order-files.ts";
import { readPage, type SourcePage } from "#lib/publishing/docs-import/read-page.ts";
import { rewriteLinks } from "#lib/publishing/docs-import/rewrite-links.ts";
import { slugOf } from "#lib/read-markdown.ts";

export type BuiltDocs = {
  readonly docs: string;
  readonly pages: readonly string[];
  /** Paths of the images that pages show, in the order in which they are met. */
  readonly images: readonly string[];
  readonly problems: readonly ImportProblem[];
};

type PlacedPage = SourcePage & { readonly slug: string };

const joined = (pages: readonly { readonly title: string; readonly body: string }[]) =>
  pages.map(({ title, body }) => `# ${title}\n${body === "" ? "" : `\n${body}\n`}`).join("\n");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** A relative target as a path among the files; null when it points out of them. */
function resolved(from: string, target: string): string | null {
  const parts = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") {
      if (parts.length === 0) return null;
      parts.pop();
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Finds the page of a path as people link to one: with or without its ending, or by its folder. */
function pageFinder(pages: readonly PlacedPage[]): (path: string) => PlacedPage | undefined {
  const exact = new Map(pages.map((page) => [page.path, page]));
  const byName = new Map<string, PlacedPage>();
  for (const page of pages) {
    const lower = page.path.toLowerCase();
    byName.set(lower, page);
    byName.set(lower.replace(/\.[^./]+$/, ""), page);
    if (isFirstPage(lower)) byName.set(lower.slice(0, Math.max(0, lower.lastIndexOf("/"))), page);
  }
  return (path) => exact.get(path) ?? byName.get(path.toLowerCase());
}

/** Where a link into a page leads; its title is no section of it. */
function placeIn({ slug, title }: PlacedPage, section: string): string {
  return `page:${slug}${section !== "" && slugOf(decoded(section.slice(1))) !== slugOf(title) ? section : ""}`;
}

type Places = {
  readonly pageOf: (path: string) => PlacedPage | undefined;
  /** The name that an image has in the docs; undefined for one that is not there. */
  readonly imageOf: (path: string) => string | undefined;
  readonly seen: Set<string>;
  readonly problems: ImportProblem[];
};

function rewritten(page: PlacedPage, places: Places): string {
  const { path, body, line: begin } = page;
  return rewriteLinks(body, ({ kind, target, line }) => {
    const tell = (message: string) => {
      places.problems.push({ path, line: begin + line - 1, message });
      return null;
    };
    if (target.startsWith("#"))
      return slugOf(decoded(target.slice(1))) === slugOf(page.title) ? `page:${page.slug}` : null;
    if (target === "" || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return null;
    const [, place = "", section = ""] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(target) ?? [];
    const there = resolved(path, decoded(place));
    if (there === null) return tell(`“${target}” points out of the folder.`);
    if (isImagePath(there)) {
      const name = places.imageOf(there);
      if (name === undefined) return tell(`The image “${target}” is not among the files.`);
      if (kind === "link") return tell(`“${target}” is an image: show it instead of linking to it.`);
      places.seen.add(there);
      return `image:${name}`;
    }
    const other = places.pageOf(there);
    return other ? placeIn(other, section) : tell(`“${target}” is not among the files.`);
  });
}

/**
 * Docs out of Markdown files: each file a page, in the order in which they would be read, with links among them and to
 * their images as docs write them. `imageOf` gives the name that an image has in the docs.
 */
export function buildDocs(
  files: readonly { readonly path: string; readonly text: string }[],
  imageOf: (path: string) => string | undefined,
): BuiltDocs {
  const problems: ImportProblem[] = [];
  const read = files
    .toSorted((a, b) => comparePaths(a.path, b.path))
    .map(({ path, text }) => readPage(path, text));
  const slugs = docsPages(joined(read), "").map(({ slug }) => slug);
  const sources = read.map((page, at) => ({ ...page, slug: slugs[at] ?? "" }));
  const pageOf = pageFinder(sources);
  const seen = new Set<string>();
  const pages = sources.map((source) => {
    const places = { pageOf, imageOf, seen, problems };
    return { title: source.title, body: rewritten(source, places) };
  });
  return {
    docs: joined(pages),
    pages: pages.map(({ title }) => title),
    images: [...seen],
    problems,
  };
}
