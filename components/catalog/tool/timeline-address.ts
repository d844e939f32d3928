import { toolHref } from "#components/catalog/tool/tool-tabs.ts";
import { type TimelineKind, timelineKinds } from "#lib/audit/timeline.ts";

/** The address of a tool's activity with one kind of event. */
export function timelineHref(slug: string, kind: TimelineKind): string {
  const address = toolHref(slug, "activity");
  return kind === "all" ? address : `${address}&kind=${kind}`;
}

/** The kind of event that an address asks for; what is not understood is everything. */
export function timelineKindOf(value: string | string[] | undefined): TimelineKind {
  return timelineKinds.find((kind) => kind === value) ?? "all";
}
