"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { tellFailure } from "#components/providers/use-act.ts";
import { ReasonField } from "#components/publishing/release/reason-field.tsx";
import { capacityName, t, whoWords } from "#components/publishing/release/release-words.ts";
import { answerRequest } from "#components/publishing/release/requests.ts";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import type { AnswerReleaseInput, ReleaseRequestView } from "#lib/publishing/review.ts";

/** Approve or return, for those who may answer. */
export function AnswerForm({ request }: { request: ReleaseRequestView }) {
  const router = useRouter();
  const [note, setNote] = useState("");
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState<AnswerReleaseInput["outcome"] | null>(null);
  const [capacity] = request.mine;
  if (!capacity) return null;
  const others = request.approvals
    .filter((one) => one.answer === null && one.capacity !== capacity)
    .map((one) => one.capacity);

  const answer = async (outcome: AnswerReleaseInput["outcome"]) => {
    const isMissing = outcome === "returned" && note.trim().length < 3;
    setError(isMissing ? t("answerNoteMissing") : undefined);
    if (isMissing) return;
    setPending(outcome);
    try {
      await answerRequest(request.id, { outcome, note });
      const named = { tool: request.tool.name, version: request.version };
      showToast({ tone: "positive", title: t(outcome === "approved" ? "approved" : "returned", named) });
      router.refresh();
    } catch (failure) {
      if (!(failure instanceof Error)) throw failure;
      tellFailure(failure);
      if (failure instanceof ApiError && failure.status === 409) router.refresh();
    } finally {
      setPending(null);
    }
  };
  return (
    <section aria-labelledby="answer" className="flex flex-col gap-3 rounded-card border bg-surface p-4">
      <h2 id="answer" className="text-lead">
        {t("answer")}
      </h2>
      <p className="text-muted">
        {t("answerAs", { capacity: capacityName(capacity) })}{" "}
        {others.length > 0 ? t("approveTextMore", { who: whoWords(others) }) : t("approveText")}
      </p>
      <ReasonField
        id="answer-note"
        label={t("answerNote")}
        hint={t("answerNoteHint")}
        error={error}
        value={note}
        onChange={setNote}
        required={false}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          disabled={pending !== null}
          pending={pending === "approved"}
          pendingLabel={t("approving")}
          onClick={() => void answer("approved")}
        >
          {t("approve")}
        </Button>
        <Button
          disabled={pending !== null}
          pending={pending === "returned"}
          pendingLabel={t("returning")}
          onClick={() => void answer("returned")}
        >
          {t("sendBack")}
        </Button>
      </div>
    </section>
  );
}
