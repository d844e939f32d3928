import "server-only";
import { z } from "zod";
import { now } from "#lib/clock.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { log } from "#lib/log.ts";
import { hasStaleContract } from "#lib/tools/server/suspension-repository.ts";

/** The work itself belongs to the watch of contracts, which stands above; what is queued for it is said here. */
export const contractCheckRequest = {
  name: "contracts.check-tool",
  schema: z.object({ toolId: z.uuid() }),
  retries: 0,
  timeoutSeconds: 120,
} as const;

/** A document that was read longer ago than this is read again soon after a call, in milliseconds. */
const staleAfterMs = 3_600_000;

/** Queues a check of the tool's contracts, once within the given seconds. */
export async function askForContractCheck(toolId: string, onceWithinSeconds = 600): Promise<void> {
  await enqueue(contractCheckRequest, { toolId }, { key: toolId, onceWithinSeconds });
}

/** To be called beside a call of an HTTP operation; the call does not wait for it and never fails by it. */
export async function askIfContractIsStale(toolId: string): Promise<void> {
  try {
    const before = new Date(now().getTime() - staleAfterMs);
    const stale = await hasStaleContract(toolId, before);
    if (stale) await askForContractCheck(toolId);
  } catch (error) {
    log.warn({ err: error, toolId }, "a check of the tool's contract could not be queued");
  }
}
