import { t } from "#components/publishing/contracts/contract-words.ts";
import { DefinitionDiffView } from "#components/publishing/contracts/definition-diff-view.tsx";
import { RevealedText } from "#components/publishing/contracts/revealed-text.tsx";
import { SuspensionActions } from "#components/publishing/contracts/suspension-actions.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Status } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ContractsView } from "#lib/publishing/server/contracts-view.ts";

type SuspensionCardProps = {
  slug: string;
  toolName: string;
  suspension: ContractsView["suspensions"][number];
  /** A release waits for approval, so that no other can be made. */
  isInReview: boolean;
};

/** One suspended operation: what differs, how far it reaches, and the owner's ways out. */
export function SuspensionCard({ slug, toolName, suspension, isInReview }: SuspensionCardProps) {
  const { operationName, title, reason, foundBy, foundAt, diff, proposal, source } = suspension;
  const { operationName: name, afterHash } = suspension;
  return (
    <article
      id={name}
      aria-label={title}
      className="flex scroll-mt-20 flex-col gap-4 rounded-card border border-caution bg-surface p-4"
    >
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <h3 className="text-lead wrap-anywhere">
            <RevealedText text={title} />
          </h3>
          <code className="text-code text-muted wrap-anywhere">{operationName}</code>
          {source === "sample" && <SampleChip />}
        </div>
        <p className="text-muted">
          {t(reason === "removed" ? "removedSince" : "changedSince")}{" "}
          {t(foundBy === "call" ? "foundByCall" : "foundByWatch")} <Time value={foundAt} mode="relative" />.
        </p>
        <div className="flex flex-wrap items-baseline gap-2">
          {reason === "changed" && diff.step && (
            <Status
              tone={diff.step === "major" ? "caution" : "neutral"}
              className="items-baseline text-small"
            >
              {t(`step-${diff.step}`)}
            </Status>
          )}
          {diff.hidden.unseen > 0 && (
            <Badge tone="danger">{t("unseenCount", { count: diff.hidden.unseen })}</Badge>
          )}
          {diff.hidden.lookalikes > 0 && (
            <Badge tone="danger">{t("lookalikeCount", { count: diff.hidden.lookalikes })}</Badge>
          )}
        </div>
      </div>
      {reason === "changed" && <DefinitionDiffView diff={diff} />}
      {!proposal.isPossible && (
        <Notice tone="caution" title={t("cannotAccept")}>
          <RevealedText text={[proposal.message, proposal.mend].filter(Boolean).join(" ")} />
        </Notice>
      )}
      {!isInReview && (
        <SuspensionActions
          slug={slug}
          toolName={toolName}
          suspension={{ operationName, title, reason, afterHash, proposal }}
        />
      )}
    </article>
  );
}
