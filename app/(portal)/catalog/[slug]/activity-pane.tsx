import type { PaneProps } from "#app/(portal)/catalog/[slug]/pane.ts";
import { auditAddress } from "#components/audit/audit-address.ts";
import { timelinePageSize } from "#components/audit/timeline-queries.ts";
import { ActivityTab } from "#components/catalog/tool/activity-tab.tsx";
import { timelineKindOf } from "#components/catalog/tool/timeline-address.ts";
import { toolActivity } from "#lib/catalog/server/tool-activity.ts";
import { toolTimeline } from "#lib/catalog/server/tool-timeline.ts";
import { hasPermission } from "#lib/identity/schema.ts";

export default async function ActivityPane({ viewer, tool, query }: PaneProps) {
  const kind = timelineKindOf(query.kind);
  const [activity, first] = await Promise.all([
    toolActivity(viewer, tool.slug),
    toolTimeline(viewer, tool.slug, { kind, limit: timelinePageSize }),
  ]);
  const readsWholeTrail = hasPermission(viewer, "audit:read");
  const timeline = { tool: { id: tool.id, slug: tool.slug }, kind, first, readsWholeTrail };
  const trailHref = readsWholeTrail ? auditAddress({ targetId: tool.id }) : null;
  return <ActivityTab {...activity} timeline={timeline} trailHref={trailHref} />;
}
