import "server-only";
import { type AuditFilter, type AuditHistogram, histogramSchema } from "#lib/audit/schema.ts";
import { countByTime, timeSpan } from "#lib/audit/server/repository.ts";
import { type AuditReader, requireAuditReader } from "#lib/audit/server/require-audit-reader.ts";
import { now } from "#lib/clock.ts";

const hour = 3600;
const day = 24 * hour;
const steps = [
  60,
  300,
  900,
  1800,
  hour,
  2 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  7 * day,
  28 * day,
  364 * day,
];
const mostBuckets = 96;

/** How many events in each stretch of time, and how many of them were refused or failed. */
export async function eventHistogram(reader: AuditReader, filter: AuditFilter): Promise<AuditHistogram> {
  requireAuditReader(reader);
  const span = filter.from && filter.to ? null : await timeSpan(filter);
  const to = filter.to ? new Date(filter.to) : new Date(Math.max(now().getTime(), span?.to.getTime() ?? 0));
  const from = filter.from ? new Date(filter.from) : (span?.from ?? new Date(to.getTime() - day * 1000));
  const seconds = Math.max(1, (to.getTime() - from.getTime()) / 1000);
  const bucketSeconds = steps.find((step) => seconds / step <= mostBuckets) ?? 364 * day;
  const first = Math.floor(from.getTime() / 1000 / bucketSeconds) * bucketSeconds;
  const count = Math.min(
    mostBuckets + 1,
    Math.max(1, Math.ceil((to.getTime() / 1000 - first) / bucketSeconds)),
  );
  const found = new Map((await countByTime(filter, bucketSeconds)).map((row) => [row.start, row]));
  return histogramSchema.parse({
    bucketSeconds,
    buckets: Array.from({ length: count }, (_, at) => {
      const start = first + at * bucketSeconds;
      const { total = 0, refused = 0, failed = 0 } = found.get(start) ?? {};
      return { start: new Date(start * 1000).toISOString(), total, refused, failed };
    }),
  });
}
