import { Prose } from "#components/ui/prose/prose.tsx";
import type { ProseResolver } from "#components/ui/prose/prose-resolver.ts";
import { docsHref, imageHref } from "#lib/catalog/docs/address.ts";
import type { DocsImage } from "#lib/catalog/docs/docs-schema.ts";
import { readTarget } from "#lib/catalog/docs/link-target.ts";
import { highlightRanges } from "#lib/ranking/highlight.ts";
import type { ReadMarkdown } from "#lib/read-markdown.ts";

export type DocsPlace = {
  readonly slug: string;
  /** Set while an older version is read, so that its links stay in it. */
  readonly version: string | null;
  readonly images: readonly Pick<DocsImage, "name" | "sha256" | "width" | "height">[];
};

function resolverOf({ slug, version, images }: DocsPlace): ProseResolver {
  const byName = new Map(images.map((image) => [image.name, image]));
  return {
    link: (target) => {
      const read = readTarget(target);
      if (read.kind === "page") return docsHref(slug, { page: read.page, section: read.section, version });
      return read.kind === "image" ? null : undefined;
    },
    image: (target) => {
      const read = readTarget(target);
      const image = read.kind === "image" ? byName.get(read.name) : undefined;
      return image ? { src: imageHref(slug, image), width: image.width, height: image.height } : null;
    },
  };
}

type DocsProseProps = {
  markdown: ReadMarkdown;
  place: DocsPlace;
  /** Words to mark. */
  find?: string | null;
  /** The level below which the page's sections stand. */
  under: number;
};

/** The text of a page of docs, with its links and images. */
export function DocsProse({ markdown, place, find = null, under }: DocsProseProps) {
  const topLevel = Math.min(...markdown.headings.map(({ level }) => level), 6);
  const words = find?.match(/[\p{L}\p{N}-]+/gu) ?? [];
  return (
    <Prose
      markdown={markdown}
      shift={under + 1 - topLevel}
      marks={words.length > 0 ? highlightRanges(markdown.source, words) : []}
      resolver={resolverOf(place)}
      hasHeadingLinks
    />
  );
}
