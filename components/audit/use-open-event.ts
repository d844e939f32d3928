"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { type AuditSearch, auditAddress, readAuditSearch } from "#components/audit/audit-address.ts";
import type { ContextKind } from "#lib/audit/schema.ts";

type OpenEvent = {
  readonly id: string | undefined;
  readonly by: ContextKind | undefined;
  /** Opens an event over the list, or moves on from the open one. */
  open: (id: string, by?: ContextKind) => void;
  close: () => void;
};

/** Gives the focus back to the row whose panel was closed, after the panel has let go of it. */
function useFocusBack(id: string | undefined): void {
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    const closed = last.current;
    last.current = id;
    if (id !== undefined || closed === undefined) return;
    const timer = setTimeout(() => document.querySelector<HTMLElement>(`a[data-row="${closed}"]`)?.focus());
    return () => clearTimeout(timer);
  }, [id]);
}

/**
 * Which event's panel is open. It stands in the address, so it can be sent and survives a reload, but moving between
 * events does not search the trail again: that would be an event of its own each time.
 */
export function useOpenEvent(search: AuditSearch): OpenEvent {
  const { event: id, by } = readAuditSearch(Object.fromEntries(useSearchParams()));
  const openedHere = useRef(false);
  useFocusBack(id);
  return {
    id,
    by,
    open: (next, nextBy) => {
      const address = auditAddress({ ...search, event: next, by: nextBy });
      if (id) window.history.replaceState(null, "", address);
      else {
        openedHere.current = true;
        window.history.pushState(null, "", address);
      }
    },
    close: () => {
      if (openedHere.current) window.history.back();
      else
        window.history.replaceState(null, "", auditAddress({ ...search, event: undefined, by: undefined }));
      openedHere.current = false;
    },
  };
}
