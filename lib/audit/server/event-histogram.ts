import "server-only";
import { type AuditFilter, type AuditHistogram, histogramSchema } from "#lib/audit/schema.ts";
import { countByTime, timeSpan } from "#lib/audit/server/repository.ts";
import { type AuditReader, requireAuditReader } from "#lib/audit/server/require-audit-reader.ts";
import { now } from "#lib/clock.ts";

const steps = [60, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400, 604_800];
const mostBuckets = 96;

/** How many events in each stretch of time, and how many of them were refused or failed. */
export async function eventHistogram(reader: AuditReader, filter: AuditFilter): Promise<AuditHistogram> {
  requireAuditReader(reader);
  const span = await timeSpan(filter);
  const from = filter.from ? new Date(filter.from) : (span?.from ?? now());
  const to = filter.to ? new Date(filter.to) : (span?.to ?? now());
  const seconds = Math.max(1, (to.getTime() - from.getTime()) / 1000);
  const bucketSeconds = steps.find((step) => seconds / step <= mostBuckets) ?? 604_800;
  const first = Math.floor(from.getTime() / 1000 / bucketSeconds) * bucketSeconds;
  const count = Math.max(1, Math.min(mostBuckets + 1, Math.ceil((to.getTime() / 1000 - first) / bucketSeconds)));
  const found = new Map((await countByTime(filter, bucketSeconds)).map((row) => [row.start, row]));
  return histogramSchema.parse({
    bucketSeconds,
    buckets: Array.from({ length: count }, (_, at) => {
      const start = first + at * bucketSeconds;
      const row = found.get(start);
      return { start: new Date(start * 1000).toISOString(), total: row?.total ?? 0, refused: row?.refused ?? 0, failed: row?.failed ?? 0 };
    }),
  });
}
