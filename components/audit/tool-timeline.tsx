"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { auditAddress } from "#components/audit/audit-address.ts";
import { toolTimelineQuery } from "#components/audit/timeline-queries.ts";
import { TimelineRow } from "#components/audit/timeline-row.tsx";
import { LoadFailure } from "#components/layout/load-failure.tsx";
import { Button } from "#components/ui/button.tsx";
import type { TimelineKind, TimelinePage } from "#lib/audit/timeline.ts";
import { timeline } from "#lib/messages/en/timeline.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(timeline);

type ToolTimelineProps = {
  tool: { id: string; slug: string };
  kind: TimelineKind;
  first: TimelinePage;
  canOpenEvents: boolean;
};

/** The events of one tool, newest first, page after page. */
export function ToolTimeline({ tool, kind, first, canOpenEvents }: ToolTimelineProps) {
  const list = useInfiniteQuery(toolTimelineQuery(tool.slug, kind, first));
  const events = list.data.pages.flatMap((page) => page.events);
  if (events.length === 0) {
    return <p className="text-muted">{t(kind === "all" ? "empty" : "emptyKind")}</p>;
  }
  const hrefOf = (event: string) => auditAddress({ targetId: tool.id, span: "all", event });
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label={t("title")} className="rounded-card border bg-surface px-4 py-1">
        {events.map((event) => (
          <TimelineRow key={event.id} event={event} href={canOpenEvents ? hrefOf(event.id) : null} />
        ))}
      </ol>
      {list.isFetchNextPageError && (
        <LoadFailure title={t("failed")} error={list.error} onRetry={() => void list.fetchNextPage()} />
      )}
      {list.hasNextPage ? (
        <Button
          className="self-center"
          pending={list.isFetchingNextPage}
          pendingLabel={t("loading")}
          onClick={() => list.fetchNextPage()}
        >
          {t("earlier")}
        </Button>
      ) : (
        <p className="self-center text-muted text-small">{t("end")}</p>
      )}
    </div>
  );
}
