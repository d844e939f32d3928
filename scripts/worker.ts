import { closeDatabase, openDatabase } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { isAppError } from "#lib/errors.ts";
import { startJobs } from "#lib/jobs/start-jobs.ts";
import { log } from "#lib/log.ts";
import { backgroundJobs } from "../app/background-jobs.ts";

if (env().isEmbedded) {
  console.error("Without DATABASE_URL the background work runs inside Weft itself: start Weft instead.");
  process.exit(2);
}

try {
  await openDatabase();
  const runner = await startJobs(backgroundJobs, { concurrency: 5 });
  log.info("The worker takes background work.");
  const signal = await new Promise<string>((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => resolve(name));
  });
  log.info({ signal }, "The worker stops.");
  await runner.stop();
} catch (error) {
  if (!isAppError(error)) throw error;
  console.error([error.message, error.mend].filter(Boolean).join(" "));
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
