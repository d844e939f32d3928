import "server-only";
import { countFollowers, followerIds, toolForPolicy } from "#lib/collections/server/follow-repository.ts";
import { factsOfPeople } from "#lib/identity/server/people-facts.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import { loadRules } from "#lib/policy/server/load-rules.ts";

/**
 * Whom to tell of a tool: ids of those who follow it, can sign in, and may find it at this moment. Somebody from whom
 * it was hidden since they followed it learns nothing more.
 */
export async function followersOf(toolId: string): Promise<string[]> {
  const [tool, ids] = await Promise.all([toolForPolicy(toolId), followerIds(toolId)]);
  if (!tool || ids.length === 0) return [];
  const [people, rules] = await Promise.all([factsOfPeople(ids), loadRules()]);
  return people.filter((person) => evaluate("discover", person, tool, rules).allowed).map(({ id }) => id);
}

/** How many people who can sign in follow a tool. */
export async function followerCount(toolId: string): Promise<number> {
  return countFollowers(toolId);
}
