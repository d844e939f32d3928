import type { ReactNode } from "react";
import { concernSentence } from "#components/catalog/concern-list.tsx";
import { t } from "#components/publishing/desk-words.ts";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { type Concern, type ConcernKind, concernKinds } from "#lib/catalog/concerns.ts";
import type { DeskTool } from "#lib/publishing/my-tools.ts";

type Need = {
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
function ofWork({ card, suspended, unhelpful, unanswered, request }: DeskTool): Need[] {
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

/** Everything that one tool wants of its owner. A question waits from its first minute, not only when it is late. */
function needsOf(tool: DeskTool): Need[] {
  const { card, concerns, openQuestions, draft } = tool;
  const needs = [
    ...concerns.filter(({ kind }) => kind !== "question-waiting").map(ofConcern),
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
  if (draft) {
    needs.push({
      id: `${card.slug} draft`,
      rank: concernKinds.length,
      tone: "active",
      sentence: (
        <>
          {t("draftOpen", { tool: card.name, name: draft.updatedBy })} <Time value={draft.updatedAt} />.
        </>
      ),
      href: card.version === null ? `/owner/${card.slug}/operations` : `/owner/${card.slug}/edit`,
      act: t("doDraft"),
    });
  }
  return needs;
}

/** How many things a tool wants. */
export function countNeeds(tool: DeskTool): number {
  return needsOf(tool).length;
}

/** What the tools of a person want of them, most urgent first, each with the place where it is done. */
export function NeedList({ tools }: { tools: readonly DeskTool[] }) {
  const needs = tools.flatMap(needsOf).toSorted((a, b) => a.rank - b.rank);
  if (needs.length === 0) return <p className="text-muted">{t("needsNothing")}</p>;
  return (
    <ul className="flex flex-col rounded-card border bg-surface">
      {needs.map((need) => (
        <li
          key={need.id}
          className="flex items-baseline justify-between gap-x-4 gap-y-1 border-b px-4 py-3 last:border-b-0 max-md:flex-col max-md:items-start"
        >
          <Status tone={need.tone} className="items-baseline">
            {need.sentence}
          </Status>
          <TextLink href={need.href} className="shrink-0 max-md:ml-3.5">
            {need.act}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
