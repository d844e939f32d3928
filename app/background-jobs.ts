import type { Job } from "#lib/jobs/define-job.ts";
import { watchProviders } from "#lib/models/server/health-job.ts";
import { sendMailAgain, sendMailSoon } from "#lib/notifications/server/mail-jobs.ts";
import { watchOwnership, watchQuestions } from "#lib/ownership/server/ownership-jobs.ts";
import { retireOnTheDay } from "#lib/publishing/server/retire-job.ts";
import { checkToolContracts, watchContracts } from "#lib/publishing/server/watch-contracts.ts";
import { watchHealth } from "#lib/publishing/server/watch-health.ts";
import { probeEveryHour } from "#lib/trust/server/probe-tools.ts";
import { rateAfterSettings, rateEveryNight, rateToolJob } from "#lib/trust/server/rate-soon.ts";

/** All background work of the product; the web process runs it when embedded, `npm run worker` otherwise. */
export const backgroundJobs: readonly Job[] = [
  rateToolJob,
  rateEveryNight,
  rateAfterSettings,
  probeEveryHour,
  watchProviders,
  retireOnTheDay,
  watchHealth,
  watchOwnership,
  watchQuestions,
  watchContracts,
  checkToolContracts,
  sendMailSoon,
  sendMailAgain,
];
