import "server-only";
import type { DomainRef } from "#lib/identity/person.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { findDomains, hasSamplePeople } from "#lib/identity/server/people-repository.ts";

/** What the frame around every page shows besides the viewer. */
export async function loadFrame(_viewer: Viewer): Promise<{ domains: DomainRef[]; hasSampleData: boolean }> {
  const [domains, hasSampleData] = await Promise.all([findDomains(), hasSamplePeople()]);
  return { domains, hasSampleData };
}
