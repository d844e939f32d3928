import "server-only";
import type PgBoss from "pg-boss";
import { listen } from "#lib/db/notify.ts";
import { outsideTransaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { createBoss, currentDatabase, queueName } from "#lib/jobs/boss.ts";
import type { Job } from "#lib/jobs/define-job.ts";
import { enqueue, wakeChannel } from "#lib/jobs/enqueue.ts";
import { keepHouse } from "#lib/jobs/keep-house.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import { log } from "#lib/log.ts";

export type JobRunner = {
  /** Takes no more work, waits up to `graceMs` for the running, then gives it back to the queue. */
  stop(graceMs?: number): Promise<void>;
};

export type StartJobsOptions = {
  /** Jobs that run at a time in this process; 3 unless told. */
  readonly concurrency?: number;
  /** Longest pause between two looks into the queue, in ms; retries and planned work wait up to this long. */
  readonly pollMs?: number;
};

type FetchedJob = PgBoss.JobWithMetadata<unknown>;

/** Starts taking background work in this process. The queue must have been installed by the migration. */
export async function startJobs(
  definitions: readonly Job[],
  options: StartJobsOptions = {},
): Promise<JobRunner> {
  return outsideTransaction(() => start([...definitions, keepHouse], options));
}

async function start(
  definitions: readonly Job[],
  { concurrency = 3, pollMs = 5_000 }: StartJobsOptions,
): Promise<JobRunner> {
  const jobs = new Map(definitions.map((job) => [job.name, job]));
  if (jobs.size < definitions.length) throw new Error("Two jobs have the same name.");
  const boss = createBoss(currentDatabase, { supervise: true });
  if (!(await boss.isInstalled())) {
    throw new AppError("unavailable", "The database was not prepared for this Weft.", {
      mend: "Run npm run db:migrate.",
    });
  }
  await boss.start();

  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  const giveUp = new AbortController();
  let wake = Promise.withResolvers<void>();
  const stopListening = await listen(wakeChannel, () => wake.resolve());

  async function run(job: FetchedJob): Promise<void> {
    const started = Date.now();
    try {
      await runJob(jobs, job, giveUp.signal);
      await boss.complete(queueName, job.id);
    } catch (error) {
      log.error({ err: error, jobId: job.id, attempt: job.retryCount + 1 }, "Background work failed.");
      await boss.fail(queueName, job.id, { message: error instanceof Error ? error.message : String(error) });
    }
    log.debug({ jobId: job.id, durationMs: Date.now() - started }, "Background work ended.");
  }

  async function enqueuePeriodic(): Promise<void> {
    for (const job of jobs.values()) {
      if (job.everySeconds) await enqueue(job, {}, { onceWithinSeconds: job.everySeconds, key: "every" });
    }
  }

  async function loop(): Promise<void> {
    let lastPeriodic = 0;
    while (!stopping.signal.aborted) {
      wake = Promise.withResolvers();
      let fetched: FetchedJob[] = [];
      try {
        if (Date.now() - lastPeriodic > 30_000) {
          await enqueuePeriodic();
          lastPeriodic = Date.now();
        }
        const batchSize = concurrency - running.size;
        if (batchSize > 0)
          fetched = await boss.fetch<unknown>(queueName, { batchSize, includeMetadata: true });
      } catch (error) {
        log.error({ err: error }, "The queue of background work cannot be read.");
      }
      for (const job of fetched) {
        const work = run(job)
          // What could not be recorded expires and comes back.
          .catch((error: unknown) =>
            log.error({ err: error, jobId: job.id }, "Background work was not recorded."),
          )
          .finally(() => {
            running.delete(work);
            wake.resolve();
          });
        running.add(work);
      }
      if (fetched.length === 0 || running.size >= concurrency) await pauseOr(pollMs, wake.promise);
    }
  }

  const looping = loop();
  return {
    async stop(graceMs = 20_000) {
      stopping.abort();
      wake.resolve();
      await looping;
      await stopListening();
      await pauseOr(graceMs, Promise.allSettled(running));
      giveUp.abort();
      await Promise.allSettled(running);
      await boss.stop({ graceful: false });
    },
  };
}

async function pauseOr(milliseconds: number, event: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([pause, event]);
  clearTimeout(timer);
}
