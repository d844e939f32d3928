"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { sampleNoticeCookie } from "#components/layout/shell-types.ts";
import { setPreferenceCookie } from "#components/providers/set-cookie.ts";
import { Button } from "#components/ui/button.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

/** One line that tells sample data from real, until it is closed. */
export function SampleNotice() {
  const [closed, setClosed] = useState(false);
  if (closed) return null;
  const close = () => {
    setPreferenceCookie(sampleNoticeCookie, "closed");
    setClosed(true);
  };
  return (
    <aside className="flex items-center justify-between gap-4 border-b bg-sunken pr-2 pl-8 text-muted text-small max-md:pl-4">
      <p className="py-1.5">{t("sampleNotice")}</p>
      <Button variant="quiet" size="icon" aria-label={t("sampleNoticeClose")} onClick={close}>
        <X />
      </Button>
    </aside>
  );
}
