import "server-only";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { readFrontMatter } from "#lib/knowledge/front-matter.ts";
import {
  type OpenDocument,
  openDocumentSchema,
  type SourceSummary,
  type SourceView,
  sourceSummarySchema,
  sourceViewSchema,
} from "#lib/knowledge/schema.ts";
import {
  documentBySlug,
  documentPlace,
  sourceBySlug,
  sourcesWithDates,
} from "#lib/knowledge/server/repository.ts";
import { splitDocument } from "#lib/knowledge/split.ts";

type SourceRow = NonNullable<Awaited<ReturnType<typeof sourceBySlug>>>;

/** Whether the viewer may read a source's documents: decided above, from the tools that refer to it. */
export type MayReadSource = (viewer: Viewer, sourceId: string) => Promise<boolean>;

async function readable(viewer: Viewer, slug: string, mayRead: MayReadSource): Promise<SourceRow> {
  const row = await sourceBySlug(slug);
  if (!row || !(await mayRead(viewer, row.id))) throw notFound("The source");
  return row;
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

export async function readSource(viewer: Viewer, slug: string, mayRead: MayReadSource): Promise<SourceView> {
  const row = await readable(viewer, slug, mayRead);
  return sourceViewSchema.parse({
    ...row,
    domain: row.domain.name,
    team: row.team.name,
    documents: row.documents.map((document) => ({
      ...document,
      verifiedAt: iso(document.verifiedAt),
      updatedAt: iso(document.updatedAt),
    })),
  });
}

/** The sources among `readableIds`, by name. */
export async function listSources(
  _viewer: Viewer,
  readableIds: ReadonlySet<string>,
): Promise<SourceSummary[]> {
  const rows = await sourcesWithDates([...readableIds]);
  return rows.map(({ documents, ...row }) => {
    const dates = documents.map((document) => document.verifiedAt?.getTime() ?? null);
    const oldest = dates.includes(null) || dates.length === 0 ? null : Math.min(...dates.map(Number));
    return sourceSummarySchema.parse({
      ...row,
      domain: row.domain.name,
      team: row.team.name,
      documentCount: documents.length,
      verifiedSince: oldest === null ? null : new Date(oldest).toISOString(),
    });
  });
}

/** One document in full, and where the passage named by its id stands in it. */
export async function readDocument(
  viewer: Viewer,
  place: { readonly source: string; readonly document: string; readonly passageId?: string | undefined },
  mayRead: MayReadSource,
): Promise<OpenDocument> {
  const source = await readable(viewer, place.source, mayRead);
  const row = await documentBySlug(source.id, place.document);
  if (!row) throw notFound("The document");
  const language = row.language === "pt" ? "pt" : "en";
  const passage = place.passageId
    ? splitDocument(row.content, { language }).passages.find(({ id }) => id === place.passageId)
    : undefined;
  return openDocumentSchema.parse({
    source: { slug: source.slug, name: source.name, team: source.team.name, dataClass: source.dataClass },
    document: {
      ...row,
      bodyStart: readFrontMatter(row.content).bodyStart,
      verifiedAt: iso(row.verifiedAt),
      updatedAt: iso(row.updatedAt),
    },
    passage: passage ? { start: passage.start, end: passage.end } : null,
  });
}

/** Source and slug of a document that is known by its id alone. */
export async function findDocument(
  viewer: Viewer,
  documentId: string,
  mayRead: MayReadSource,
): Promise<{ readonly sourceSlug: string; readonly documentSlug: string }> {
  const row = await documentPlace(documentId);
  if (!row || !(await mayRead(viewer, row.sourceId))) throw notFound("The document");
  return { sourceSlug: row.source.slug, documentSlug: row.slug };
}
