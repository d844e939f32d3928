import "server-only";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { teamBySlug, teamsNamedLike } from "#lib/identity/server/profile-repository.ts";
import { type TeamProfile, teamProfileSchema } from "#lib/identity/team.ts";

/** A team with its active people and who leads its domain. */
export async function describeTeam(_viewer: Viewer, slug: string): Promise<TeamProfile> {
  const row = await teamBySlug(slug);
  if (!row) throw notFound("The team");
  const { lead, ...domain } = row.domain;
  return teamProfileSchema.parse({ ...row, domain, domainLead: lead?.isActive ? lead : null });
}

export type FoundTeam = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
};

/** Teams whose name contains the words, for the palette. */
export async function searchTeams(_viewer: Viewer, words: string, limit: number): Promise<FoundTeam[]> {
  if (words.trim() === "") return [];
  const rows = await teamsNamedLike(words.trim(), limit);
  return rows.map(({ domain, ...row }) => ({ ...row, domain: domain.name }));
}
