import { useMemo, useRef } from "react";
import { checkDocs, type DocsProblem, type LinkedPage, linkedPage } from "#lib/catalog/docs/check-docs.ts";
import { type DocsPage, docsPages } from "#lib/catalog/docs/pages.ts";

type Checked = { readonly slug: string; readonly name: string; readonly hasReference: boolean };

/** The links and images of docs that lead nowhere, while they are written; only pages that changed are read again. */
export function useDocsCheck(
  docs: string,
  tool: Checked,
  choices: readonly { readonly slug: string }[],
  images: readonly { readonly name: string }[],
): readonly DocsProblem[] {
  const held = useRef<ReadonlyMap<string, LinkedPage>>(new Map());
  const { slug, name, hasReference } = tool;
  return useMemo(() => {
    const keyOf = (page: DocsPage) => `${page.slug}\n${page.title}\n${page.text}`;
    const next = new Map<string, LinkedPage>();
    const pages = docsPages(docs, name).map((page) => {
      const key = keyOf(page);
      const known = held.current.get(key);
      const linked = known ? { ...known, page } : linkedPage(page);
      next.set(key, linked);
      return linked;
    });
    held.current = next;
    return checkDocs(pages, {
      slug,
      hasReference,
      tools: new Set(choices.map((choice) => choice.slug)),
      images: new Set(images.map((image) => image.name)),
    });
  }, [docs, slug, name, hasReference, choices, images]);
}
