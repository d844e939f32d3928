"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef } from "react";

const pauseMs = 1500;

/** Asks the server for the page again a moment after the last save, for what stands around the editor. */
export function useRefresh(): () => void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  return useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), pauseMs);
  }, [router]);
}
