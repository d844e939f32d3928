import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import {
  type ChangeSourceInput,
  type ManagedSource,
  managedSourceSchema,
  type SourceUsers,
  whyInUse,
} from "#lib/knowledge/manage-source.ts";
import { documentsChanged } from "#lib/knowledge/server/document-index.ts";
import {
  deleteDocument,
  deleteSourceRow,
  documentsOfSource,
  sourceOfTeam,
  updateSource,
} from "#lib/knowledge/server/made-source-repository.ts";

/** Which tools answer from a source, found out above, where tools are known. */
export type FindSourceUsers = (viewer: Viewer, sourceId: string) => Promise<SourceUsers>;

/** A source of the viewer's team; any other is not found. */
async function requireTeamSource(viewer: Viewer, slug: string) {
  const source = viewer.teamId ? await sourceOfTeam(viewer.teamId, slug) : null;
  if (!source) throw notFound("The source");
  return source;
}

type TeamSource = Awaited<ReturnType<typeof requireTeamSource>>;

function common(viewer: Viewer, source: TeamSource) {
  return {
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "source", id: source.id, name: source.name },
    domainId: source.domainId,
  } as const;
}

/** Whether the viewer may see to a source: only the team that owns it. */
export async function mayManageSource(viewer: Viewer, slug: string): Promise<boolean> {
  return viewer.teamId !== null && (await sourceOfTeam(viewer.teamId, slug)) !== null;
}

export async function managedSource(viewer: Viewer, slug: string): Promise<ManagedSource> {
  const { team, ...source } = await requireTeamSource(viewer, slug);
  const documents = await documentsOfSource(source.id);
  return managedSourceSchema.parse({
    ...source,
    team: team.name,
    documents: documents.map(({ verifiedAt, updatedAt, ...document }) => ({
      ...document,
      verifiedAt: verifiedAt?.toISOString() ?? null,
      updatedAt: updatedAt.toISOString(),
    })),
  });
}

/** Renames a source or describes it otherwise; its address stays. */
export async function changeSource(viewer: Viewer, slug: string, input: ChangeSourceInput): Promise<void> {
  const source = await requireTeamSource(viewer, slug);
  const { name, description } = source;
  if (name === input.name && description === input.description) return;
  await transaction(async () => {
    await updateSource(source.id, input);
    await recordEvent({
      type: "source.changed",
      ...common(viewer, { ...source, name: input.name }),
      changes: { before: { name, description }, after: input },
    });
  });
}

/** Takes one document out of a source; tools no longer answer from it, from the next question on. */
export async function removeDocument(viewer: Viewer, slug: string, document: string): Promise<void> {
  const source = await requireTeamSource(viewer, slug);
  await transaction(async () => {
    const title = await deleteDocument(source.id, document);
    if (title === null) throw notFound("The document");
    await recordEvent({
      type: "source.document-removed",
      ...common(viewer, source),
      details: { document, title },
    });
    await documentsChanged();
  });
}

/** Deletes a source with its documents, unless a tool answers from it; the error names the tools. */
export async function deleteSource(viewer: Viewer, slug: string, findUsers: FindSourceUsers): Promise<void> {
  const source = await requireTeamSource(viewer, slug);
  await transaction(async () => {
    const inUse = whyInUse(await findUsers(viewer, source.id));
    if (inUse) {
      throw new AppError("conflict", `${source.name} cannot be deleted. ${inUse}`, {
        mend: "Take the source out of these tools and their drafts first, or retire them.",
      });
    }
    const documents = await deleteSourceRow(source.id);
    await recordEvent({ type: "source.deleted", ...common(viewer, source), details: { slug, documents } });
    await documentsChanged();
  });
}
