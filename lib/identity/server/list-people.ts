import "server-only";
import { now } from "#lib/clock.ts";
import { toPage } from "#lib/db/pagination.ts";
import { type PeoplePage, type PeopleQuery, peoplePageSchema } from "#lib/identity/person.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { countPeople, findPeople } from "#lib/identity/server/directory-repository.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { toPersonRow } from "#lib/identity/server/to-person-dto.ts";

/** For administrators: people by name, with roles and use, one page at a time. */
export async function listPeople(viewer: Viewer, query: PeopleQuery): Promise<PeoplePage> {
  requirePermission(viewer, "person:administer");
  const [rows, total] = await Promise.all([findPeople(query, now()), countPeople(query)]);
  const page = toPage(rows, query.limit, ({ name, id }) => ({ value: name, id }));
  return peoplePageSchema.parse({
    items: page.items.map(toPersonRow),
    total,
    nextCursor: page.nextCursor ?? null,
  });
}
