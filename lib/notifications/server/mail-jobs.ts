import "server-only";
import { z } from "zod";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { defineJob } from "#lib/jobs/define-job.ts";
import { dropWaitingMail } from "#lib/notifications/server/mail-repository.ts";
import { openPostOffice } from "#lib/notifications/server/post-office.ts";
import { oldestMailMs, sendWaitingMail } from "#lib/notifications/server/send-waiting-mail.ts";
import { withinTime } from "#lib/within-time.ts";

/** A round ends in time for its job: one mail may take a minute more. */
const roundMs = 220_000;
const pauses = { firstMs: 60_000, longestMs: 15 * 60_000 };

/** One round at a time per process, and pauses that double while the mail server takes nothing. */
let isSending = false;
let pauseMs = 0;
let pausedUntil = 0;

async function sendNow(stop: AbortSignal): Promise<void> {
  const { mail } = env();
  if (!mail) {
    await dropWaitingMail(new Date(now().getTime() - oldestMailMs));
    return;
  }
  if (isSending || now().getTime() < pausedUntil) return;
  isSending = true;
  try {
    const { isReachable } = await withinTime(roundMs, stop, (signal) =>
      sendWaitingMail(openPostOffice(mail), mail.portalUrl, signal),
    );
    pauseMs = isReachable ? 0 : Math.min(Math.max(pauses.firstMs, pauseMs * 2), pauses.longestMs);
    pausedUntil = now().getTime() + pauseMs;
  } finally {
    isSending = false;
  }
}

/** Queued with the messages that it sends. What it misses, because a round is under way, the next one takes. */
export const sendMailSoon = defineJob({
  name: "notifications.send-mail",
  schema: z.object({}),
  handler: (_, { signal }) => sendNow(signal),
});

/** Tries again what could not be sent, and gives up what is a day old. */
export const sendMailAgain = defineJob({
  name: "notifications.send-mail-again",
  schema: z.object({}),
  everySeconds: 120,
  retries: 0,
  handler: (_, { signal }) => sendNow(signal),
});
