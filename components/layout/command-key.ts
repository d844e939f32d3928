"use client";

import { useIsInBrowser } from "#components/ui/now.tsx";

/** The name of the key that opens the palette together with K, on this machine. */
export function useCommandKey(): string {
  const inBrowser = useIsInBrowser();
  return inBrowser && navigator.userAgent.includes("Mac") ? "⌘" : "Ctrl";
}
