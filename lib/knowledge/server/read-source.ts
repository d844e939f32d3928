import "server-only";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { readFrontMatter } from "#lib/knowledge/front-matter.ts";
import { type DocumentView, documentViewSchema, type SourceView, sourceViewSchema } from "#lib/knowledge/schema.ts";
import { documentBySlug, sourceBySlug } from "#lib/knowledge/server/repository.ts";

type SourceRow = NonNullable<Awaited<ReturnType<typeof sourceBySlug>>>;

/** Whether the viewer may read a source's documents: decided above, from the tools that refer to it. */
export type MayReadSource = (viewer: Viewer, sourceId: string) => Promise<boolean>;

async function readable(viewer: Viewer, slug: string, mayRead: MayReadSource): Promise<SourceRow> {
  const row = await sourceBySlug(slug);
  if (!row || !(await mayRead(viewer, row.id))) throw notFound("The source");
  return row;
}

export async function readSource(viewer: Viewer, slug: string, mayRead: MayReadSource): Promise<SourceView> {
  const row = await readable(viewer, slug, mayRead);
  return sourceViewSchema.parse({
    ...row,
    domain: row.domain.name,
    team: row.team.name,
    documents: row.documents.map((document) => ({
      ...document,
      verifiedAt: document.verifiedAt?.toISOString() ?? null,
      updatedAt: document.updatedAt.toISOString(),
    })),
  });
}

/** One document in full; offsets of citations count in its `content`. */
export async function readDocument(
  viewer: Viewer,
  sourceSlug: string,
  documentSlug: string,
  mayRead: MayReadSource,
): Promise<{ readonly source: { slug: string; name: string }; readonly document: DocumentView }> {
  const source = await readable(viewer, sourceSlug, mayRead);
  const row = await documentBySlug(source.id, documentSlug);
  if (!row) throw notFound("The document");
  return {
    source: { slug: source.slug, name: source.name },
    document: documentViewSchema.parse({
      ...row,
      bodyStart: readFrontMatter(row.content).bodyStart,
      verifiedAt: row.verifiedAt?.toISOString() ?? null,
      updatedAt: row.updatedAt.toISOString(),
    }),
  };
}
