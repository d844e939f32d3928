"use client";

import { useCallback, useEffect, useRef } from "react";
import { sendSearchNote } from "#components/catalog/queries.ts";

const restMs = 1500;
const fewestLetters = 2;

/**
 * Keeps what was typed as a finished search when the person rests, or at once through the function it returns
 * (Enter, a result opened, which is kept with the search). What stood in the address at the start was kept before;
 * nothing is kept twice.
 */
export function useSearchNote(words: string): (openedId?: string) => void {
  const kept = useRef(new Set([words.trim()]));
  const keep = useCallback(
    (openedId?: string) => {
      const text = words.trim();
      if (text.length < fewestLetters || (!openedId && kept.current.has(text))) return;
      kept.current.add(text);
      // The person came to find a tool: a note that is lost is lost.
      sendSearchNote(text, openedId).catch(() => undefined);
    },
    [words],
  );
  useEffect(() => {
    const timer = setTimeout(keep, restMs);
    return () => clearTimeout(timer);
  }, [keep]);
  return keep;
}
