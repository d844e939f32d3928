import "server-only";
import { z } from "zod";
import { defineJob } from "#lib/jobs/define-job.ts";
import { expireOffers } from "#lib/ownership/server/expire-offers.ts";
import { remindOfConfirmations, remindOfQuestions } from "#lib/ownership/server/remind.ts";

/** Each day: whose entry has to be confirmed, and which offers ran out. */
export const watchOwnership = defineJob({
  name: "ownership.watch-tools",
  schema: z.object({}),
  everySeconds: 24 * 60 * 60,
  handler: async () => {
    await expireOffers();
    await remindOfConfirmations();
  },
});

/** Each hour: which questions waited too long. */
export const watchQuestions = defineJob({
  name: "ownership.watch-questions",
  schema: z.object({}),
  everySeconds: 60 * 60,
  handler: remindOfQuestions,
});
