import "server-only";
import type { PersonRef } from "#lib/identity/schema.ts";
import { administrators, leadsOf } from "#lib/ownership/server/people-repository.ts";

/** Those who see to the tools of each domain that nobody sees to: its active leads, else the administrators. */
export async function whoSeesTo(
  domainIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PersonRef[]>> {
  const ids = [...new Set(domainIds)];
  if (ids.length === 0) return new Map();
  const leads = Map.groupBy(await leadsOf(ids), ({ domainId }) => domainId);
  const others = ids.every((id) => leads.has(id)) ? [] : await administrators();
  return new Map(
    ids.map((id) => [id, leads.get(id)?.map((lead) => ({ id: lead.id, name: lead.name })) ?? others]),
  );
}

/** The same of one domain, as ids. */
export async function seersOf(domainId: string): Promise<string[]> {
  return ((await whoSeesTo([domainId])).get(domainId) ?? []).map(({ id }) => id);
}
