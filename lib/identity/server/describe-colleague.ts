import "server-only";
import { z } from "zod";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { colleagueById } from "#lib/identity/server/profile-repository.ts";
import { type Colleague, colleagueSchema } from "#lib/identity/team.ts";

/**
 * A colleague as everybody may see them: name, job, team, how to write to them, what they lead. Nothing of what they
 * do. Somebody who left keeps a page, because tools and answers name them, but has no address and leads nothing.
 */
export async function describeColleague(_viewer: Viewer, id: string): Promise<Colleague> {
  const row = z.uuid().safeParse(id).success ? await colleagueById(id) : null;
  if (!row) throw notFound("The person");
  return colleagueSchema.parse(row.isActive ? row : { ...row, email: "", leads: [] });
}
