import "server-only";
import type { AuditFilter } from "#lib/audit/schema.ts";
import { latestNames } from "#lib/audit/server/choice-repository.ts";
import { type AuditReader, requireAuditReader } from "#lib/audit/server/require-audit-reader.ts";

/** The names of the person and the thing that a filter speaks of, as their latest events have them. */
export async function nameFilter(
  reader: AuditReader,
  filter: AuditFilter,
): Promise<{ readonly actor: string | null; readonly target: string | null }> {
  requireAuditReader(reader);
  return latestNames(filter);
}
