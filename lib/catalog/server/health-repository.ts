import "server-only";
import { db } from "#lib/db/client.ts";

const mostNamed = 1000;

/** The newest review of each kind, open questions, running incidents and suspensions, at least those of these tools. */
export async function healthRows(toolIds: readonly string[]) {
  // Of so many tools all rows are read: a list of their ids takes longer than what it leaves out.
  const ofTools = toolIds.length > mostNamed ? {} : { toolId: { in: [...toolIds] } };
  const [reviews, questions, incidents, suspensions] = await Promise.all([
    db().toolReview.findMany({
      where: ofTools,
      orderBy: { reviewedAt: "desc" },
      distinct: ["toolId", "kind"],
      select: { toolId: true, kind: true, expiresAt: true },
    }),
    db().toolQuestion.findMany({
      where: { ...ofTools, answer: null },
      orderBy: { askedAt: "asc" },
      select: { toolId: true, askedAt: true },
    }),
    db().toolIncident.findMany({
      where: { ...ofTools, endedAt: null },
      orderBy: { startedAt: "desc" },
      select: { toolId: true, title: true, startedAt: true },
    }),
    db().operationSuspension.findMany({
      where: { ...ofTools, openFor: { not: null } },
      select: { toolId: true, foundAt: true },
    }),
  ]);
  return { reviews, questions, incidents, suspensions };
}

/** What was published, deprecated or went wrong since a moment, for some tools; newest first. */
export async function changesSince(toolIds: readonly string[], since: Date, limit: number) {
  const toolId = { in: [...toolIds] };
  const [versions, incidents, deprecated] = await Promise.all([
    db().toolVersion.findMany({
      where: { toolId, publishedAt: { gte: since } },
      orderBy: { publishedAt: "desc" },
      take: limit,
      select: { id: true, toolId: true, version: true, releaseNotes: true, publishedAt: true },
    }),
    db().toolIncident.findMany({
      where: { toolId, OR: [{ startedAt: { gte: since } }, { endedAt: { gte: since } }, { endedAt: null }] },
      orderBy: { startedAt: "desc" },
      take: limit,
      select: { id: true, toolId: true, title: true, startedAt: true, endedAt: true },
    }),
    db().tool.findMany({
      where: { id: toolId, deprecatedAt: { gte: since } },
      orderBy: { deprecatedAt: "desc" },
      take: limit,
      select: { id: true, deprecatedAt: true, successor: { select: { name: true } } },
    }),
  ]);
  return { versions, incidents, deprecated };
}
