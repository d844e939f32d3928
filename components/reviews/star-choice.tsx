"use client";

import { Star } from "lucide-react";
import { useState } from "react";
import { starWord, t } from "#components/reviews/review-words.ts";
import { cn } from "#components/ui/cn.ts";

const places = [1, 2, 3, 4, 5] as const;

type StarChoiceProps = {
  id: string;
  /** 0 for none yet. */
  value: number;
  onValueChange: (stars: number) => void;
  error?: string | undefined;
};

/** One to five stars as five radio buttons; what the chosen number means stands beside them. */
export function StarChoice({ id, value, onValueChange, error }: StarChoiceProps) {
  const [hovered, setHovered] = useState(0);
  const shown = hovered || value;
  return (
    <fieldset className="flex min-w-0 flex-col gap-1" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="pb-1 font-semibold">{t("starsLegend")}</legend>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="-ml-1.5 flex">
          {places.map((place) => (
            <label
              key={place}
              onPointerEnter={() => setHovered(place)}
              onPointerLeave={() => setHovered(0)}
              className="relative grid size-8 cursor-pointer place-items-center rounded-control has-focus-visible:outline-2 has-focus-visible:outline-accent max-md:size-11"
            >
              <input
                type="radio"
                id={place === 1 ? id : undefined}
                name={id}
                value={place}
                checked={value === place}
                onChange={() => onValueChange(place)}
                aria-label={t("starLabel", { count: place, word: starWord(place) })}
                aria-invalid={error ? true : undefined}
                className="absolute inset-0 cursor-pointer appearance-none opacity-0"
              />
              <Star
                aria-hidden="true"
                className={cn("size-5", place <= shown ? "fill-current text-accent" : "text-muted")}
              />
            </label>
          ))}
        </div>
        <span aria-hidden="true" className={cn(shown === 0 && "text-muted text-small")}>
          {shown === 0 ? t("choose") : starWord(shown)}
        </span>
      </div>
      {error && (
        <p id={`${id}-error`} className="text-danger text-small">
          {error}
        </p>
      )}
    </fieldset>
  );
}
