import Link from "next/link";
import { t } from "#components/home/home-words.ts";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ConversationSummary } from "#lib/chat/schema.ts";
import type { RunStatus } from "#lib/runs/schema.ts";

const states: Partial<Record<RunStatus, { tone: StatusTone; word: string }>> = {
  running: { tone: "active", word: t("answering") },
  "waiting-approval": { tone: "caution", word: t("waitsForYou") },
  "waiting-input": { tone: "caution", word: t("waitsForYou") },
  failed: { tone: "danger", word: t("failed") },
  interrupted: { tone: "danger", word: t("stopped") },
};

/** Conversations to go on with, newest first. */
export function ConversationRows({ conversations }: { conversations: readonly ConversationSummary[] }) {
  return (
    <ul className="overflow-clip rounded-card border bg-surface">
      {conversations.map((conversation) => {
        const state = conversation.runStatus ? states[conversation.runStatus] : undefined;
        return (
          <li key={conversation.id} className="border-b last:border-b-0">
            <Link
              href={`/chat/${conversation.id}`}
              prefetch={false}
              className="-outline-offset-2 flex min-h-11 items-center justify-between gap-x-4 px-4 py-2 transition-ui hover:bg-sunken"
            >
              <span className="min-w-0 flex-1 truncate">{conversation.title}</span>
              {state && (
                <Status tone={state.tone} className="shrink-0 text-small">
                  {state.word}
                </Status>
              )}
              {conversation.source === "sample" && <SampleChip />}
              <span className="shrink-0 text-muted text-small max-md:hidden">
                <Time value={conversation.updatedAt} />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
