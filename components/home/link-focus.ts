import type { KeyboardEvent } from "react";

/**
 * Moves the focus with the arrow keys among the links of `list`, and from its first link back to `field`.
 * @returns whether the key was taken
 */
export function moveAmongLinks(
  event: KeyboardEvent,
  field: HTMLElement | null,
  list: HTMLElement | null,
): boolean {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return false;
  const links = [...(list?.querySelectorAll<HTMLElement>("a[href]") ?? [])];
  if (links.length === 0) return false;
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = event.key === "ArrowDown" ? Math.min(at + 1, links.length - 1) : at - 1;
  event.preventDefault();
  (next < 0 ? field : links[next])?.focus();
  return true;
}
