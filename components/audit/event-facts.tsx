import { type AuditSearch, auditAddress } from "#components/audit/audit-address.ts";
import { OutcomeStatus } from "#components/audit/outcome-status.tsx";
import type { EventAnswer } from "#components/audit/queries.ts";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);
type Kind = keyof typeof audit & `kind-${string}`;

function kindWords(kind: string): string {
  const key = `kind-${kind}`;
  return key in audit ? t(key as Kind) : kind;
}

type EventFactsProps = {
  answer: EventAnswer;
  domainName: string | undefined;
  /** Only administrators have a page of a person. */
  canOpenPeople: boolean;
  search: AuditSearch;
};

/** Who, what, to what and how it ended, each with the way to more of the same. */
export function EventFacts({ answer, domainName, canOpenPeople, search }: EventFactsProps) {
  const { event, toolSlug } = answer;
  const { actor, target } = event;
  const span = search.span ? { span: search.span } : {};
  const personHref = (id: string) => `/admin/people?person=${id}`;
  const targetHref =
    target?.kind === "tool" && toolSlug
      ? `/catalog/${toolSlug}`
      : target?.kind === "person" && canOpenPeople
        ? personHref(target.id)
        : target?.kind === "rule"
          ? `/admin/policies?rule=${target.id}`
          : null;
  const items = [
    {
      key: t("factWho"),
      value:
        actor.kind !== "person" ? (
          `${actor.name} (${t(actor.kind)})`
        ) : actor.id && canOpenPeople ? (
          <TextLink href={personHref(actor.id)}>{actor.name}</TextLink>
        ) : (
          actor.name
        ),
    },
    { key: t("factWhat"), value: <code className="text-code">{event.type}</code> },
    ...(target
      ? [
          {
            key: t("factTarget"),
            value: (
              <>
                {targetHref ? <TextLink href={targetHref}>{target.name}</TextLink> : target.name}
                <span className="text-muted"> ({kindWords(target.kind)})</span>
              </>
            ),
          },
        ]
      : []),
    { key: t("factOutcome"), value: <OutcomeStatus outcome={event.outcome} /> },
    ...(event.reason ? [{ key: t("factReason"), value: event.reason }] : []),
    ...(domainName ? [{ key: t("factDomain"), value: domainName }] : []),
    ...(event.sourceIp
      ? [{ key: t("factAddress"), value: <code className="text-code">{event.sourceIp}</code> }]
      : []),
    ...(event.sourceClient
      ? [
          {
            key: t("factClient"),
            value: <span className="break-words text-muted text-small">{event.sourceClient}</span>,
          },
        ]
      : []),
  ];
  const more = [
    actor.id && { label: t("allByPerson", { name: actor.name }), filter: { actorId: actor.id } },
    target?.id && { label: t("allOnTarget", { name: target.name }), filter: { targetId: target.id } },
    event.runId && { label: t("allOfRun"), filter: { runId: event.runId } },
    event.conversationId && {
      label: t("allOfConversation"),
      filter: { conversationId: event.conversationId },
    },
    event.requestId && { label: t("allOfRequest"), filter: { requestId: event.requestId } },
  ].filter((entry) => typeof entry === "object" && entry !== null);
  return (
    <div className="flex flex-col gap-3">
      <KeyValueList items={items} />
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small">
        {more.map(({ label, filter }) => (
          <li key={label}>
            <TextLink href={auditAddress({ ...span, ...filter })} prefetch={false}>
              {label}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
