"use client";

import { useMutation } from "@tanstack/react-query";
import { continueRun } from "#components/runs/mutations.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { RunState } from "#lib/runs/fold-events.ts";

const t = translator(chat);

type InterruptedNoticeProps = {
  readonly runId: string;
  /** Why it broke off, where that is known. */
  readonly error: RunState["error"];
  /** Called once it goes on; left out where only the newest answer can. */
  readonly onContinued?: (() => void) | undefined;
};

/** Stands under an answer that broke off, and lets it go on. */
export function InterruptedNotice({ runId, error, onContinued }: InterruptedNoticeProps) {
  const resume = useMutation({
    mutationFn: () => continueRun(runId),
    onSuccess: () => onContinued?.(),
    onError: (failure) =>
      showToast({
        tone: "danger",
        title: t("continueFailed"),
        description: [failure.message, failure instanceof ApiError ? failure.mend : ""]
          .filter(Boolean)
          .join(" "),
      }),
  });
  const action = onContinued && (
    <Button pending={resume.isPending} pendingLabel={t("continuing")} onClick={() => resume.mutate()}>
      {t("continue")}
    </Button>
  );
  return (
    <Notice tone="caution" {...(error ? { title: error.message } : {})} {...(action ? { action } : {})}>
      {error?.mend ?? t("interrupted")}
    </Notice>
  );
}
