"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { answerQuestionMutation } from "#components/ownership/mutations.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { desk } from "#lib/messages/en/desk.ts";
import { translator } from "#lib/messages/translate.ts";
import { answerInputSchema } from "#lib/ownership/answer.ts";

const t = translator(desk);

/** Answers one question; what was typed stays until it was taken. */
export function AnswerForm({ slug, questionId }: { slug: string; questionId: string }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const router = useRouter();
  const answer = useMutation(answerQuestionMutation(slug, questionId));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = answerInputSchema.safeParse({ answer: text });
    setError(checked.error?.issues[0]?.message);
    if (!checked.success) return;
    answer.mutate(checked.data.answer, {
      onSuccess: () => {
        showToast({ tone: "positive", title: t("answerSent") });
        router.refresh();
      },
      onError: (failure) => {
        const known = failure instanceof ApiError ? failure : null;
        setError([t("answerFailed"), known?.message, known?.mend].filter(Boolean).join(" "));
      },
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-3" noValidate>
      <div className="w-full max-w-thread">
        <Field id={`answer-${questionId}`} label={t("answer")} hint={t("answerHint")} error={error}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={4000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" pending={answer.isPending} pendingLabel={t("sending")}>
        {t("sendAnswer")}
      </Button>
    </form>
  );
}
