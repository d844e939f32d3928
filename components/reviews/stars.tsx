import { Star } from "lucide-react";
import { t } from "#components/reviews/review-words.ts";
import { cn } from "#components/ui/cn.ts";

const places = [1, 2, 3, 4, 5] as const;

/** A given number of stars. */
export function Stars({ value }: { value: number }) {
  return (
    <span role="img" aria-label={t("starsOf", { count: value })} className="inline-flex gap-0.5">
      {places.map((place) => (
        <Star key={place} className={cn(place <= value ? "fill-current text-accent" : "text-faint")} />
      ))}
    </span>
  );
}
