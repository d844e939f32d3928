import { Section } from "#components/layout/section.tsx";
import { AnswerOffer } from "#components/ownership/answer-offer.tsx";
import { OfferDialog } from "#components/ownership/offer-dialog.tsx";
import { t } from "#components/ownership/people-words.ts";
import type { TeamOption } from "#components/ownership/receiver-fields.tsx";
import { WithdrawOffer } from "#components/ownership/withdraw-offer.tsx";
import { Card } from "#components/ui/card.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Transfer } from "#lib/ownership/transfer.ts";
import type { HandoverView } from "#lib/publishing/handover/view.ts";

/** What the one whom the tool is offered to has to know before they answer. */
export function OfferToMe({ view, offer }: { view: HandoverView; offer: Transfer }) {
  const { tool, owner } = view;
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 className="text-title">{t("toYou", { name: offer.offeredBy, tool: tool.name })}</h2>
        <p className="measure">{t("historyWords", { text: offer.reason })}</p>
        <p className="measure text-muted">{t("toYouText", { team: offer.to.team?.name ?? t("nobody") })}</p>
      </div>
      <KeyValueList
        items={[
          { key: t("purpose"), value: tool.purpose },
          { key: t("presentOwner"), value: owner?.name ?? t("nobody") },
          { key: t("deputy"), value: offer.to.deputy?.name ?? t("nobody") },
          { key: t("runsOut"), value: <Time value={offer.expiresAt} mode="date" /> },
        ]}
      />
      <AnswerOffer offerId={offer.id} toolName={tool.name} offeredBy={offer.offeredBy} />
    </Card>
  );
}

function OpenOffer({ view, offer }: { view: HandoverView; offer: Transfer }) {
  const receiver = offer.to.owner?.name ?? t("nobody");
  return (
    <Card className="flex flex-col gap-3">
      <p className="font-semibold">
        {t("openOffer", { owner: receiver, team: offer.to.team?.name ?? t("nobody") })}
        {offer.to.deputy && <> {t("openOfferDeputy", { deputy: offer.to.deputy.name })}</>}
      </p>
      <p className="measure">{t("historyWords", { text: offer.reason })}</p>
      <p className="text-muted text-small">
        {t("offeredBy", { name: offer.offeredBy })} <Time value={offer.offeredAt} mode="date" />.{" "}
        {t("runsOut")} <Time value={offer.expiresAt} mode="date" />.
      </p>
      {view.may.withdraw && (
        <div>
          <WithdrawOffer offerId={offer.id} toolName={view.tool.name} receiver={receiver} />
        </div>
      )}
    </Card>
  );
}

/** The open offer of the tool, or the way to make one. */
export function HandingOver({ view, teams }: { view: HandoverView; teams: readonly TeamOption[] }) {
  const { tool, offer, may } = view;
  return (
    <Section title={t("offers")} description={t("offersText")}>
      {offer ? <OpenOffer view={view} offer={offer} /> : <p className="text-muted">{t("noOffer")}</p>}
      {may.offer && (
        <div>
          <OfferDialog slug={tool.slug} name={tool.name} teams={teams} way="offer" />
        </div>
      )}
    </Section>
  );
}

/** Says that nobody answers for the tool, to whoever may change that and to others. */
export function OrphanNotice({ view, teams }: { view: HandoverView; teams: readonly TeamOption[] }) {
  const { tool, isOrphan, may, seers } = view;
  if (!isOrphan) return null;
  return (
    <Notice
      tone="danger"
      title={t("orphanTitle")}
      action={may.assign && <OfferDialog slug={tool.slug} name={tool.name} teams={teams} way="assign" />}
    >
      {may.assign
        ? t("orphanMine")
        : t("orphanText", { names: seers.map(({ name }) => name).join(", ") || t("nobody") })}
    </Notice>
  );
}
