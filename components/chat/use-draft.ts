"use client";

import { useEffect, useState } from "react";

const keyOf = (place: string) => `weft-draft-${place}`;

function keep(place: string, text: string): void {
  if (text) sessionStorage.setItem(keyOf(place), text);
  else sessionStorage.removeItem(keyOf(place));
}

type Draft = {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Empties the field while the text is on its way; it stays kept until `release`. */
  readonly hold: () => void;
  /** The text has arrived: only what was written meanwhile is kept. */
  readonly release: () => void;
};

/** The unsent text of a place, kept in this browser over reloads. */
export function useDraft(place: string, initial: string): Draft {
  const [text, setText] = useState(initial);
  // The browser's storage is read once the page is there; the server knows nothing of it.
  useEffect(() => {
    const kept = sessionStorage.getItem(keyOf(place));
    if (kept && initial === "") setText(kept);
  }, [place, initial]);
  return {
    text,
    change: (next) => {
      setText(next);
      keep(place, next);
    },
    hold: () => setText(""),
    release: () => {
      setText((now) => {
        keep(place, now);
        return now;
      });
    },
  };
}
