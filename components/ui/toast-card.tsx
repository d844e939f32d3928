"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { dismissToast, type Toast } from "#components/ui/toast-store.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);
const shownMs = 6000;

/** One message. It goes after six seconds unless it is a failure, offers an act, or is being looked at. */
export function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  const stays = held || toast.tone === "danger" || toast.action !== undefined;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => dismissToast(toast.id), shownMs);
    return () => clearTimeout(timer);
  }, [stays, toast.id]);
  return (
    <li
      aria-live={toast.tone === "danger" ? "assertive" : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="float pointer-events-auto flex w-96 max-w-full animate-fade items-start gap-3 p-3"
    >
      {toast.tone === "positive" && <CircleCheck className="mt-[3px] text-positive" />}
      {toast.tone === "danger" && <CircleAlert className="mt-[3px] text-danger" />}
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{toast.title}</p>
        {toast.description && <p className="text-muted">{toast.description}</p>}
        {toast.requestId && (
          <p className="flex items-center gap-1 text-muted text-small">
            <code className="truncate text-code">{toast.requestId}</code>
            <CopyButton text={toast.requestId} label={t("copyRequestId")} />
          </p>
        )}
      </div>
      {toast.action && (
        <Button
          size="small"
          onClick={() => {
            toast.action?.onSelect();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button
        variant="quiet"
        size="icon"
        aria-label={t("dismiss")}
        className="-my-1 -mr-1"
        onClick={() => dismissToast(toast.id)}
      >
        <X />
      </Button>
    </li>
  );
}
