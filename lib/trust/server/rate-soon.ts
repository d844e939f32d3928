import "server-only";
import { z } from "zod";
import { defineJob } from "#lib/jobs/define-job.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { type RatingCause, ratingCauseSchema } from "#lib/trust/schema.ts";
import { thinOldResults } from "#lib/trust/server/keep-results.ts";
import { rateAllTools, rateTool } from "#lib/trust/server/rate-tools.ts";

export const rateToolJob = defineJob({
  name: "trust.rate-tool",
  schema: z.object({ toolId: z.uuid(), cause: ratingCauseSchema }),
  handler: ({ toolId, cause }) => rateTool(toolId, cause),
});

/** Each night: every tool, so that what only time changes is seen too; then old results are thinned out. */
export const rateEveryNight = defineJob({
  name: "trust.rate-all-tools",
  schema: z.object({}),
  everySeconds: 24 * 60 * 60,
  timeoutSeconds: 600,
  handler: async () => {
    await rateAllTools("nightly");
    await thinOldResults();
  },
});

export const rateAfterSettings = defineJob({
  name: "trust.rate-after-settings",
  schema: z.object({}),
  timeoutSeconds: 600,
  handler: async () => {
    await rateAllTools("settings");
  },
});

/** Has a tool rated again once the transaction of the moment has committed; call it where its evidence changes. */
export async function rateSoon(toolId: string, cause: RatingCause): Promise<void> {
  await enqueue(rateToolJob, { toolId, cause });
}
