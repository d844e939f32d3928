"use client";

import { bandInk } from "#components/trust/band-ink.ts";
import { TrustSentences } from "#components/trust/trust-sentences.tsx";
import { TrustThreads } from "#components/trust/trust-threads.tsx";
import { bandWord, threadSentences, trustLabel } from "#components/trust/trust-words.ts";
import { cn } from "#components/ui/cn.ts";
import { HoverCard } from "#components/ui/hover-card.tsx";
import { trust } from "#lib/messages/en/trust.ts";
import { translator } from "#lib/messages/translate.ts";
import type { TrustRating } from "#lib/trust/mark.ts";

const t = translator(trust);

type TrustMarkProps = {
  rating: TrustRating;
  /** `small`: threads and number only. */
  size?: "normal" | "small";
  /** False inside a link, where a second focusable thing has no place: the label then carries all of it. */
  interactive?: boolean;
  /** False where there is no room for the words of a gate: its line is drawn, its words are in the label. */
  gateWords?: boolean;
};

/** Trust as six threads, number and band; hover or focus opens one sentence per thread. */
export function TrustMark({ rating, size = "normal", interactive = true, gateWords = true }: TrustMarkProps) {
  const ink = bandInk(rating);
  const small = size === "small";
  // The spaces separate the words in the accessible name; in view the gap does.
  const mark = (
    <span className="inline-flex flex-col items-start gap-1">
      <span className={cn("inline-flex items-center gap-2", small && "gap-1.5", ink)}>
        <TrustThreads rating={rating} />{" "}
        {rating.score !== null && (
          <span className={small ? "font-semibold text-small" : "text-lead"}>{Math.round(rating.score)}</span>
        )}{" "}
        <span className={cn(small && "sr-only", rating.score !== null && "whitespace-nowrap")}>
          {bandWord(rating)}
        </span>{" "}
        {rating.thin && rating.score !== null && (
          <span className={small ? "sr-only" : "whitespace-nowrap text-muted text-small"}>{t("thin")}</span>
        )}
      </span>{" "}
      {rating.gate && rating.score !== null && (
        <span className={small || !gateWords ? "sr-only" : "text-muted text-small"}>{rating.gate.words}</span>
      )}
    </span>
  );
  if (!interactive) {
    return (
      <span role="img" aria-label={trustLabel(rating)} className="inline-flex">
        {mark}
      </span>
    );
  }
  return (
    <HoverCard
      trigger={
        <button type="button" className="relative inline-flex cursor-help rounded-chip text-left">
          <span className="sr-only">{t("labelStart")} </span>
          {mark}
          <span className="sr-only"> {threadSentences(rating)}</span>
        </button>
      }
    >
      <TrustSentences rating={rating} />
    </HoverCard>
  );
}
