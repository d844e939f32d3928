export type ShortcutAct = "palette" | "help" | "sidebar" | "search" | { href: string };

type KeyPress = Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "altKey" | "defaultPrevented" | "target">;

const sequenceMs = 1200;
const places: Record<string, string> = { h: "/", t: "/catalog", c: "/chat", m: "/my", i: "/inbox" };

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[role='dialog'], [role='menu'], [role='listbox']"))
    return true;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/**
 * Turns key presses into acts of the frame. Single keys count only outside of fields and dialogs and only when
 * `singleKeys` says so (WCAG 2.1.4); `g` waits a moment for its second letter.
 */
export function shortcutTracker(singleKeys: () => boolean, now: () => number = Date.now) {
  let waitingSince: number | null = null;
  return (press: KeyPress): ShortcutAct | null => {
    if (press.defaultPrevented || press.altKey) return null;
    if ((press.metaKey || press.ctrlKey) && press.key.toLowerCase() === "k") return "palette";
    if (press.metaKey || press.ctrlKey || !singleKeys() || isTyping(press.target)) return null;
    const waiting = waitingSince !== null && now() - waitingSince < sequenceMs;
    waitingSince = null;
    const href = places[press.key];
    if (waiting && href) return { href };
    if (press.key === "g") waitingSince = now();
    if (press.key === "?") return "help";
    if (press.key === "/") return "search";
    if (press.key === "[") return "sidebar";
    return null;
  };
}
