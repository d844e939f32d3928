"use client";

import { useEffect, useState } from "react";

const keyOf = (place: string) => `weft-draft-${place}`;

/** The unsent text of a place, kept in this browser over reloads. */
export function useDraft(place: string, initial: string): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(initial);
  // The browser's storage is read once the page is there; the server knows nothing of it.
  useEffect(() => {
    const kept = sessionStorage.getItem(keyOf(place));
    if (kept && initial === "") setText(kept);
  }, [place, initial]);
  const change = (next: string) => {
    setText(next);
    if (next) sessionStorage.setItem(keyOf(place), next);
    else sessionStorage.removeItem(keyOf(place));
  };
  return [text, change, () => change("")];
}
