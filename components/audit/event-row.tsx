import type { MouseEvent } from "react";
import { OutcomeStatus } from "#components/audit/outcome-status.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { RowLink, TableCell, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { describeEvent } from "#lib/audit/describe-event.ts";
import type { AuditEventDto } from "#lib/audit/schema.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);

type EventRowProps = {
  event: AuditEventDto;
  isOpen: boolean;
  href: string;
  onOpen: (event: MouseEvent) => void;
  ruleNames: Readonly<Record<string, string>>;
};

/** One event: when, who, did what, to what, how it ended, by which rule. */
export function EventRow({ event, isOpen, href, onOpen, ruleNames }: EventRowProps) {
  const { did } = describeEvent(event);
  // Who signs in is both who did it and to whom it happened; once is enough.
  const target = event.target && event.target.id !== event.actor.id ? event.target.name : null;
  const isSample = event.source === "sample";
  const rules = event.ruleIds.map((id) => ruleNames[id] ?? t("ruleGone"));
  return (
    <TableRow selected={isOpen}>
      <TableCell phone="hidden" className="whitespace-nowrap text-muted">
        <Time value={event.occurredAt} mode="second" />
      </TableCell>
      <TableCell phone="second" className="max-md:basis-full md:max-w-44 md:truncate">
        <span className={event.actor.kind === "person" ? "" : "text-muted"}>{event.actor.name}</span>
        <span className="md:hidden">
          {" · "}
          <Time value={event.occurredAt} mode="second" />
          {isSample && " "}
          {isSample && <SampleChip />}
        </span>
      </TableCell>
      <TableCell phone="first" className="md:max-w-72">
        <span className="flex items-center gap-2">
          <RowLink href={href} data-row={event.id} prefetch={false} onClick={onOpen} className="truncate">
            {did}
            {target && <span className="md:hidden">: {target}</span>}
          </RowLink>
          {isSample && (
            <span className="max-md:hidden">
              <SampleChip />
            </span>
          )}
        </span>
      </TableCell>
      <TableCell phone="hidden" className="md:max-w-56 md:truncate">
        {target}
      </TableCell>
      <TableCell phone="aside">
        <OutcomeStatus outcome={event.outcome} />
      </TableCell>
      <TableCell phone="hidden" className="text-muted md:max-w-56 md:truncate" title={rules.join(", ")}>
        {rules.join(", ")}
      </TableCell>
    </TableRow>
  );
}
