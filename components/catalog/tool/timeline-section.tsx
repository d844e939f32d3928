import { ToolTimelineApart } from "#components/audit/tool-timeline-apart.tsx";
import { timelineHref } from "#components/catalog/tool/timeline-address.ts";
import { Section } from "#components/layout/section.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { type TimelineKind, type TimelinePage, timelineKinds } from "#lib/audit/timeline.ts";
import { timeline } from "#lib/messages/en/timeline.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(timeline);

export type TimelineSectionProps = {
  tool: { id: string; slug: string };
  kind: TimelineKind;
  first: TimelinePage;
  /** Auditors and administrators open an event where it stands in the trail. */
  readsWholeTrail: boolean;
};

/** The part of the trail that is about this tool, narrowed by the kind of event. */
export function TimelineSection({ tool, kind, first, readsWholeTrail }: TimelineSectionProps) {
  return (
    <Section title={t("title")} description={t(readsWholeTrail ? "introWhole" : "intro")}>
      <div className="max-w-full overflow-x-auto whitespace-nowrap">
        <Segmented
          label={t("filter")}
          current={kind}
          items={timelineKinds.map((id) => ({ id, label: t(id), href: timelineHref(tool.slug, id) }))}
        />
      </div>
      <ToolTimelineApart key={kind} tool={tool} kind={kind} first={first} canOpenEvents={readsWholeTrail} />
    </Section>
  );
}
