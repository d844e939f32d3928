import type { ReactNode } from "react";
import { concernSentence } from "#components/catalog/concern-list.tsx";
import { t as people } from "#components/ownership/people-words.ts";
import { t } from "#components/publishing/desk-words.ts";
import type { StatusTone } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import { type Concern, type ConcernKind, concernKinds } from "#lib/catalog/concerns.ts";
import type { OfferToMe } from "#lib/ownership/transfer.ts";
import { type DeskFacts, draftHref } from "#lib/publishing/my-tools.ts";

export type Need = {
  readonly id: string;
  readonly rank: number;
  readonly tone: StatusTone;
  readonly sentence: ReactNode;
  readonly href: string;
  readonly act: string;
};

const urgent: readonly ConcernKind[] = ["blocked", "outage", "unowned", "failing"];

function actOf(kind: ConcernKind, slug: string): { href: string; act: string } {
  switch (kind) {
    case "outage":
    case "failing":
      return { href: `/owner/${slug}#failures`, act: t("doFailures") };
    case "unconfirmed":
      return { href: `/owner/${slug}#ownership`, act: t("doConfirm") };
    case "review-expired":
    case "review-expires-soon":
      return { href: `/catalog/${slug}?tab=trust`, act: t("doReview") };
    default:
      return { href: `/owner/${slug}`, act: t("doOpen") };
  }
}

function ofConcern(concern: Concern): Need {
  const { kind, tool, facts } = concern;
  return {
    id: `${tool.slug} ${kind} ${facts.name}`,
    rank: concernKinds.indexOf(kind),
    tone: urgent.includes(kind) ? "danger" : kind === "deprecated-in-use" ? "neutral" : "caution",
    sentence: concernSentence(concern),
    ...actOf(kind, tool.slug),
  };
}

/** What contracts, approvers, readers and reviewers want of one tool's owner. */
function ofWork({ card, suspended, unhelpful, unanswered, request }: DeskFacts): Need[] {
  const { slug, name: tool } = card;
  const after = concernKinds.indexOf("question-waiting");
  const need = (id: string, rank: number, tone: StatusTone, sentence: string, href: string, act: string) => ({
    id: `${slug} ${id}`,
    rank,
    tone,
    sentence,
    href,
    act,
  });
  const needs: Need[] = [];
  if (suspended > 0) {
    const sentence = t("suspended", { count: suspended, tool });
    needs.push(need("suspended", -1, "danger", sentence, `/owner/${slug}/contracts`, t("doContracts")));
  }
  if (request?.status === "returned") {
    const sentence = t("requestReturned", { tool, version: request.version });
    needs.push(need("returned", after, "caution", sentence, `/approvals/${request.id}`, t("doRequest")));
  }
  if (request?.status === "in-review") {
    const sentence = t("requestWaits", { tool, version: request.version });
    const href = `/owner/${slug}/release`;
    needs.push(need("waits", concernKinds.length, "active", sentence, href, t("doRelease")));
  }
  if (unanswered > 0) {
    const sentence = t("reviewsWait", { count: unanswered, tool });
    needs.push(need("reviews", after, "caution", sentence, `/catalog/${slug}?tab=reviews`, t("doReply")));
  }
  if (unhelpful > 0) {
    const sentence = t("docsUnhelpful", { count: unhelpful, tool });
    needs.push(need("docs", after, "caution", sentence, `/catalog/${slug}?tab=docs`, t("doDocs")));
  }
  return needs;
}

/** Concerns that stand in the list in words of its owner's: a question waits from its first minute, not only when it is late. */
const saidOtherwise: readonly ConcernKind[] = ["question-waiting", "suspended"];

/** Everything that one tool wants of its owner. */
export function needsOf(tool: DeskFacts): Need[] {
  const { card, concerns, openQuestions, draft, request } = tool;
  const needs = [
    ...concerns.filter(({ kind }) => !saidOtherwise.includes(kind)).map(ofConcern),
    ...ofWork(tool),
  ];
  if (openQuestions > 0) {
    needs.push({
      id: `${card.slug} questions`,
      rank: concernKinds.indexOf("question-waiting"),
      tone: "caution",
      sentence: t("questionWaits", { count: openQuestions, tool: card.name }),
      href: `/owner/${card.slug}#questions`,
      act: t("doAnswer"),
    });
  }
  // A release that waits was made of it.
  if (draft && request?.status !== "in-review") {
    needs.push({
      id: `${card.slug} draft`,
      rank: concernKinds.length,
      tone: "active",
      sentence: (
        <>
          {t("draftOpen", { tool: card.name, name: draft.updatedBy })} <Time value={draft.updatedAt} />.
        </>
      ),
      href: draftHref(card),
      act: t("doDraft"),
    });
  }
  return needs;
}

/** A tool that somebody else offers: nothing of it is theirs before they answer. */
export function needOfOffer({ id, tool, offeredBy, expiresAt }: OfferToMe): Need {
  return {
    id: `offer ${id}`,
    rank: -1,
    tone: "caution",
    sentence: (
      <>
        {people("waitingOffer", { name: offeredBy, tool: tool.name })}. {people("runsOut")}{" "}
        <Time value={expiresAt} mode="date" />.
      </>
    ),
    href: `/owner/${tool.slug}/people`,
    act: t("doAnswer"),
  };
}
