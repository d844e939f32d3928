import type { Job } from "#lib/jobs/define-job.ts";

/** All background work of the product; the web process runs it when embedded, `npm run worker` otherwise. */
export const backgroundJobs: readonly Job[] = [];
