import { trustSentences } from "#lib/messages/en/trust.ts";
import { formatNumber, formatShare } from "#lib/messages/format.ts";
import { locale, translator } from "#lib/messages/translate.ts";
import { ratersToShow, teamsToShow } from "#lib/reviews/counted-ratings.ts";
import type { TrustComponent } from "#lib/trust/mark.ts";
import type { ComponentResults, GateKind, TrustGate } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

const t = translator(trustSentences);
const dateFormat = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
const day = (iso: string) => dateFormat.format(new Date(iso));
const join = (...sentences: (string | false | null)[]) => sentences.filter(Boolean).join(" ");

function ofEvaluation({ suites }: ComponentResults["evaluation"]): string {
  if (suites.length === 0) return t("evaluationNone");
  return join(
    ...suites
      .toSorted((a, b) => a.earned - b.earned)
      .map(({ title, passed, items, bound, version, isOwnerReported, isCurrent }) =>
        join(
          t("suite", {
            title,
            passed,
            items,
            bound: formatShare(bound),
            by: t(isOwnerReported ? "byOwner" : "byPortal"),
            version,
          }),
          !isCurrent && t("otherVersion"),
        ),
      ),
  );
}

function ofReliability(result: ComponentResults["reliability"], settings: TrustSettings): string {
  const { value, good, valid, probesGood, probesValid, ownCalls, needed, slo, hasPromise } = result;
  const { windowDays: days, probesOnly } = settings.reliability;
  const promise = t(hasPromise ? "promised" : "notPromised", { slo: formatShare(slo) });
  return join(
    t("reliability", { good, count: valid, days, promise }),
    probesValid > 0 ? t("probes", { count: probesValid, good: probesGood }) : t("probesNone"),
    value === null && t("reliabilityThin", { needed }),
    value !== null && valid === 0 && t("probesOnly", { cap: probesOnly * 100 }),
    ownCalls > 0 && t("ownCalls", { count: ownCalls }),
  );
}

/** The name of a kind of review, such as "Security review". */
export function reviewName(kind: string): string {
  return kind === "security" || kind === "privacy" ? t(kind) : t("otherReview", { kind });
}

const reviewSentence = {
  "in-date": "reviewInDate",
  expired: "reviewExpired",
  failed: "reviewFailed",
} as const;

function ofCompliance({ value, reviews }: ComponentResults["compliance"]): string {
  if (reviews.length === 0) return t("complianceFree");
  if (value === null) {
    return t("complianceNone", { names: reviews.map(({ kind }) => reviewName(kind)).join(", ") });
  }
  const names = reviews
    .map(({ kind, state, reviewer, expiresAt }) => {
      const name = reviewName(kind);
      if (state === "missing" || reviewer === null) return t("reviewMissing", { name });
      return t(reviewSentence[state], { name, reviewer, date: expiresAt ? day(expiresAt) : "" });
    })
    .join("; ");
  const met = reviews.filter(({ state }) => state === "in-date").length;
  if (met === reviews.length) return t("complianceAll", { count: met, names });
  return t("complianceSome", { met, all: reviews.length, names });
}

function ofOwnership(result: ComponentResults["ownership"]): string {
  const { team, maintainers, confirmedAt, answerWorkingDays } = result;
  if (team === null) return t("ownershipNone");
  return join(
    t(result.hasActiveTeam ? "owned" : "ownedInactive", { team }),
    t(maintainers >= 2 ? "maintainersTwo" : maintainers === 1 ? "maintainersOne" : "maintainersNone"),
    confirmedAt === null
      ? t("neverConfirmed")
      : t(result.isConfirmed ? "confirmedOn" : "confirmedLate", { date: day(confirmedAt) }),
    answerWorkingDays !== null
      ? t("answers", { days: formatNumber(answerWorkingDays) })
      : t(result.questions > 0 ? "answersOpen" : "answersNone"),
    !result.hasContact && t("noContact"),
    !result.hasSuccessor && t("noSuccessor"),
  );
}

function ofFreshness(result: ComponentResults["freshness"]): string {
  const { docsVerifiedAt, docsVerifiedBy, docs, evaluatedAt, evaluation } = result;
  if (result.value === null) return t("freshnessNone");
  return join(
    docsVerifiedAt
      ? t("docsVerified", { name: docsVerifiedBy ?? "", date: day(docsVerifiedAt) })
      : t("docsNever"),
    docs !== null && docs < 1 && t("docsFaded", { share: formatShare(docs) }),
    evaluatedAt !== null && t("suitesRun", { date: day(evaluatedAt) }),
    evaluation !== null && evaluation < 1 && t("suitesFaded", { share: formatShare(evaluation) }),
  );
}

function ofPeople({ counted, teams, average }: ComponentResults["people"]): string {
  if (counted === 0) return t("peopleNone");
  return average === null
    ? t("peopleFew", { count: counted, raters: ratersToShow, teams: teamsToShow })
    : // Not the average: who may rate gives stars before seeing those of others.
      t("peopleEnough", { count: counted, teams });
}

/** Each component in a sentence that a reader understands, with its counts. */
export function explainComponents(
  components: ComponentResults,
  settings: TrustSettings,
): Record<TrustComponent, string> {
  return {
    evaluation: ofEvaluation(components.evaluation),
    reliability: ofReliability(components.reliability, settings),
    compliance: ofCompliance(components.compliance),
    ownership: ofOwnership(components.ownership),
    freshness: ofFreshness(components.freshness),
    people: ofPeople(components.people),
  };
}

/** A gate in words, such as "Held at 64: a required review expired". */
export function explainGate({ kind, cap }: Pick<TrustGate, "kind" | "cap">, settings: TrustSettings): string {
  switch (kind) {
    case "blocked":
      return t("gateBlocked");
    case "unowned":
      return t("gateUnowned", { days: settings.gates.unownedDays });
    case "not-yet-rated":
      return t("gateNot-yet-rated");
    case "deprecated":
      return t("gateDeprecated");
    default:
      return t(`gate${capitalised(kind)}`, { cap: cap ?? 0 });
  }
}

/** What a gate is about, in a few words, such as "an expired review". */
export function gateName(kind: GateKind): string {
  return t(`name${capitalised(kind)}`);
}

function capitalised<const Kind extends GateKind>(kind: Kind): Capitalize<Kind> {
  return (kind.charAt(0).toUpperCase() + kind.slice(1)) as Capitalize<Kind>;
}
