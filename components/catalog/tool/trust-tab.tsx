import { Answerable } from "#components/catalog/tool/answerable.tsx";
import { t as toolText } from "#components/catalog/tool/tool-words.ts";
import { Section } from "#components/layout/section.tsx";
import { ComponentList } from "#components/trust/tab/component-list.tsx";
import { GateNotes } from "#components/trust/tab/gate-notes.tsx";
import { RaiseList } from "#components/trust/tab/raise-list.tsx";
import { RatingHistory } from "#components/trust/tab/rating-history.tsx";
import { ReviewForm } from "#components/trust/tab/review-form.tsx";
import { t } from "#components/trust/tab/tab-words.ts";
import { bandWord } from "#components/trust/trust-words.ts";
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

/** The number and its band as the head of the section. */
function ratingTitle({ mark }: TrustOfTool): string {
  return mark.score === null
    ? t("rating")
    : t("ratingOf", { score: Math.round(mark.score), band: bandWord(mark) });
}

/** The mark itself stands beside every tab of the page. */
function Standing({ trust, rating, settings }: RatedProps) {
  const { strength, gates } = rating;
  return (
    <div className="measure flex flex-col gap-3">
      <GateNotes trust={trust} rating={rating} words={gates.map((gate) => explainGate(gate, settings))} />
      {gates.some(({ kind }) => kind === "not-yet-rated") && <p>{t("notRatedText")}</p>}
      <p>
        <span className="font-semibold">{t(strength.word)}.</span>{" "}
        {t("strengthText", { share: formatShare(strength.value) })}{" "}
        {rating.hasSample && <span className="text-muted">{t("includesSample")}</span>}
      </p>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <TextLink href="/docs/trust">{t("method")}</TextLink>
        {trust.computedAt && (
          <span className="text-muted">
            {t("computed")} <Time value={trust.computedAt} />
          </span>
        )}
      </p>
    </div>
  );
}

function Rated({ trust, rating, settings }: RatedProps) {
  return (
    <>
      <Section title={ratingTitle(trust)}>
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
