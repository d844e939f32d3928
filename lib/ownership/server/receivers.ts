import "server-only";
import { invalidInput } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { candidate, membersOf, teamWithDomain } from "#lib/ownership/server/people-repository.ts";
import { type ReceiverInput, receiverProblem } from "#lib/ownership/transfer.ts";

export type Receivers = {
  readonly team: { readonly id: string; readonly name: string };
  readonly domain: { readonly id: string; readonly name: string };
  readonly owner: { readonly id: string; readonly name: string };
  readonly deputy: { readonly id: string; readonly name: string } | null;
};

/** The team and people of a choice, or the first thing that stands against it, at its field. */
export async function requireReceivers(input: ReceiverInput): Promise<Receivers> {
  const [team, owner, deputy] = await Promise.all([
    teamWithDomain(input.teamId),
    candidate(input.ownerId),
    input.deputyId ? candidate(input.deputyId) : null,
  ]);
  if (!team) throw invalidInput("teamId", "This team was not found.");
  const problem = receiverProblem(input, owner, deputy);
  if (problem || !owner) throw invalidInput(problem?.path ?? "ownerId", problem?.message ?? "");
  const { domain, ...named } = team;
  return {
    team: named,
    domain,
    owner: { id: owner.id, name: owner.name },
    deputy: deputy && { id: deputy.id, name: deputy.name },
  };
}

/** Who of a team could own a tool: its active people, by name. Names of colleagues are open to everybody. */
export async function teamMembers(_viewer: Viewer, teamId: string) {
  return membersOf(teamId);
}
