import { t } from "#components/home/home-words.ts";
import type { PlainItem } from "#components/home/plain-list.tsx";
import { t as people } from "#components/ownership/people-words.ts";
import { Time } from "#components/ui/time.tsx";
import type { ConversationSummary } from "#lib/chat/schema.ts";
import type { OfferToMe } from "#lib/ownership/transfer.ts";
import { type DeskTool, draftHref } from "#lib/publishing/my-tools.ts";
import type { ReleaseRequestView } from "#lib/publishing/review.ts";
import type { WaitingApproval } from "#lib/runs/server/list-waiting-approvals.ts";

type WaitingFacts = {
  approvals: readonly WaitingApproval[];
  conversations: readonly ConversationSummary[];
  myTools: readonly DeskTool[];
  offers: readonly OfferToMe[];
  /** Releases that this person can approve. */
  releases: readonly ReleaseRequestView[];
};

/** What waits for this person: releases to approve, tools that are offered, calls to allow, forms, questions and drafts. */
export function waitingItems({
  approvals,
  conversations,
  myTools,
  offers,
  releases,
}: WaitingFacts): PlainItem[] {
  return [
    ...releases.map(({ id, tool, version, requestedAt }) => ({
      id,
      text: t("approveRelease", { tool: tool.name, version }),
      href: `/approvals/${id}`,
      note: <Time value={requestedAt} />,
    })),
    ...offers.map(({ id, tool, offeredBy, expiresAt }) => ({
      id,
      text: people("waitingOffer", { name: offeredBy, tool: tool.name }),
      href: `/owner/${tool.slug}/people`,
      note: (
        <>
          {people("runsOut")} <Time value={expiresAt} mode="date" />
        </>
      ),
    })),
    ...approvals.map(({ id, tool, operationTitle, conversationId, askedAt }) => ({
      id,
      text: t("approve", { tool: tool.name, operation: operationTitle }),
      href: conversationId ? `/chat/${conversationId}` : `/catalog/${tool.slug}`,
      note: <Time value={askedAt} />,
    })),
    ...conversations
      .filter(({ runStatus }) => runStatus === "waiting-input")
      .map(({ id, title, updatedAt }) => ({
        id,
        text: t("answerForm", { title }),
        href: `/chat/${id}`,
        note: <Time value={updatedAt} />,
      })),
    ...myTools
      .filter(({ suspended }) => suspended > 0)
      .map(({ card, suspended }) => ({
        id: `suspended ${card.id}`,
        text: t("suspended", { count: suspended, tool: card.name }),
        href: `/owner/${card.slug}/contracts`,
      })),
    ...myTools
      .filter(({ openQuestions }) => openQuestions > 0)
      .map(({ card, openQuestions }) => ({
        id: `questions ${card.id}`,
        text: t("questions", { count: openQuestions, tool: card.name }),
        href: `/owner/${card.slug}#questions`,
      })),
    ...myTools.flatMap(({ card, draft, request }) =>
      draft && request?.status !== "in-review"
        ? [
            {
              id: `draft ${card.id}`,
              text: t("draft", { tool: card.name }),
              href: draftHref(card),
              note: <Time value={draft.updatedAt} />,
            },
          ]
        : [],
    ),
  ];
}
