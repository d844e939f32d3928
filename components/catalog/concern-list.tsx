import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Concern, ConcernKind } from "#lib/catalog/concerns.ts";
import { domains } from "#lib/messages/en/domains.ts";
import { formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(domains);

/** How serious each is. */
export const concernTones: Record<ConcernKind, StatusTone> = {
  blocked: "danger",
  outage: "danger",
  suspended: "danger",
  unowned: "danger",
  "review-expired": "caution",
  failing: "danger",
  "question-waiting": "caution",
  "review-expires-soon": "neutral",
  unconfirmed: "caution",
  "deprecated-in-use": "neutral",
};

/** What is wrong as a sentence that names the tool. */
export function concernSentence({ kind, tool, facts }: Concern): ReactNode {
  const name = facts.name ?? "";
  const at = facts.at && <Time value={facts.at} />;
  switch (kind) {
    case "blocked":
      return name ? t("blocked", { tool: tool.name, name }) : t("blockedNoReason", { tool: tool.name });
    case "outage":
      return t("outage", { tool: tool.name, name });
    case "suspended":
      return (
        <>
          {t("suspended", { tool: tool.name, count: facts.count ?? 1 })} {at}.
        </>
      );
    case "unowned":
      return t("unowned", { tool: tool.name });
    case "review-expired":
      return (
        <>
          {t("reviewExpired", { tool: tool.name, name })} {at}.
        </>
      );
    case "review-expires-soon":
      return (
        <>
          {t("reviewExpiresSoon", { tool: tool.name, name })} {at}.
        </>
      );
    case "failing":
      return t("failing", { tool: tool.name, share: formatShare(facts.share ?? 0), count: facts.count ?? 0 });
    case "question-waiting":
      return (
        <>
          {t("questionWaiting", { tool: tool.name, count: facts.count ?? 1 })} {at}.
        </>
      );
    case "unconfirmed":
      return facts.at ? (
        <>
          {t("unconfirmed", { tool: tool.name })} {at}.
        </>
      ) : (
        t("neverConfirmed", { tool: tool.name })
      );
    case "deprecated-in-use":
      return t("deprecatedInUse", { tool: tool.name, count: facts.count ?? 0 });
  }
}

/** Where one can do something about it, and what that is called. */
export function concernAction({ kind, tool }: Concern): { label: string; href: string } {
  const page = `/catalog/${tool.slug}`;
  switch (kind) {
    case "unowned":
    case "unconfirmed":
      return { label: t("actionOwner"), href: `${page}?tab=trust` };
    case "review-expired":
    case "review-expires-soon":
      return { label: t("actionReviews"), href: `${page}?tab=trust` };
    case "failing":
      return { label: t("actionFailures"), href: `${page}#service-level` };
    case "question-waiting":
      return { label: t("actionQuestions"), href: `${page}#questions` };
    default:
      return { label: t("actionOpen"), href: page };
  }
}

/** What needs attention, most urgent first, each with one action. */
export function ConcernList({ concerns, className }: { concerns: readonly Concern[]; className?: string }) {
  return (
    <ul className={cn("flex flex-col", className)}>
      {concerns.map((concern) => {
        const action = concernAction(concern);
        return (
          <li
            key={`${concern.tool.slug} ${concern.kind} ${concern.facts.name}`}
            className="flex items-baseline justify-between gap-4 border-b py-2 last:border-b-0"
          >
            <Status tone={concernTones[concern.kind]} className="min-w-0 items-baseline wrap-anywhere">
              {concernSentence(concern)}
            </Status>
            <TextLink
              href={action.href}
              aria-label={`${action.label}: ${concern.tool.name}`}
              className="shrink-0 text-small"
            >
              {action.label}
            </TextLink>
          </li>
        );
      })}
    </ul>
  );
}
