import { db } from "#lib/db/client.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { seedId } from "./seed-id.ts";
import { type SeededTool, toolIdOf } from "./tools.ts";
import { outage } from "./trail/outage.ts";

/** How long a review holds, by kind. */
const validDays = { security: 182, privacy: 365 } as const;

type PlannedReview = {
  readonly tool: string;
  readonly kind: keyof typeof validDays;
  readonly reviewer: string;
  readonly daysAgo: number;
};

// The security review of Ticket Desk ended 12 days ago; it was made two days after the first release.
const expiredReview: PlannedReview = {
  tool: "ticket-desk",
  kind: "security",
  reviewer: "teresa-bicudo",
  daysAgo: validDays.security + 12,
};

/** The reviews of a tool, the newest of each kind. */
export function plannedReviews(tool: SeededTool, index: number): readonly PlannedReview[] {
  const { slug, kind, riskTier } = tool;
  if (slug === expiredReview.tool) {
    return [expiredReview, { tool: slug, kind: "privacy", reviewer: "winston-agard", daysAgo: 190 }];
  }
  const released = tool.versions[0].daysAgo;
  const security = Math.min(released, 20 + ((index * 37) % 150));
  if (kind === "link") return [];
  return [
    {
      tool: slug,
      kind: "security" as const,
      reviewer: index % 2 === 0 ? "teresa-bicudo" : "estela-palma",
      daysAgo: security,
    },
    ...(riskTier === "low"
      ? []
      : [
          {
            tool: slug,
            kind: "privacy" as const,
            reviewer: "winston-agard",
            daysAgo: Math.min(released, security + 11),
          },
        ]),
  ];
}

/** Reviews by specialists with their expiry. */
export async function seedReviews(
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): Promise<void> {
  const { time } = organisation;
  await db().toolReview.createMany({
    data: tools.flatMap(plannedReviews).map(({ tool, kind, reviewer, daysAgo }) => {
      const reviewedAt = time.at(daysAgo, "15:30");
      const endsIn = validDays[kind] - daysAgo;
      return {
        id: seedId(`review ${tool} ${kind}`, reviewedAt),
        toolId: toolIdOf(tool, time),
        kind,
        reviewer: organisation.person(reviewer).name,
        outcome: "passed",
        reviewedAt,
        expiresAt: endsIn < 0 ? time.at(-endsIn, "15:30") : time.after(endsIn),
        source: "sample",
      };
    }),
  });
}

const note = [
  `**${outage.noteAt}** The ticket service is down. Write tickets on paper: name, customer number, phone number, the fault in one sentence, the time. Next news at 11:00.`,
  `**${outage.unblockedAt}** The ticket service works again.`,
  `**${outage.noteClosedAt}** A database update had raised the number of connections above the limit, so new calls were refused from ${outage.startedAt}. The update was rolled back and the limit raised. ${outage.failedCalls} calls failed; no data was lost. Four tickets that were entered twice will be merged tomorrow.`,
].join("\n\n");

/** The outage on the pages of the two tools that it hit. */
export async function seedIncidents(organisation: SeededOrganisation): Promise<void> {
  const { time } = organisation;
  const startedAt = time.at(outage.daysAgo, outage.startedAt);
  const endedAt = new Date(startedAt.getTime() + outage.minutes * 60_000);
  const rows = [
    {
      tool: "ticket-desk",
      title: `Ticket service down for ${outage.minutes} minutes (INC-2061)`,
      publicNote: note,
      failedCalls: outage.failedCalls,
    },
    {
      tool: "alarm-assistant",
      title: "No answers while the ticket service was down (INC-2061)",
      publicNote: `**${outage.noteAt}** The Alarm Assistant looks for an open ticket first, and the ticket service is down. Ask Network Inventory and Alarms for the engineer on call, and the Runbook Finder for the steps.\n\n**${outage.noteClosedAt}** It works again. ${outage.throughAlarmAssistant} calls failed. From version 1.4.0 on it no longer waits for tickets.`,
      failedCalls: outage.throughAlarmAssistant,
    },
  ];
  await db().toolIncident.createMany({
    data: rows.map(({ tool, ...incident }) => ({
      id: seedId(`incident ${tool}`, startedAt),
      toolId: toolIdOf(tool, time),
      ...incident,
      startedAt,
      endedAt,
      source: "sample",
    })),
  });
}
