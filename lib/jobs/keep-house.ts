import "server-only";
import { z } from "zod";
import { databaseEngine } from "#lib/db/client.ts";
import { asOwner } from "#lib/db/owner.ts";
import { ensurePartitions } from "#lib/db/partitions.ts";
import { defineJob } from "#lib/jobs/define-job.ts";
import { log } from "#lib/log.ts";

/** Once a day: partitions for the coming months, and on PGlite, which has no autovacuum, a vacuum. */
export const keepHouse = defineJob({
  name: "db.keep-house",
  schema: z.object({}),
  everySeconds: 24 * 60 * 60,
  handler: async () => {
    const made = await asOwner((database) => ensurePartitions(database));
    if (made.length > 0) log.info({ partitions: made }, "New partitions were made.");
    if (databaseEngine().kind === "embedded") await databaseEngine().execute("VACUUM (ANALYZE)");
  },
});
