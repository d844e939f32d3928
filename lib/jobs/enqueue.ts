import "server-only";
import type PgBoss from "pg-boss";
import type { z } from "zod";
import { notify } from "#lib/db/notify.ts";
import { createBoss, currentDatabase, queueName } from "#lib/jobs/boss.ts";
import type { Job } from "#lib/jobs/define-job.ts";

/** Tells idle workers that something was queued. */
export const wakeChannel = "weft_jobs";

export type EnqueueOptions = {
  /** Not before this time. */
  readonly after?: Date;
  /** Of several with the same key within `onceWithinSeconds` only the first is queued. */
  readonly key?: string;
  readonly onceWithinSeconds?: number;
};

let boss: PgBoss | undefined;

/**
 * Queues background work, inside the current transaction when there is one: it then exists exactly when that commits.
 * Returns the id of the queued job, or undefined when one with the same key is queued already.
 */
export async function enqueue<Schema extends z.ZodType>(
  job: Pick<Job<Schema>, "name" | "schema" | "retries" | "timeoutSeconds">,
  input: z.input<Schema>,
  options: EnqueueOptions = {},
): Promise<string | undefined> {
  boss ??= createBoss(currentDatabase);
  const data = { job: job.name, input: job.schema.parse(input) };
  const id = await boss.send(queueName, data, {
    retryLimit: job.retries,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: job.timeoutSeconds + 30,
    ...(options.after ? { startAfter: options.after } : {}),
    ...(options.onceWithinSeconds
      ? { singletonSeconds: options.onceWithinSeconds, singletonKey: `${job.name}/${options.key ?? ""}` }
      : {}),
  });
  if (id && !options.after) await notify(wakeChannel);
  return id ?? undefined;
}
