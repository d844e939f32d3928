"use client";

import { useSyncExternalStore } from "react";
import { mostCompared } from "#components/catalog/compare/compare-address.ts";

export type Pick = { readonly slug: string; readonly name: string };

const place = "weft-compare";
const none: readonly Pick[] = [];
const listeners = new Set<() => void>();
let picks: readonly Pick[] | undefined;

const isPick = (value: unknown): value is Pick =>
  typeof value === "object" &&
  value !== null &&
  "slug" in value &&
  typeof value.slug === "string" &&
  "name" in value &&
  typeof value.name === "string";

/** What is kept for this tab; a browser that keeps nothing, or something else, counts as nothing kept. */
function stored(): readonly Pick[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(place) ?? "[]");
    return Array.isArray(value) ? value.filter(isPick).slice(0, mostCompared) : none;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return none;
    throw error;
  }
}

function read(): readonly Pick[] {
  picks ??= stored();
  return picks;
}

/** Replaces what is picked, for this tab as long as it is open. */
export function setPicks(next: readonly Pick[]): void {
  picks = next;
  try {
    sessionStorage.setItem(place, JSON.stringify(next));
  } catch (error) {
    // A browser that keeps nothing still compares until the page is loaded again.
    if (!(error instanceof DOMException)) throw error;
  }
  for (const tell of listeners) tell();
}

/** Adds a tool, or takes it out; false when four are picked already. */
export function togglePick(tool: Pick): boolean {
  const now = read();
  const others = now.filter(({ slug }) => slug !== tool.slug);
  if (others.length < now.length) setPicks(others);
  else if (now.length >= mostCompared) return false;
  else setPicks([...now, { slug: tool.slug, name: tool.name }]);
  return true;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The tools picked for a comparison, in the order of picking; none until the page is alive. */
export function usePicks(): readonly Pick[] {
  return useSyncExternalStore(subscribe, read, () => none);
}
