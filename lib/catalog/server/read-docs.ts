import "server-only";
import { referencePage } from "#lib/catalog/docs/address.ts";
import { checkDocs, type DocsProblem, toolsNamed } from "#lib/catalog/docs/check-docs.ts";
import type { DocsHits } from "#lib/catalog/docs/docs-hits.ts";
import type { DocsImage } from "#lib/catalog/docs/docs-schema.ts";
import type { DocsPage } from "#lib/catalog/docs/pages.ts";
import type { OperationView } from "#lib/catalog/schema.ts";
import { imagesOf } from "#lib/catalog/server/docs-image-repository.ts";
import { toImage } from "#lib/catalog/server/docs-images.ts";
import { docsTool, slugsAmong, versionOf } from "#lib/catalog/server/docs-repository.ts";
import { heldDocs } from "#lib/catalog/server/held-docs.ts";
import { operationViews } from "#lib/catalog/server/operation-views.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";

export type DocsQuery = { readonly page?: string | undefined; readonly version?: string | undefined };

/** One page of a tool's docs with all that stands around it. */
export type DocsReading = {
  /** The version that is shown; null before the first release. */
  readonly version: string | null;
  readonly isCurrent: boolean;
  readonly currentVersion: string | null;
  /** The version that was asked for, when there is none of that number: the current one is shown. */
  readonly missingVersion: string | null;
  /** The page that was asked for, when this version has none of that name. */
  readonly missingPage: string | null;
  readonly pages: readonly Pick<DocsPage, "slug" | "title">[];
  readonly page: DocsPage | null;
  /** The operations of the shown version, when the generated reference is the page that is open. */
  readonly reference: readonly OperationView[] | null;
  readonly hasReference: boolean;
  readonly images: readonly DocsImage[];
};

async function requireDocs(viewer: Viewer, slug: string, wanted: string | undefined) {
  const clause = visibleTools("discover", subjectOf(viewer), await loadRules());
  const tool = await docsTool(slug, clause);
  if (!tool) throw notFound("The tool");
  const { currentVersion: current } = tool;
  const asked =
    wanted === undefined || wanted === current?.version ? current : await versionOf(tool.id, wanted);
  return { tool, clause, current, asked };
}

/**
 * A page of the docs of a tool that the viewer may find. A version or page that does not exist is told, and the current
 * version or nothing stands in its place.
 */
export async function readDocs(viewer: Viewer, slug: string, query: DocsQuery): Promise<DocsReading> {
  const { tool, current, asked } = await requireDocs(viewer, slug, query.version);
  const shown = asked ?? current;
  const [docs, operations, images] = await Promise.all([
    shown ? heldDocs(shown.id) : null,
    shown ? operationViews(shown.id) : [],
    imagesOf(tool.id),
  ]);
  const pages = docs?.pages ?? [];
  const hasReference = operations.length > 0;
  const isReference = hasReference && query.page === referencePage;
  const page = query.page === undefined ? pages[0] : pages.find((one) => one.slug === query.page);
  return {
    version: shown?.version ?? null,
    isCurrent: shown?.id === current?.id,
    currentVersion: current?.version ?? null,
    missingVersion: query.version !== undefined && !asked ? query.version : null,
    missingPage: query.page !== undefined && !page && !isReference ? query.page : null,
    pages: pages.map(({ slug: own, title }) => ({ slug: own, title })),
    page: page ?? null,
    reference: isReference ? operations : null,
    hasReference,
    images: images.map(toImage),
  };
}

/** Sections of a tool's docs that say what somebody looks for. */
export async function findInDocs(
  viewer: Viewer,
  slug: string,
  query: { readonly q: string; readonly version?: string | undefined; readonly typing?: "1" | undefined },
): Promise<DocsHits> {
  const { asked } = await requireDocs(viewer, slug, query.version);
  if (!asked) throw notFound("The version");
  const { search } = await heldDocs(asked.id);
  return search.find(query.q, { isTyping: query.typing === "1" });
}

/** What readers of a version's docs would stumble over; for the people who write them. */
export async function docsProblems(viewer: Viewer, slug: string, version: string): Promise<DocsProblem[]> {
  const { tool, clause, asked } = await requireDocs(viewer, slug, version);
  if (!asked) return [];
  const [{ links }, operations, images] = await Promise.all([
    heldDocs(asked.id),
    operationViews(asked.id),
    imagesOf(tool.id),
  ]);
  return checkDocs(links, {
    slug: tool.slug,
    hasReference: operations.length > 0,
    tools: await slugsAmong(toolsNamed(links), clause),
    images: new Set(images.map(({ name }) => name)),
  });
}
