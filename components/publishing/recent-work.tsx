import { Section } from "#components/layout/section.tsx";
import { t } from "#components/publishing/desk-words.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ConversationSummary } from "#lib/chat/schema.ts";
import type { OwnCall } from "#lib/tools/own-call.ts";

const states = {
  succeeded: "positive",
  failed: "danger",
  "timed-out": "danger",
  refused: "caution",
  running: "active",
  stopped: "neutral",
  declined: "neutral",
  "waiting-approval": "caution",
} as const satisfies Record<string, StatusTone>;

function CallState({ status }: { status: string }) {
  const known = status in states ? (status as keyof typeof states) : null;
  return (
    <Status tone={known ? states[known] : "neutral"} className="shrink-0 whitespace-nowrap text-small">
      {t(known ?? "other")}
    </Status>
  );
}

function CallLine({ call }: { call: OwnCall }) {
  const href = call.conversationId
    ? `/chat/${call.conversationId}`
    : call.tool && `/catalog/${call.tool.slug}`;
  const name = call.tool?.name ?? call.operationName;
  return (
    <li className="flex items-baseline justify-between gap-4 border-b px-4 py-2.5 last:border-b-0">
      <div className="min-w-0">
        <p className="truncate">{href ? <TextLink href={href}>{name}</TextLink> : name}</p>
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-small">
          <span className="break-all font-mono">{call.operationName}</span>
          <Time value={call.createdAt} />
          {call.source === "sample" && <SampleChip />}
        </p>
      </div>
      <CallState status={call.status} />
    </li>
  );
}

function ConversationLine({ conversation }: { conversation: ConversationSummary }) {
  return (
    <li className="flex items-baseline justify-between gap-4 border-b px-4 py-2.5 last:border-b-0">
      <TextLink href={`/chat/${conversation.id}`} className="min-w-0 truncate">
        {conversation.title}
      </TextLink>
      <span className="flex shrink-0 items-center gap-2 text-muted text-small">
        {conversation.source === "sample" && <SampleChip />}
        <Time value={conversation.updatedAt} />
      </span>
    </li>
  );
}

type Access = { readonly found: number; readonly working: number; readonly closed: number };

/** What somebody may do who answers for nothing. */
function MayDo({ access }: { access: Access }) {
  return (
    <Section title={t("youMay")}>
      <Card className="flex flex-col gap-2">
        <p>
          {t("mayFind", { count: access.found })} {t("mayUse", { count: access.working })}{" "}
          <TextLink href="/catalog?ready=works-now">{t("seeThem")}</TextLink>
        </p>
        {access.closed > 0 && <p className="text-muted">{t("notOpen", { count: access.closed })}</p>}
        <p className="text-muted">
          {t("ownNothing")} <TextLink href="/catalog/new">{t("makeTool")}</TextLink>
        </p>
      </Card>
    </Section>
  );
}

type RecentWorkProps = {
  calls: readonly OwnCall[];
  conversations: readonly ConversationSummary[];
  /** Given to people who answer for no tool. */
  access: Access | null;
};

/** What a person did lately: calls and conversations, side by side on a wide screen. */
export function RecentWork({ calls, conversations, access }: RecentWorkProps) {
  return (
    <>
      {access && <MayDo access={access} />}
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <Section title={t("myCalls")}>
          {calls.length === 0 ? (
            <EmptyState action={<LinkButton href="/catalog">{t("findTool")}</LinkButton>}>
              {t("noCallsYet")}
            </EmptyState>
          ) : (
            <ul className="rounded-card border bg-surface">
              {calls.map((call) => (
                <CallLine key={call.id} call={call} />
              ))}
            </ul>
          )}
        </Section>
        <Section title={t("conversations")}>
          {conversations.length === 0 ? (
            <EmptyState action={<LinkButton href="/chat">{t("startChat")}</LinkButton>}>
              {t("noConversations")}
            </EmptyState>
          ) : (
            <ul className="rounded-card border bg-surface">
              {conversations.map((conversation) => (
                <ConversationLine key={conversation.id} conversation={conversation} />
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  );
}
