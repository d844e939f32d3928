"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

const gap = 16;
/** Further from the end than this, a button leads there. */
const far = 120;

/** Where a thread rests: its newest turn begins at the top, unless all of it fits. */
function restOf(box: HTMLElement): number {
  const end = box.scrollHeight - box.clientHeight;
  const turn = [...box.querySelectorAll("[data-turn]")].at(-1);
  if (!turn) return end;
  const top = turn.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - gap;
  return Math.max(0, Math.min(end, top));
}

type TurnScroll = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** What is hidden below: nothing, more of the answer, or a card that waits for the person. */
  readonly below: "nothing" | "more" | "card";
  readonly toTurn: () => void;
  readonly toEnd: () => void;
};

/**
 * Scrolls with an answer as it grows until its question reaches the top, so that one reads from the beginning; then
 * it stays. A reader who scrolls is left alone.
 */
export function useTurnScroll(): TurnScroll {
  const box = useRef<HTMLDivElement>(null);
  const mode = useRef<"turn" | "end" | "reader">("turn");
  const placed = useRef(0);
  const [below, setBelow] = useState<TurnScroll["below"]>("nothing");

  const look = () => {
    const element = box.current;
    if (!element) return;
    const isHidden = element.scrollHeight - element.scrollTop - element.clientHeight > far;
    const card = [...element.querySelectorAll("[data-waits]")].at(-1);
    const isCardHidden =
      card && card.getBoundingClientRect().top > element.getBoundingClientRect().bottom - far / 2;
    setBelow(isCardHidden ? "card" : isHidden ? "more" : "nothing");
  };
  const place = () => {
    const element = box.current;
    if (!element) return;
    if (mode.current !== "reader") {
      element.scrollTop = mode.current === "end" ? element.scrollHeight : restOf(element);
      placed.current = element.scrollTop;
    }
    look();
  };
  const placeLatest = useRef(place);
  placeLatest.current = place;

  // The sizes of the thread and of its window are the browser's to tell.
  useEffect(() => {
    const element = box.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const observer = new ResizeObserver(() => placeLatest.current());
    observer.observe(element);
    observer.observe(content);
    return () => observer.disconnect();
  }, []);

  const go = useCallback((to: "turn" | "end") => {
    mode.current = to;
    placeLatest.current();
  }, []);
  return {
    box,
    below,
    onScroll: () => {
      const element = box.current;
      if (!element) return;
      if (Math.abs(element.scrollTop - placed.current) > 2) mode.current = "reader";
      look();
    },
    toTurn: useCallback(() => go("turn"), [go]),
    toEnd: useCallback(() => go("end"), [go]),
  };
}
