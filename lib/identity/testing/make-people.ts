import "server-only";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { startSession } from "#lib/identity/server/start-session.ts";

type PersonFacts = {
  name?: string;
  email?: string;
  teamId?: string;
  roles?: readonly string[];
  source?: string;
};

/** Puts a person into the database of a test and returns what identifies them. */
export async function makePerson(
  facts: PersonFacts = {},
): Promise<{ id: string; name: string; email: string }> {
  const id = newId();
  const { roles = [], name = `Person ${id.slice(-6)}`, email = `${id}@example.com`, ...rest } = facts;
  await db().person.create({ data: { id, name, email, ...rest } });
  await db().roleAssignment.createMany({ data: roles.map((role) => ({ id: newId(), personId: id, role })) });
  return { id, name, email };
}

/** A person with a living session. */
export async function makeViewer(facts: PersonFacts = {}): Promise<Viewer> {
  const viewer = await viewerOfSession(await startSession(await makePerson(facts), "demo"));
  if (!viewer) throw new Error("A new session has no viewer.");
  return viewer;
}

/** A domain with one team in it. */
export async function makeTeam(name = "Support"): Promise<{ domainId: string; teamId: string }> {
  const domainId = newId();
  const teamId = newId();
  await db().domain.create({ data: { id: domainId, slug: domainId, name: `${name} domain` } });
  await db().team.create({ data: { id: teamId, slug: teamId, name, domainId } });
  return { domainId, teamId };
}

/** A tool of a team, with the people who answer for it. */
export async function makeOwnedTool(facts: {
  domainId: string;
  teamId: string;
  ownerId?: string;
  deputyId?: string;
}): Promise<string> {
  const id = newId();
  const { domainId, ...ownership } = facts;
  await db().tool.create({ data: { id, slug: id, name: `Tool ${id.slice(-4)}`, kind: "http", domainId } });
  await db().ownership.create({ data: { toolId: id, ...ownership } });
  return id;
}
