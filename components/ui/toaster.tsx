"use client";

import { useSyncExternalStore } from "react";
import { ToastCard } from "#components/ui/toast-card.tsx";
import { toastStore } from "#components/ui/toast-store.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

/** The corner where toasts appear; one per page, after everything else so that it lies on top. */
export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read, toastStore.readOnServer);
  return (
    <ol
      aria-label={t("notifications")}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--shell-bottom)+1rem)] flex flex-col items-end gap-2 layer-toast"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </ol>
  );
}
