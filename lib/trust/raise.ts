import { countedRatings, majorOf, type RatingRow } from "#lib/reviews/counted-ratings.ts";
import { dayMs } from "#lib/trust/bounds.ts";
import type { ReviewFact, TrustFacts } from "#lib/trust/facts.ts";
import { rate } from "#lib/trust/rate.ts";
import type { RatingResult } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";
import type { Raise, RaiseKind } from "#lib/trust/view.ts";

type Candidate = { readonly kind: RaiseKind; readonly name: string | null; readonly facts: TrustFacts };

const morePeople = 10;
const leastGain = 0.05;

function reviewCandidates(facts: TrustFacts, { components }: RatingResult): Candidate[] {
  return components.compliance.reviews
    .filter(({ state }) => state !== "in-date")
    .map(({ kind, state }) => {
      const passed: ReviewFact = {
        kind,
        outcome: "passed",
        reviewer: "",
        reviewedAt: facts.at,
        expiresAt: new Date(facts.at.getTime() + 180 * dayMs),
      };
      return {
        kind: state === "missing" ? "review" : "renew-review",
        name: kind,
        facts: { ...facts, reviews: [...facts.reviews, passed] },
      };
    });
}

function ownershipCandidates(facts: TrustFacts, { components }: RatingResult): Candidate[] {
  const { ownership } = components;
  if (!facts.ownership.team) return [];
  const candidate = (kind: RaiseKind, more: Partial<TrustFacts["ownership"]>): Candidate => ({
    kind,
    name: null,
    facts: { ...facts, ownership: { ...facts.ownership, ...more } },
  });
  const answered = facts.ownership.questions.map(({ askedAt }) => ({ askedAt, answeredAt: askedAt }));
  return [
    ...(ownership.isConfirmed ? [] : [candidate("confirm", { confirmedAt: facts.at })]),
    ...(ownership.maintainers >= 2
      ? []
      : [candidate("maintainer", { activeMaintainers: 2, unownedSince: null })]),
    ...(ownership.answerWorkingDays === null ? [] : [candidate("answer", { questions: answered })]),
    ...(ownership.hasContact ? [] : [candidate("contact", { hasContact: true })]),
  ];
}

function evaluationCandidates(facts: TrustFacts, { components }: RatingResult): Candidate[] {
  const { suites } = components.evaluation;
  const version = facts.version ?? "";
  if (suites.length === 0) {
    const suite = { suite: "new", title: "", version, floor: 0, target: 0, isOwnerReported: false };
    const run = { ...suite, passed: 200, items: 200, ranAt: facts.at };
    return [{ kind: "evaluate", name: null, facts: { ...facts, suites: [run] } }];
  }
  if (suites.every(({ isOwnerReported, isCurrent }) => isCurrent && !isOwnerReported)) return [];
  const repeated = facts.suites.map((run) => ({ ...run, version, isOwnerReported: false, ranAt: facts.at }));
  return [{ kind: "evaluate-again", name: null, facts: { ...facts, suites: repeated } }];
}

function reliabilityCandidates(facts: TrustFacts, { components }: RatingResult): Candidate[] {
  const { value, needed, slo } = components.reliability;
  if (value === null) {
    const calls = { good: needed, valid: needed };
    return [{ kind: "more-calls", name: null, facts: { ...facts, calls } }];
  }
  if (value >= 1) return [];
  const kept = (count: { good: number; valid: number }) => ({
    ...count,
    good: Math.max(count.good, count.valid * (1 - (1 - slo) / 2)),
  });
  const better = { calls: kept(facts.calls), probes: kept(facts.probes) };
  return [{ kind: "fewer-failures", name: null, facts: { ...facts, ...better } }];
}

/** As many more people who rate it as those before them did. */
function ratingCandidates(facts: TrustFacts): Candidate[] {
  const { ratings, near, version, at } = facts;
  const major = version === null ? null : majorOf(version);
  const { counted } = countedRatings(ratings, { ...near, major, now: at });
  if (counted.length === 0) return [];
  const more = Array.from({ length: morePeople }, (_, which): RatingRow[] => {
    const like = counted[Math.floor((which * counted.length) / morePeople)]?.row;
    const id = `another ${which}`;
    const person = { id, personId: id, teamId: id, teamNowId: id, isActivePerson: true };
    return like ? [{ ...like, ...person, ratedAt: at, changedAt: null }] : [];
  }).flat();
  return [{ kind: "more-ratings", name: null, facts: { ...facts, ratings: [...ratings, ...more] } }];
}

/**
 * What would raise the number, most first: each step is carried out on the facts and the tool rated again. A step that
 * gives a tool its first number comes before all others.
 */
export function raisesOf(facts: TrustFacts, settings: TrustSettings, rating: RatingResult): Raise[] {
  if (facts.isBlocked || facts.lifecycle === "deprecated" || facts.lifecycle === "retired") return [];
  const candidates = [
    ...reviewCandidates(facts, rating),
    ...ownershipCandidates(facts, rating),
    { kind: "verify-docs" as const, name: null, facts: withVerifiedDocs(facts) },
    ...evaluationCandidates(facts, rating),
    ...reliabilityCandidates(facts, rating),
    ...ratingCandidates(facts),
  ];
  return candidates
    .map(({ kind, name, facts: better }): Raise => {
      const after = rate(better, settings);
      const isFirst = rating.score === null && after.score !== null;
      const points =
        rating.score === null || after.score === null
          ? after.uncapped - rating.uncapped
          : after.score - rating.score;
      return { kind, name, points, isFirst };
    })
    .filter(({ points, isFirst }) => isFirst || points >= leastGain)
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.points - a.points);
}

function withVerifiedDocs(facts: TrustFacts): TrustFacts {
  return { ...facts, docs: { verifiedAt: facts.at, verifiedBy: "" } };
}
