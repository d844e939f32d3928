"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { playground } from "#lib/messages/en/playground.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(playground);

/** Reads the draft again, as it was saved elsewhere meanwhile. Calls run with the newest one in any case. */
export function NewestDraft() {
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  return (
    <Button
      variant="quiet"
      size="small"
      pending={isLoading}
      onClick={() => startLoading(() => router.refresh())}
    >
      {t("newest")}
    </Button>
  );
}
