import "server-only";
import { type TimelineQuery, timelineOfTarget } from "#lib/audit/server/timeline-of-target.ts";
import type { TimelinePage } from "#lib/audit/timeline.ts";
import { requireActivityReader } from "#lib/catalog/server/activity-reader.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/**
 * The part of the trail that is about one tool, for the people who answer for it, auditors and administrators. Who
 * called it and what they typed stays with auditors.
 */
export async function toolTimeline(
  viewer: Viewer,
  slug: string,
  query: TimelineQuery,
): Promise<TimelinePage> {
  const { tool, readsWholeTrail } = await requireActivityReader(viewer, slug);
  const target = { kind: "tool", id: tool.id, name: tool.name, domainId: tool.domainId };
  return timelineOfTarget({ id: viewer.id, name: viewer.name, readsWholeTrail }, target, query);
}
