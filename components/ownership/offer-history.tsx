import { Section } from "#components/layout/section.tsx";
import { t } from "#components/ownership/people-words.ts";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Transfer, TransferStatus } from "#lib/ownership/transfer.ts";

const tones: Record<TransferStatus, StatusTone> = {
  offered: "active",
  accepted: "positive",
  declined: "caution",
  withdrawn: "neutral",
  expired: "neutral",
};

/** Offers that are over, newest first, with what was said. */
export function OfferHistory({ history }: { history: readonly Transfer[] }) {
  if (history.length === 0) return null;
  return (
    <Section title={t("history")}>
      <ul className="flex flex-col">
        {history.map((offer) => (
          <li key={offer.id} className="flex flex-col gap-1 border-b py-3 wrap-anywhere last:border-b-0">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <Status tone={tones[offer.status]} className="items-baseline font-semibold">
                {t(`status-${offer.status}`)}
              </Status>
              <span>
                {t("historyTo", {
                  owner: offer.to.owner?.name ?? t("nobody"),
                  team: offer.to.team?.name ?? t("nobody"),
                })}
              </span>
              <span className="text-muted text-small">
                {offer.answeredBy} <Time value={offer.answeredAt ?? offer.expiresAt} mode="date" />
              </span>
            </p>
            <p className="measure text-muted">
              {t("offeredBy", { name: offer.offeredBy })}: {t("historyWords", { text: offer.reason })}
            </p>
            {offer.note && <p className="measure">{t("historyWords", { text: offer.note })}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
