import "server-only";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import type { HealthDay } from "#lib/models/schema.ts";
import { keptDays } from "#lib/models/server/health-job.ts";
import { probesByDay } from "#lib/models/server/health-repository.ts";
import { lastDays } from "#lib/telemetry/portal-days.ts";

/** What the looks at each model server found, day by day for 30 days, the oldest first; by the provider's id. */
export async function providerHealth(viewer: Viewer): Promise<ReadonlyMap<string, readonly HealthDay[]>> {
  requirePermission(viewer, "model:administer");
  const window = lastDays(now(), keptDays, env().timeZone);
  const rows = await probesByDay(window.start);
  const days = new Map<string, Map<string, HealthDay>>();
  for (const { provider_id, day, looks, connected, p50 } of rows) {
    const own = days.get(provider_id) ?? new Map<string, HealthDay>();
    own.set(day, { day, looks, connected, p50Ms: p50 === null ? null : Math.round(p50) });
    days.set(provider_id, own);
  }
  return new Map(
    [...days].map(([id, own]) => [
      id,
      window.days.map((day) => own.get(day) ?? { day, looks: 0, connected: 0, p50Ms: null }),
    ]),
  );
}
