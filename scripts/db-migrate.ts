import { env } from "#lib/env.ts";
import { isAppError } from "#lib/errors.ts";
import { prepareDatabase } from "#lib/jobs/prepare-database.ts";

try {
  const applied = await prepareDatabase(env());
  console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
} catch (error) {
  if (!isAppError(error)) throw error;
  console.error([error.message, error.mend].filter(Boolean).join(" "));
  process.exitCode = 1;
}
