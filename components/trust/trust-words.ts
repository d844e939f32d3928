import { type TrustRating, type TrustThread, trustThreads } from "#components/trust/trust-rating.ts";
import { trust } from "#lib/messages/en/trust.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(trust);

/** The word of the band; without a number what holds it back, or that there is no rating yet. */
export function bandWord(rating: TrustRating): string {
  if (rating.band !== null && rating.score !== null) return t(rating.band);
  return rating.gate?.words ?? t("notRated");
}

/** What one thread says, in a sentence. */
export function threadSentence(rating: TrustRating, thread: TrustThread): string {
  const told = rating.sentences?.[thread];
  if (told) return told;
  const value = rating.threads[thread];
  if (value === null) return t("sentenceNone", { component: t(thread) });
  return t("sentence", { component: t(thread), value: Math.round(value * 100) });
}

/** Everything that the mark shows, for those who do not see it. */
export function trustLabel(rating: TrustRating): string {
  const head =
    rating.score === null || rating.band === null
      ? rating.gate
        ? t("labelGated")
        : t("labelNotRated")
      : t("label", { score: Math.round(rating.score), band: t(rating.band) });
  const gate = rating.gate ? `${rating.gate.words.replace(/[.\s]+$/, "")}.` : null;
  const sentences = trustThreads.map((thread) => threadSentence(rating, thread));
  return [head, gate, rating.thin ? t("labelThin") : null, ...sentences].filter(Boolean).join(" ");
}
