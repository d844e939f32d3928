import { trust } from "#lib/messages/en/trust.ts";
import { translator } from "#lib/messages/translate.ts";
import { type TrustComponent, type TrustRating, trustComponents } from "#lib/trust/mark.ts";

const t = translator(trust);

/** The word of the band; without a number what holds it back, or that there is no rating yet. */
export function bandWord(rating: TrustRating): string {
  if (rating.band !== null && rating.score !== null) return t(rating.band);
  return rating.gate?.words ?? t("notRated");
}

/** What one thread says, in a sentence. */
export function threadSentence(rating: TrustRating, thread: TrustComponent): string {
  const told = rating.sentences?.[thread];
  if (told) return told;
  const value = rating.threads[thread];
  if (value === null) return t("sentenceNone", { component: t(thread) });
  return t("sentence", { component: t(thread), value: Math.round(value * 100) });
}

/** Everything that the mark shows, for those who do not see it. */
export function trustLabel(rating: TrustRating): string {
  const inView = [rating.score === null ? null : Math.round(rating.score), bandWord(rating)];
  const gate = rating.gate && rating.score !== null ? rating.gate.words : null;
  const head = [
    t("label", { words: inView.filter((part) => part !== null).join(" ") }),
    rating.thin ? t("labelThin") : null,
    gate,
  ];
  return `${head
    .filter((part) => part !== null)
    .map(sentence)
    .join(" ")} ${threadSentences(rating)}`;
}

/** What each of the six threads says, one sentence after the other. */
export function threadSentences(rating: TrustRating): string {
  return trustComponents.map((thread) => threadSentence(rating, thread)).join(" ");
}

const sentence = (words: string) => `${words.replace(/[.\s]+$/, "")}.`;
