import type { ReactNode } from "react";
import { Answerable } from "#components/catalog/tool/answerable.tsx";
import { capitalised, t } from "#components/catalog/tool/tool-words.ts";
import { Section } from "#components/layout/section.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { formatDuration, formatShare } from "#lib/messages/format.ts";

function Evidence({ name, tone, children }: { name: string; tone: StatusTone; children: ReactNode }) {
  return (
    <li className="grid gap-x-6 gap-y-1 border-b py-3 last:border-b-0 md:grid-cols-[10rem_minmax(0,1fr)]">
      <Status tone={tone} className="items-baseline font-semibold">
        {name}
      </Status>
      <div className="measure flex flex-col gap-1">{children}</div>
    </li>
  );
}

function Reliability({ tool }: { tool: ToolPage }) {
  const { successShare, calls, p95Ms, hasSample } = tool.usage;
  const name = t("evReliability");
  if (successShare === null) {
    return (
      <Evidence name={name} tone="neutral">
        <p>{t("evReliabilityNone")}</p>
      </Evidence>
    );
  }
  const isKept = tool.sloSuccess === null || successShare >= tool.sloSuccess;
  return (
    <Evidence name={name} tone={isKept ? "positive" : "caution"}>
      <p>{t("evReliabilityText", { share: formatShare(successShare), count: calls })}</p>
      {tool.sloSuccess !== null && tool.sloP95Ms !== null && p95Ms !== null && (
        <p>
          {t("evReliabilityPromise", {
            share: formatShare(tool.sloSuccess),
            duration: formatDuration(tool.sloP95Ms),
            measured: formatDuration(p95Ms),
          })}
        </p>
      )}
      {hasSample && <p className="text-muted text-small">{t("includesSample")}</p>}
    </Evidence>
  );
}

function Compliance({ tool }: { tool: ToolPage }) {
  const tone =
    tool.reviews.length === 0
      ? "neutral"
      : tool.reviews.some((one) => one.isExpired)
        ? "caution"
        : "positive";
  return (
    <Evidence name={t("evCompliance")} tone={tone}>
      {tool.reviews.length === 0 && <p>{t("evComplianceNone")}</p>}
      {tool.reviews.map((review) => (
        <p key={review.id}>
          {t("evCompliance1", {
            review: capitalised(review.kind),
            reviewer: review.reviewer,
            outcome: review.outcome,
          })}{" "}
          <Time value={review.reviewedAt} mode="date" />, {t(review.isExpired ? "expired" : "validUntil")}{" "}
          <Time value={review.expiresAt} mode="date" />
        </p>
      ))}
    </Evidence>
  );
}

function Ownership({ tool }: { tool: ToolPage }) {
  const owner = tool.ownerIsActive ? tool.owner : null;
  const people =
    owner && tool.deputy
      ? t("evOwnershipPeople", { owner: owner.name, deputy: tool.deputy.name })
      : owner
        ? t("evOwnershipOne", { owner: owner.name })
        : t("evOwnershipNone");
  const tone = tool.isUnowned ? "danger" : tool.ownerConfirmedAt ? "positive" : "caution";
  return (
    <Evidence name={t("evOwnership")} tone={tone}>
      <p>
        {tool.team && t("evOwnershipText", { team: tool.team.name })} {people}
      </p>
      <p className="text-muted text-small">
        {tool.lastConfirmedAt ? (
          <>
            {capitalised(t(tool.ownerConfirmedAt ? "confirmed" : "lastConfirmed"))}{" "}
            <Time value={tool.lastConfirmedAt} mode="date" />
          </>
        ) : (
          capitalised(t("neverConfirmed"))
        )}
      </p>
    </Evidence>
  );
}

/** The six components of trust in sentences. What is not measured says so; there is no number yet. */
export function TrustTab({ tool }: { tool: ToolPage }) {
  const current = tool.versions.find((version) => version.isCurrent);
  return (
    <div className="flex flex-col gap-8">
      <Section title={t("evidence")} description={t("trustIntro")}>
        <ul className="flex flex-col">
          <Evidence name={t("evEvaluation")} tone="neutral">
            <p>
              {t("notMeasured")} {t("evEvaluationNone")}
            </p>
          </Evidence>
          <Reliability tool={tool} />
          <Compliance tool={tool} />
          <Ownership tool={tool} />
          <Evidence name={t("evFreshness")} tone={current ? "positive" : "neutral"}>
            <p>
              {current ? (
                <>
                  {t("evFreshnessText")} <Time value={current.publishedAt} />
                </>
              ) : (
                t("noVersions")
              )}
            </p>
          </Evidence>
          <Evidence name={t("evPeople")} tone="neutral">
            <p>
              {t("notMeasured")} {t("evPeopleNone")}
            </p>
          </Evidence>
        </ul>
      </Section>
      <Section title={t("whoAnswers")}>
        <Answerable tool={tool} />
      </Section>
    </div>
  );
}
