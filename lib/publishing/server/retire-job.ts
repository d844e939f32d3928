import "server-only";
import { z } from "zod";
import { defineJob } from "#lib/jobs/define-job.ts";
import { log } from "#lib/log.ts";
import { retireDueTools } from "#lib/publishing/server/change-lifecycle.ts";

/** Retires tools on the day that was announced. */
export const retireOnTheDay = defineJob({
  name: "publishing.retire-due",
  schema: z.strictObject({}),
  everySeconds: 600,
  async handler() {
    const count = await retireDueTools();
    if (count > 0) log.info({ count }, "tools were retired on their day");
  },
});
