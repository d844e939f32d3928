import { Answerable } from "#components/catalog/tool/answerable.tsx";
import { t as toolText } from "#components/catalog/tool/tool-words.ts";
import { Section } from "#components/layout/section.tsx";
import { ComponentList } from "#components/trust/tab/component-list.tsx";
import { GateNotes } from "#components/trust/tab/gate-notes.tsx";
import { RaiseList } from "#components/trust/tab/raise-list.tsx";
import { RatingHistory } from "#components/trust/tab/rating-history.tsx";
import { ReviewForm } from "#components/trust/tab/review-form.tsx";
import { t } from "#components/trust/tab/tab-words.ts";
import { TrustMarkLarge } from "#components/trust/trust-mark-large.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { formatShare } from "#lib/messages/format.ts";
import { explainGate, gateName, reviewName } from "#lib/trust/explain.ts";
import type { RatingResult } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";
import type { TrustOfTool } from "#lib/trust/view.ts";

const reviewNames = { security: reviewName("security"), privacy: reviewName("privacy") };

type RatedProps = { trust: TrustOfTool; rating: RatingResult; settings: TrustSettings };

function Standing({ trust, rating, settings }: RatedProps) {
  const { strength } = rating;
  return (
    <div className="grid gap-8 md:grid-cols-[20rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-4">
        <GateNotes
          trust={trust}
          rating={rating}
          words={rating.gates.map((gate) => explainGate(gate, settings))}
        />
        <TrustMarkLarge
          rating={{ ...trust.mark, gate: trust.mark.score === null ? trust.mark.gate : null }}
        />
      </div>
      <div className="measure flex flex-col gap-2">
        {rating.gates.some(({ kind }) => kind === "not-yet-rated") && <p>{t("notRatedText")}</p>}
        <p>
          <span className="font-semibold">{t(strength.word)}.</span>{" "}
          {t("strengthText", { share: formatShare(strength.value) })}
        </p>
        {rating.hasSample && <p className="text-muted text-small">{t("includesSample")}</p>}
        {trust.computedAt && (
          <p className="text-muted text-small">
            {t("computed")} <Time value={trust.computedAt} />
          </p>
        )}
        <p>
          <TextLink href="/docs/trust">{t("method")}</TextLink>
        </p>
      </div>
    </div>
  );
}

function Rated({ trust, rating, settings }: RatedProps) {
  return (
    <>
      <Section title={t("rating")}>
        <Standing trust={trust} rating={rating} settings={settings} />
      </Section>
      <Section title={t("raises")}>
        <RaiseList raises={trust.raises} reviewName={reviewName} />
      </Section>
      <Section
        title={t("components")}
        description={t("componentsText")}
        actions={
          trust.may.review && (
            <ReviewForm slug={trust.tool.slug} riskTier={trust.tool.riskTier} kindNames={reviewNames} />
          )
        }
      >
        <ComponentList trust={trust} rating={rating} />
      </Section>
      <Section title={t("history")} description={t("historyText")}>
        <RatingHistory points={trust.history} gateWords={gateName} />
      </Section>
    </>
  );
}

type TrustTabProps = { tool: ToolPage; trust: TrustOfTool; settings: TrustSettings };

/** The rating of a tool down to its evidence: gates, number, components in sentences, what would raise it, history. */
export function TrustTab({ tool, trust, settings }: TrustTabProps) {
  return (
    <div className="flex flex-col gap-10">
      {trust.rating ? (
        <Rated trust={trust} rating={trust.rating} settings={settings} />
      ) : (
        <Section title={t("rating")}>
          <p className="measure">{t("neverRated")}</p>
          <p>
            <TextLink href="/docs/trust">{t("method")}</TextLink>
          </p>
        </Section>
      )}
      <Section title={toolText("whoAnswers")}>
        <Answerable tool={tool} />
      </Section>
    </div>
  );
}
