import "server-only";
import { currentSource, now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import { requestContext } from "#lib/request-context.ts";
import type { UsageInput } from "#lib/telemetry/schema.ts";
import { insertUsage, priceIdAt } from "#lib/telemetry/server/repository.ts";

/** Writes one finished call to the ledger, with the price that holds at this moment, inside the transaction of the moment when there is one. */
export async function recordUsage(input: UsageInput): Promise<void> {
  const occurredAt = now();
  await insertUsage({
    ...input,
    id: newId(occurredAt),
    occurredAt,
    durationMs: Math.max(0, Math.round(input.durationMs)),
    ...(input.firstTokenMs == null ? {} : { firstTokenMs: Math.max(0, Math.round(input.firstTokenMs)) }),
    priceId: input.modelId ? await priceIdAt(input.modelId, occurredAt) : null,
    requestId: requestContext()?.requestId ?? null,
    source: currentSource(),
  });
}
