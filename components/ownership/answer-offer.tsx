"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { t } from "#components/ownership/people-words.ts";
import { peopleActs } from "#components/ownership/requests.ts";
import { tellFailure } from "#components/ownership/tell-failure.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { OfferAnswer } from "#lib/ownership/transfer.ts";

type AnswerOfferProps = { offerId: string; toolName: string; offeredBy: string };

/** Accepts or declines an offer, with a note for whoever made it. */
export function AnswerOffer({ offerId, toolName, offeredBy }: AnswerOfferProps) {
  const router = useRouter();
  const [note, setNote] = useState("");
  const [error, setError] = useState<string>();
  const send = useMutation({
    mutationFn: (answer: OfferAnswer) => peopleActs.answer(offerId, answer),
    onSuccess: (_, { answer }) => {
      const isAccepted = answer === "accept";
      showToast({
        tone: isAccepted ? "positive" : "neutral",
        title: t(isAccepted ? "accepted" : "declined", { tool: toolName }),
      });
      // Whoever declined may see no more of the tool than before.
      if (isAccepted) router.refresh();
      else router.push("/");
    },
    onError: tellFailure,
  });
  const answer = (given: OfferAnswer["answer"]) => {
    const isMissing = given === "decline" && note.trim().length < 3;
    setError(isMissing ? t("declineNeedsNote") : undefined);
    if (!isMissing) send.mutate({ answer: given, note: note.trim() });
  };
  const isDoing = (given: OfferAnswer["answer"]) => send.isPending && send.variables.answer === given;
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="w-full max-w-thread">
        <Field id="offer-note" label={t("note")} hint={t("noteHint", { name: offeredBy })} error={error}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          pending={isDoing("accept")}
          pendingLabel={t("accepting")}
          disabled={isDoing("decline")}
          onClick={() => answer("accept")}
        >
          {t("accept")}
        </Button>
        <Button
          pending={isDoing("decline")}
          pendingLabel={t("declining")}
          disabled={isDoing("accept")}
          onClick={() => answer("decline")}
        >
          {t("decline")}
        </Button>
      </div>
    </div>
  );
}
