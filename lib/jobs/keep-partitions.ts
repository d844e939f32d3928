import "server-only";
import { z } from "zod";
import { asOwner } from "#lib/db/owner.ts";
import { ensurePartitions } from "#lib/db/partitions.ts";
import { defineJob } from "#lib/jobs/define-job.ts";
import { log } from "#lib/log.ts";

/** Makes the monthly partitions of the coming months, once a day. */
export const keepPartitions = defineJob({
  name: "db.keep-partitions",
  schema: z.object({}),
  everySeconds: 24 * 60 * 60,
  handler: async () => {
    const made = await asOwner((database) => ensurePartitions(database));
    if (made.length > 0) log.info({ partitions: made }, "New partitions were made.");
  },
});
