import { embedOrigins } from "#lib/catalog/server/embed-origins.ts";
import { closeDatabase, openDatabase } from "#lib/db/client.ts";
import { drainRequests, watchServers } from "#lib/drain.ts";
import { env } from "#lib/env.ts";
import { setFrameRule } from "#lib/http/frame-permission.ts";
import { startJobs } from "#lib/jobs/start-jobs.ts";
import { prepareModels } from "#lib/models/server/prepare-models.ts";
import { drainRuns, markInterruptedRuns, startReaper } from "#lib/runs/server/reap-runs.ts";
import { authSecret, masterKey } from "#lib/secret-files.ts";
import { backgroundJobs } from "./background-jobs.ts";

/** Open answers get this long to end when the process is asked to stop. */
const graceMs = 10_000;

/** Opens what a server process works with, and returns the way to close it in good order. */
export async function openServer(): Promise<() => Promise<void>> {
  const { isEmbedded } = env();
  authSecret();
  masterKey();
  watchServers();
  await openDatabase();
  await prepareModels();
  setFrameRule(embedOrigins);
  // Nobody else has an embedded folder open, so what is running in there has lost its process.
  if (isEmbedded) await markInterruptedRuns(0);
  const stopReaper = startReaper();
  const jobs = isEmbedded ? await startJobs(backgroundJobs) : undefined;
  return async () => {
    await Promise.all([drainRequests(graceMs), drainRuns(graceMs), jobs?.stop(graceMs)]);
    stopReaper();
    await closeDatabase();
  };
}
