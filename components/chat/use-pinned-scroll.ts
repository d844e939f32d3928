"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Keeps a scroll box at its end while it grows, unless the reader has scrolled up. */
export function usePinnedScroll(revision: number): {
  box: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  toEnd: () => void;
} {
  const box = useRef<HTMLDivElement>(null);
  const isPinned = useRef(true);
  useEffect(() => {
    const element = box.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const follow = () => {
      if (isPinned.current) element.scrollTop = element.scrollHeight;
    };
    const observer = new ResizeObserver(follow);
    observer.observe(content);
    if (revision >= 0) follow();
    return () => observer.disconnect();
  }, [revision]);
  return {
    box,
    onScroll: () => {
      const element = box.current;
      if (element) isPinned.current = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
    },
    toEnd: () => {
      isPinned.current = true;
    },
  };
}
