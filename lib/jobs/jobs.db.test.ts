import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { databaseEngine } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { isInTransaction, transaction } from "#lib/db/transaction.ts";
import { defineJob, type Job } from "#lib/jobs/define-job.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { type JobRunner, startJobs } from "#lib/jobs/start-jobs.ts";

testDatabase();

let runner: JobRunner | undefined;
async function start(...jobs: Job[]): Promise<void> {
  runner = await startJobs(jobs, { pollMs: 200 });
}
afterEach(async () => {
  await runner?.stop();
  runner = undefined;
});

function greeting(name: string, seen: unknown[]) {
  return defineJob({
    name,
    schema: z.object({ who: z.string() }),
    handler: async ({ who }, { attempt }) => {
      seen.push([who, attempt, isInTransaction()]);
    },
  });
}

async function stateOf(id: string | undefined): Promise<unknown> {
  const rows = await databaseEngine().query(
    "SELECT state::text AS state FROM pgboss.job WHERE id = $1::uuid",
    [id],
  );
  return rows[0]?.state;
}

describe("background work", () => {
  it("runs what was queued, with its input, outside transactions", async () => {
    const seen: unknown[] = [];
    const job = greeting("test.greet", seen);
    await start(job);
    const id = await transaction(() => enqueue(job, { who: "it's me" }));
    await vi.waitFor(() => expect(seen).toEqual([["it's me", 1, false]]), { timeout: 5_000 });
    await vi.waitFor(async () => expect(await stateOf(id)).toBe("completed"), { timeout: 5_000 });
  });

  it("does not exist when its transaction rolls back", async () => {
    const seen: unknown[] = [];
    const job = greeting("test.rolled-back", seen);
    await transaction(async () => {
      await enqueue(job, { who: "nobody" });
      throw new Error("no");
    }).catch(() => undefined);
    await enqueue(job, { who: "somebody" });
    await start(job);
    await vi.waitFor(() => expect(seen).toEqual([["somebody", 1, false]]), { timeout: 5_000 });
  });

  it("tries again after a failure and keeps the reason", async () => {
    let attempts = 0;
    const job = defineJob({
      name: "test.fail",
      schema: z.object({}),
      handler: async () => {
        attempts++;
        throw new Error("the printer is on fire");
      },
    });
    const id = await enqueue(job, {});
    await start(job);
    await vi.waitFor(async () => expect(await stateOf(id)).toBe("retry"), { timeout: 5_000 });
    expect(attempts).toBe(1);
    const [row] = await databaseEngine().query(
      "SELECT output, start_after > now() AS later FROM pgboss.job WHERE id = $1::uuid",
      [id],
    );
    expect(row).toEqual({ output: { message: "the printer is on fire" }, later: true });
  });

  it("checks the input when it is queued", async () => {
    const job = greeting("test.checked", []);
    // @ts-expect-error: what a caller without types could send
    await expect(enqueue(job, { who: 3 })).rejects.toThrow();
  });

  it("queues one of several with the same key", async () => {
    const job = greeting("test.once", []);
    const options = { key: "k", onceWithinSeconds: 3_600 };
    const ids = [await enqueue(job, { who: "a" }, options), await enqueue(job, { who: "b" }, options)];
    expect(ids).toEqual([expect.any(String), undefined]);
  });

  it("runs periodic work once per slot, however many processes there are", async () => {
    let runs = 0;
    const job = defineJob({
      name: "test.periodic",
      schema: z.object({}),
      everySeconds: 86_400,
      handler: async () => {
        runs++;
      },
    });
    await start(job);
    const second = await startJobs([job], { pollMs: 200 });
    await vi.waitFor(() => expect(runs).toBe(1), { timeout: 5_000 });
    await pause(600);
    await second.stop();
    expect(runs).toBe(1);
  });

  it("waits for running work when it stops, and gives back what takes too long", async () => {
    const done: string[] = [];
    const job = defineJob({
      name: "test.slow",
      schema: z.object({ ms: z.number() }),
      handler: async ({ ms }, { signal }) => {
        await pause(ms, undefined, { signal });
        done.push(String(ms));
      },
    });
    const quick = await enqueue(job, { ms: 400 });
    const endless = await enqueue(job, { ms: 60_000 });
    await start(job);
    await vi.waitFor(
      async () => expect([await stateOf(quick), await stateOf(endless)]).toEqual(["active", "active"]),
      {
        timeout: 5_000,
      },
    );
    await runner?.stop(1_000);
    runner = undefined;
    expect(done).toEqual(["400"]);
    expect([await stateOf(quick), await stateOf(endless)]).toEqual(["completed", "retry"]);
  });
});
