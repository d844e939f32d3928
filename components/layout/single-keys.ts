"use client";

import { useSyncExternalStore } from "react";

const key = "weft-single-keys";
const changed = "weft-single-keys-changed";

function subscribe(listener: () => void) {
  window.addEventListener("storage", listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener("storage", listener);
    window.removeEventListener(changed, listener);
  };
}

const read = () => window.localStorage.getItem(key) !== "off";

/** Whether shortcuts of a single letter are on; kept in this browser. */
export function useSingleKeys() {
  const on = useSyncExternalStore(subscribe, read, () => true);
  const setOn = (next: boolean) => {
    window.localStorage.setItem(key, next ? "on" : "off");
    window.dispatchEvent(new Event(changed));
  };
  return { on, setOn };
}
