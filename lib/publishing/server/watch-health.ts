import "server-only";
import { z } from "zod";
import type { Concern } from "#lib/catalog/concerns.ts";
import { unsafeConcerns } from "#lib/catalog/server/list-concerns.ts";
import { now } from "#lib/clock.ts";
import { defineJob } from "#lib/jobs/define-job.ts";
import { type News, notifyPeople } from "#lib/notifications/server/notify-people.ts";
import { dayOf } from "#lib/ownership/server/tell.ts";

const weekMs = 7 * 86_400_000;

/** What is told of a concern, or null for those that others tell. */
export function newsOf({ kind, tool, facts }: Concern, at: Date): Omit<News, "toolId"> | null {
  const week = Math.floor(at.getTime() / weekMs);
  const until = facts.at?.slice(0, 10);
  switch (kind) {
    case "review-expires-soon":
    case "review-expired":
      return {
        kind: "review-expiring",
        title:
          kind === "review-expired"
            ? `The ${facts.name} review of ${tool.name} has expired`
            : `The ${facts.name} review of ${tool.name} expires on ${dayOf(new Date(facts.at ?? at))}`,
        body: "Ask a reviewer for a new one; until then it weighs on the trust rating.",
        href: `/catalog/${tool.slug}?tab=trust`,
        key: `compliance/${tool.slug}/${facts.name}/${until}/${kind}`,
      };
    case "failing":
      return {
        kind: "checks-failing",
        title: `${tool.name} succeeds less often than promised`,
        body: `${Math.round((facts.share ?? 0) * 1000) / 10} % of ${facts.count} calls in 28 days succeeded.`,
        href: `/owner/${tool.slug}#failures`,
        // Once a week, as long as it lasts.
        key: `failing/${tool.slug}/${week}`,
      };
    default:
      return null;
  }
}

/** Tells owners and deputies of reviews that expire and of tools that fail more than promised. */
export async function tellOfHealth(): Promise<void> {
  const at = now();
  for (const { toolId, answering, concern } of await unsafeConcerns()) {
    const news = newsOf(concern, at);
    if (news) await notifyPeople(answering, { ...news, toolId });
  }
}

export const watchHealth = defineJob({
  name: "publishing.watch-health",
  schema: z.object({}),
  everySeconds: 24 * 60 * 60,
  handler: tellOfHealth,
});
