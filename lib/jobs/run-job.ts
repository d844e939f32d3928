import "server-only";
import { z } from "zod";
import type { Job } from "#lib/jobs/define-job.ts";

const envelopeSchema = z.object({ job: z.string(), input: z.unknown() });

export type QueuedJob = { readonly id: string; readonly data: unknown; readonly retryCount: number };

/** Runs one queued job; throws when it fails, runs out of time, or is stopped. */
export async function runJob(
  jobs: ReadonlyMap<string, Job>,
  queued: QueuedJob,
  stop: AbortSignal,
): Promise<void> {
  const { job: name, input } = envelopeSchema.parse(queued.data);
  const job = jobs.get(name);
  if (!job) throw new Error(`This process knows no job ${name}.`);
  const timeout = AbortSignal.timeout(job.timeoutSeconds * 1000);
  const signal = AbortSignal.any([stop, timeout]);
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => {
    const why = timeout.aborted ? `ran longer than ${job.timeoutSeconds} s` : "was stopped with its process";
    aborted.reject(new Error(`The job ${name} ${why}.`));
  };
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    const work = job.handler(job.schema.parse(input), {
      id: queued.id,
      attempt: queued.retryCount + 1,
      signal,
    });
    await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
