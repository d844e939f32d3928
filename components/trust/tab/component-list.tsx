import type { ReactNode } from "react";
import { DisputeForm, SettleForm } from "#components/trust/tab/dispute-forms.tsx";
import { t } from "#components/trust/tab/tab-words.ts";
import { VerifyDocs } from "#components/trust/tab/verify-docs.tsx";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import { Time } from "#components/ui/time.tsx";
import { trust } from "#lib/messages/en/trust.ts";
import { translator } from "#lib/messages/translate.ts";
import { type TrustComponent, trustComponents } from "#lib/trust/mark.ts";
import type { RatingResult } from "#lib/trust/schema.ts";
import type { DisputeView, TrustOfTool } from "#lib/trust/view.ts";

const name = translator(trust);

function Excluded({ people }: { people: RatingResult["components"]["people"] }) {
  if (people.excluded.length === 0) return null;
  return (
    <p className="text-muted text-small">
      {t("excluded")}:{" "}
      {people.excluded.map(({ reason, count }) => t(`excluded-${reason}`, { count })).join(", ")}.
    </p>
  );
}

function Dispute({ dispute, maySettle }: { dispute: DisputeView; maySettle: boolean }) {
  const { openedBy, outcome, settledBy, settlement } = dispute;
  return (
    <div className="flex flex-col gap-1 border-border-strong border-l-2 pl-3 text-small">
      <p className="font-semibold">
        {outcome === null
          ? t("openDispute", { name: openedBy })
          : t("settledDispute", {
              name: openedBy,
              outcome: t(outcome === "upheld" ? "upheld" : "rejected"),
              by: settledBy ?? "",
            })}
        , <Time value={dispute.settledAt ?? dispute.openedAt} mode="date" />
      </p>
      <p className="break-words">{dispute.text}</p>
      {settlement && <p className="break-words text-muted">{settlement}</p>}
      {outcome === null && maySettle && (
        <div>
          <SettleForm id={dispute.id} />
        </div>
      )}
    </div>
  );
}

type ItemProps = { trust: TrustOfTool; rating: RatingResult; component: TrustComponent };

function Item({ trust: told, rating, component }: ItemProps) {
  const { value } = rating.components[component];
  const label = name(component);
  const disputes = told.disputes.filter((dispute) => dispute.component === component);
  const actions: ReactNode = (
    <div className="flex flex-wrap gap-2">
      {component === "freshness" && told.may.verifyDocs && <VerifyDocs slug={told.tool.slug} />}
      <DisputeForm slug={told.tool.slug} component={component} name={label} />
    </div>
  );
  return (
    <li className="grid gap-x-6 gap-y-2 border-b py-3 last:border-b-0 md:grid-cols-[12rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-1">
        <h3 className="font-semibold">{label}</h3>
        {value === null ? (
          <p className="text-muted">{t("noEvidence")}</p>
        ) : (
          <ScoreBar value={value} label={label} text={t("value", { value: Math.round(value * 100) })} />
        )}
      </div>
      <div className="measure flex min-w-0 flex-col gap-2">
        <p className="break-words">{told.mark.sentences?.[component]}</p>
        {component === "people" && <Excluded people={rating.components.people} />}
        {disputes.map((dispute) => (
          <Dispute key={dispute.id} dispute={dispute} maySettle={told.may.settle} />
        ))}
        {actions}
      </div>
    </li>
  );
}

/** The six components in sentences, with their value, what is said against them, and what one can do. */
export function ComponentList({ trust: told, rating }: { trust: TrustOfTool; rating: RatingResult }) {
  return (
    <ul className="flex flex-col">
      {trustComponents.map((component) => (
        <Item key={component} trust={told} rating={rating} component={component} />
      ))}
    </ul>
  );
}
