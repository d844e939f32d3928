import { OutcomeStatus } from "#components/audit/outcome-status.tsx";
import { PanelPart } from "#components/audit/panel-part.tsx";
import type { EventAnswer } from "#components/audit/queries.ts";
import { cn } from "#components/ui/cn.ts";
import { Select } from "#components/ui/select.tsx";
import { Time } from "#components/ui/time.tsx";
import { describeEvent } from "#lib/audit/describe-event.ts";
import { type AuditEventDto, type ContextKind, contextKinds } from "#lib/audit/schema.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);

function Line({
  event,
  isHere,
  onOpen,
}: {
  event: AuditEventDto;
  isHere: boolean;
  onOpen: (id: string) => void;
}) {
  const { did } = describeEvent(event);
  const words = (
    <>
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate">
          {did}
          {event.target && event.target.id !== event.actor.id && (
            <span className="text-muted">: {event.target.name}</span>
          )}
        </span>
        <OutcomeStatus outcome={event.outcome} />
      </span>
      <span className="block truncate text-muted text-small">
        <Time value={event.occurredAt} mode="second" /> · {event.actor.name}
      </span>
    </>
  );
  const look = "block w-full border-l-2 px-3 py-1.5 text-left max-md:min-h-11";
  if (isHere) {
    return (
      <div aria-current="true" className={cn(look, "border-accent bg-accent-soft")}>
        <span className="sr-only">{t("here")}: </span>
        {words}
      </div>
    );
  }
  return (
    <button
      type="button"
      onClick={() => onOpen(event.id)}
      className={cn(look, "-outline-offset-2 border-border transition-ui hover:bg-sunken")}
    >
      {words}
    </button>
  );
}

type EventContextProps = {
  answer: EventAnswer;
  onOpen: (id: string, by?: ContextKind) => void;
};

/** What came before and after, in the run, by the person, on the thing, or at all. */
export function EventContext({ answer, onOpen }: EventContextProps) {
  const { event, before, after, contextBy, contexts } = answer;
  const chooser = (
    <Select
      aria-label={t("contextBy")}
      value={contextBy}
      onChange={({ target }) =>
        onOpen(
          event.id,
          contextKinds.find((kind) => kind === target.value),
        )
      }
      className="w-44"
    >
      {contexts.map((kind) => (
        <option key={kind} value={kind}>
          {t(`by-${kind}`)}
        </option>
      ))}
    </Select>
  );
  return (
    <PanelPart title={t("context")} aside={chooser}>
      <ol className="flex flex-col">
        {before.length === 0 && <li className="px-3 py-1.5 text-muted text-small">{t("contextStart")}</li>}
        {[...before, event, ...after].map((each) => (
          <li key={each.id}>
            <Line event={each} isHere={each.id === event.id} onOpen={(id) => onOpen(id, contextBy)} />
          </li>
        ))}
        {after.length === 0 && <li className="px-3 py-1.5 text-muted text-small">{t("contextEnd")}</li>}
      </ol>
    </PanelPart>
  );
}
