import { referencePage } from "#lib/catalog/docs/address.ts";
import { readTarget } from "#lib/catalog/docs/link-target.ts";
import { type DocsLink, docsLinks } from "#lib/catalog/docs/links.ts";
import { type DocsPage, docsSections } from "#lib/catalog/docs/pages.ts";

export const docsProblemKinds = [
  "no-page",
  "no-section",
  "section-elsewhere",
  "no-tool",
  "no-image",
  "no-alt",
  "image-elsewhere",
  "image-as-link",
  "reference",
  "no-address",
] as const;
export type DocsProblemKind = (typeof docsProblemKinds)[number];

/** Something in docs that a reader would stumble over. */
export type DocsProblem = {
  readonly kind: DocsProblemKind;
  readonly page: { readonly slug: string; readonly title: string };
  /** The line of the whole docs, counted from 1. */
  readonly line: number;
  readonly target: string;
  /** The page on which the section stands after all. */
  readonly elsewhere: string | null;
};

/** What docs are checked against. */
export type DocsSurroundings = {
  readonly slug: string;
  readonly hasReference: boolean;
  /** Slugs of the tools that readers can be sent to. */
  readonly tools: { has(slug: string): boolean };
  readonly images: { has(name: string): boolean };
};

/** A page as far as links go: it is read once, however often it is checked. */
export type LinkedPage = {
  readonly page: DocsPage;
  readonly links: readonly DocsLink[];
  readonly sections: ReadonlySet<string>;
};

export function linkedPage(page: DocsPage): LinkedPage {
  const sections = docsSections(page).flatMap(({ id }) => id ?? []);
  return { page, links: docsLinks(page.text), sections: new Set(sections) };
}

type Found = { readonly kind: DocsProblemKind; readonly elsewhere?: string } | null;

/** The links and images of docs that lead nowhere, with the place of each; none of them stops a release. */
export function checkDocs(pages: readonly LinkedPage[], around: DocsSurroundings): DocsProblem[] {
  const bySlug = new Map(pages.map((one) => [one.page.slug, one]));

  function ofSection(from: LinkedPage, section: string): Found {
    if (from.sections.has(section)) return null;
    const other = pages.find(({ sections }) => sections.has(section));
    return other ? { kind: "section-elsewhere", elsewhere: other.page.slug } : { kind: "no-section" };
  }

  function ofPage(slug: string, section: string | null): Found {
    if (slug === referencePage && around.hasReference) return null;
    const page = bySlug.get(slug);
    if (!page) return { kind: "no-page" };
    return section !== null && !page.sections.has(section) ? { kind: "no-section" } : null;
  }

  function ofLink(from: LinkedPage, link: DocsLink): Found {
    if (link.kind === "reference") return { kind: "reference" };
    const target = readTarget(link.target);
    if (link.kind === "image") {
      if (target.kind !== "image") return { kind: target.kind === "none" ? "no-address" : "image-elsewhere" };
      if (!around.images.has(target.name)) return { kind: "no-image" };
      return link.alt?.trim() ? null : { kind: "no-alt" };
    }
    if (target.kind === "section") return ofSection(from, target.section);
    if (target.kind === "page") return ofPage(target.page, target.section);
    if (target.kind === "image") return { kind: "image-as-link" };
    if (target.kind === "tool") {
      if (target.slug === around.slug)
        return target.page === null ? null : ofPage(target.page, target.section);
      return around.tools.has(target.slug) ? null : { kind: "no-tool" };
    }
    return target.kind === "none" ? { kind: "no-address" } : null;
  }

  return pages.flatMap((from) =>
    from.links.flatMap((link): DocsProblem[] => {
      const found = ofLink(from, link);
      if (!found) return [];
      const { slug, title } = from.page;
      return [
        {
          kind: found.kind,
          page: { slug, title },
          line: from.page.line + link.line - 1,
          target: link.target,
          elsewhere: found.elsewhere ?? null,
        },
      ];
    }),
  );
}

/** The tools that docs lead to. */
export function toolsNamed(pages: readonly LinkedPage[]): string[] {
  const slugs = pages.flatMap(({ links }) =>
    links.flatMap((link) => {
      const target = readTarget(link.target);
      return target.kind === "tool" ? [target.slug] : [];
    }),
  );
  return [...new Set(slugs)];
}
