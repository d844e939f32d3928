"use client";

import { useQuery } from "@tanstack/react-query";
import type { AuditSearch } from "#components/audit/audit-address.ts";
import { EventContext } from "#components/audit/event-context.tsx";
import { EventDetails } from "#components/audit/event-details.tsx";
import { EventFacts } from "#components/audit/event-facts.tsx";
import { EventProof } from "#components/audit/event-proof.tsx";
import { PanelPart } from "#components/audit/panel-part.tsx";
import { plainPath } from "#components/audit/plain-name.ts";
import { auditQueries, type EventAnswer } from "#components/audit/queries.ts";
import { LoadFailure } from "#components/layout/load-failure.tsx";
import { ChangeList } from "#components/ui/change-list.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Loading, SkeletonRows } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { describeEvent } from "#lib/audit/describe-event.ts";
import type { ContextKind } from "#lib/audit/schema.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";
import { valueChanges } from "#lib/value-changes.ts";

const t = translator(audit);

export type PanelNames = {
  readonly rules: Readonly<Record<string, string>>;
  readonly domains: Readonly<Record<string, string>>;
  readonly teams: Readonly<Record<string, string>>;
};

type EventPanelProps = {
  id: string;
  by: ContextKind | undefined;
  search: AuditSearch;
  names: PanelNames;
  canOpenPeople: boolean;
  onOpen: (id: string, by?: ContextKind) => void;
  onClose: () => void;
};

/** One event over the list: the sentence, what changed, who decided, what stands around it, and its proof. */
export function EventPanel({ id, by, search, names, canOpenPeople, onOpen, onClose }: EventPanelProps) {
  const { data, error, refetch } = useQuery(auditQueries.event(id, by));
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      width="wide"
      title={data ? describeEvent(data.event).sentence : t(error ? "eventFailed" : "eventLoading")}
      description={
        data && (
          <span className="flex items-center gap-2">
            <Time value={data.event.occurredAt} mode="second" />
            {data.event.source === "sample" && <SampleChip />}
          </span>
        )
      }
      footer={
        data && (
          <CopyButton
            text={JSON.stringify(JSON.parse(data.canonical), null, 2)}
            label={t("copyJson")}
            withWords
          />
        )
      }
    >
      {data ? (
        <PanelBody
          key={data.event.id}
          answer={data}
          names={names}
          search={search}
          canOpenPeople={canOpenPeople}
          onOpen={onOpen}
        />
      ) : error ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t("eventLoading")}>
          <SkeletonRows rows={8} />
        </Loading>
      )}
    </Sheet>
  );
}

/** The same value with names in place of the ids that are known here. */
function named(value: unknown, known: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") return known[value] ?? value;
  if (Array.isArray(value)) return value.map((entry) => named(entry, known));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, named(entry, known)]));
}

type PanelBodyProps = Pick<EventPanelProps, "names" | "search" | "canOpenPeople" | "onOpen"> & {
  answer: EventAnswer;
};

function PanelBody({ answer, names, search, canOpenPeople, onOpen }: PanelBodyProps) {
  const { event } = answer;
  const known = { ...names.rules, ...names.domains, ...names.teams };
  const changes = event.changes
    ? valueChanges(named(event.changes.before, known), named(event.changes.after, known))
    : [];
  return (
    <div className="flex flex-col gap-4">
      <EventFacts
        answer={answer}
        domainName={event.domainId ? names.domains[event.domainId] : undefined}
        canOpenPeople={canOpenPeople}
        search={search}
      />
      {changes.length > 0 && (
        <PanelPart title={t("changes")}>
          <ChangeList changes={changes} nameOf={plainPath} />
        </PanelPart>
      )}
      {event.ruleIds.length > 0 && (
        <PanelPart title={t("decision")}>
          <p className="text-muted">{t("decisionRule")}</p>
          <ul>
            {event.ruleIds.map((ruleId) => (
              <li key={ruleId}>
                {names.rules[ruleId] ? (
                  <TextLink href={`/admin/policies?rule=${ruleId}`}>{names.rules[ruleId]}</TextLink>
                ) : (
                  t("ruleGone")
                )}
              </li>
            ))}
          </ul>
        </PanelPart>
      )}
      <EventDetails details={event.details} />
      <EventContext answer={answer} onOpen={onOpen} />
      <EventProof answer={answer} />
    </div>
  );
}
