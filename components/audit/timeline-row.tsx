import { OutcomeStatus } from "#components/audit/outcome-status.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { TimelineEvent } from "#lib/audit/timeline.ts";
import { timeline } from "#lib/messages/en/timeline.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(timeline);

type TimelineRowProps = {
  event: TimelineEvent;
  /** The event in the explorer, for those who may open it. */
  href: string | null;
};

/** One event in a sentence, with when it was, how it ended if not well, and why. */
export function TimelineRow({ event, href }: TimelineRowProps) {
  return (
    <li className="flex flex-col gap-x-6 gap-y-0.5 border-b py-2 last:border-b-0 md:flex-row md:items-baseline md:justify-between">
      <div className="min-w-0">
        <p className="break-words">{event.sentence}</p>
        {event.reason && <p className="measure break-words text-small">{event.reason}</p>}
      </div>
      <p className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 text-muted text-small">
        <Time value={event.occurredAt} mode="minute" />
        {event.outcome !== "succeeded" && <OutcomeStatus outcome={event.outcome} />}
        {event.source === "sample" && <SampleChip />}
        {href && (
          <TextLink href={href} prefetch={false} aria-label={t("openEvent", { sentence: event.sentence })}>
            {t("open")}
          </TextLink>
        )}
      </p>
    </li>
  );
}
