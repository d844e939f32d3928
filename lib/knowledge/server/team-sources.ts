import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/identity/schema.ts";
import { type SourceChoice, sourceChoiceSchema } from "#lib/knowledge/new-source.ts";
import { sourceIdsMadeBy, sourcesOfTeam } from "#lib/knowledge/server/made-source-repository.ts";

/** The sources that a team owns, by name, for those who edit a tool of that team. */
export async function teamSources(_viewer: Viewer, teamId: string): Promise<SourceChoice[]> {
  const rows = await sourcesOfTeam(teamId);
  return z
    .array(sourceChoiceSchema)
    .parse(rows.map(({ _count, ...row }) => ({ ...row, documentCount: _count.documents })));
}

/** Ids of the sources that the viewer set up. */
export async function madeSources(viewer: Viewer): Promise<readonly string[]> {
  return sourceIdsMadeBy(viewer.id);
}
