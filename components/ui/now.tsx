"use client";

import { createContext, type ReactNode, use, useSyncExternalStore } from "react";

const tickMs = 30_000;
const NowContext = createContext<number | null>(null);

let current = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    current = Date.now();
    for (const tell of listeners) tell();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// The snapshot may only change when the store says so; a stale one is renewed when the first reader comes.
function snapshot() {
  if (Date.now() - current > tickMs) current = Date.now();
  return current;
}

/** Carries the moment of the server's rendering, so that the first rendering in the browser says the same. */
export function NowProvider({ now, children }: { now: number; children: ReactNode }) {
  return <NowContext value={now}>{children}</NowContext>;
}

/** The present moment in milliseconds, renewed every half minute; the same on server and browser while hydrating. */
export function useNow(): number {
  const rendered = use(NowContext);
  return useSyncExternalStore(subscribe, snapshot, () => rendered ?? Date.now());
}

const never = () => () => undefined;

/** False on the server and while hydrating, true afterwards: for what only the browser knows, such as the time zone. */
export function useIsInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
