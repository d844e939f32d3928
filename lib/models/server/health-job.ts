import "server-only";
import { z } from "zod";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { defineJob } from "#lib/jobs/define-job.ts";
import { log } from "#lib/log.ts";
import type { ConnectionState } from "#lib/models/schema.ts";
import { portal, recordModelEvent } from "#lib/models/server/audit-events.ts";
import { deleteProbesBefore } from "#lib/models/server/health-repository.ts";
import { noteProbe, probeProvider } from "#lib/models/server/probe-provider.ts";
import { allProviders, type ProviderRow, providerBy } from "#lib/models/server/repository.ts";

const dayMs = 86_400_000;
export const keptDays = 30;

/** A look at one server. What changed while it was looked at is not overwritten by what was seen of its past. */
async function look(row: ProviderRow): Promise<void> {
  const result = await probeProvider(row);
  await transaction(async () => {
    const fresh = await providerBy({ id: row.id });
    if (!fresh?.isActive || fresh.baseUrl !== row.baseUrl) return;
    await noteProbe(fresh, result);
    const before = fresh.lastProbeState as ConnectionState | null;
    const wasGood = before === "connected";
    const isGood = result.state === "connected";
    if (before === null || wasGood === isGood) return;
    await recordModelEvent("provider.state-changed", portal, fresh, {
      outcome: isGood ? "succeeded" : "failed",
      ...(isGood ? {} : { reason: result.message }),
      changes: { before: { state: before }, after: { state: result.state } },
    });
  });
}

/** Looks at every model server that is switched on, all at once, and forgets looks older than 30 days. */
export async function probeProviders(): Promise<void> {
  const rows = (await allProviders()).filter(({ isActive, baseUrl }) => isActive && baseUrl !== null);
  const ends = await Promise.allSettled(rows.map(look));
  for (const [at, end] of ends.entries())
    if (end.status === "rejected")
      log.error({ err: end.reason, provider: rows[at]?.slug }, "A model server could not be looked at.");
  await deleteProbesBefore(new Date(now().getTime() - keptDays * dayMs));
}

/** Every five minutes. It asks for the list of models, which costs nothing. */
export const watchProviders = defineJob({
  name: "models.probe-providers",
  schema: z.object({}),
  everySeconds: 5 * 60,
  retries: 0,
  timeoutSeconds: 60,
  handler: probeProviders,
});
