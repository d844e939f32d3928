import { TrustThreads } from "#components/trust/trust-threads.tsx";
import { cn } from "#components/ui/cn.ts";
import { Status } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import { trust } from "#lib/messages/en/trust.ts";
import { formatNumber, formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import { notRated } from "#lib/trust/mark.ts";

const t = translator(trust);

export type TrustEvidenceFacts = {
  /** When the owner last confirmed the entry, ISO 8601; null when the confirmation is missing or overdue. */
  ownerConfirmedAt: string | null;
  /** Share of calls that succeeded in the last 28 days, 0 to 1; null without calls. */
  successShare: number | null;
  /** How many calls that share is of. */
  sampleSize: number;
};

type TrustEvidenceProps = TrustEvidenceFacts & {
  /** `card`: two short lines beside the threads; `panel`: the facts of a tool's page; `facts`: the same under a mark. */
  size?: "card" | "panel" | "facts";
  className?: string;
};

/** Stands in the trust mark's place until there is a rating: what is known, with its sample size and without a number. */
export function TrustEvidence({ size = "card", className, ...facts }: TrustEvidenceProps) {
  return size === "card" ? (
    <CardFacts {...facts} className={className} />
  ) : (
    <PanelFacts {...facts} isRated={size === "facts"} className={className} />
  );
}

type Facts = TrustEvidenceFacts & { className?: string };

function CardFacts({ ownerConfirmedAt, successShare, sampleSize, className }: Facts) {
  return (
    <span className={cn("inline-flex items-center gap-2 text-muted text-small", className)}>
      <TrustThreads rating={notRated} />
      <span className="flex min-w-0 flex-col">
        <span>{ownerConfirmedAt ? t("confirmedShort") : t("notConfirmed")}</span>
        <span>
          {successShare === null || sampleSize === 0
            ? t("noCalls")
            : t("successShort", { share: formatShare(successShare), count: formatNumber(sampleSize) })}
        </span>
      </span>
    </span>
  );
}

function PanelFacts(props: Facts & { isRated: boolean }) {
  const { ownerConfirmedAt, successShare, sampleSize, isRated, className } = props;
  return (
    <div className={cn("flex flex-col gap-2", className)}>
      {!isRated && (
        <p className="flex items-center gap-2 text-muted">
          <TrustThreads rating={notRated} />
          {t("notRated")}
        </p>
      )}
      {ownerConfirmedAt ? (
        <Status tone="positive">
          {t("confirmed")} <Time value={ownerConfirmedAt} />
        </Status>
      ) : (
        <Status tone="caution">{t("notConfirmed")}</Status>
      )}
      {successShare === null || sampleSize === 0 ? (
        <Status tone="neutral">{t("noCalls")}</Status>
      ) : (
        <Status tone={successShare >= 0.95 ? "positive" : "caution"}>
          {t("success", { share: formatShare(successShare), count: sampleSize })}
        </Status>
      )}
      <p className="text-muted text-small">{t("window")}</p>
    </div>
  );
}
