import "server-only";
import { type AuditFilter, type AuditPage, countedAtMost } from "#lib/audit/schema.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { countEvents, findEvents } from "#lib/audit/server/repository.ts";
import { type AuditReader, requireAuditReader } from "#lib/audit/server/require-audit-reader.ts";
import { toDto } from "#lib/audit/server/to-dto.ts";

/**
 * Events that match, newest first. `before` is the id of the last event already read: uuid v7 ids sort by time, so
 * the cursor stays fast at any depth. Reading the trail is itself an event, once per search.
 */
export async function searchEvents(
  reader: AuditReader,
  filter: AuditFilter,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<AuditPage> {
  requireAuditReader(reader);
  const [rows, counted] = await Promise.all([
    findEvents(filter, page.limit + 1, page.before),
    countEvents(filter, countedAtMost + 1),
  ]);
  const total = Math.min(counted, countedAtMost);
  const hasMore = counted > countedAtMost;
  if (!page.before) {
    await recordEvent({
      type: "audit.read",
      actor: { kind: "person", id: reader.id, name: reader.name },
      details: { filter, matches: total },
    });
  }
  const events = rows.slice(0, page.limit).map(toDto);
  return {
    events,
    total,
    hasMore,
    nextCursor: rows.length > page.limit ? (events.at(-1)?.id ?? null) : null,
  };
}
