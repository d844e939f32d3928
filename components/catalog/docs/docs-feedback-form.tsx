"use client";

import { useMutation } from "@tanstack/react-query";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { putDocsFeedback } from "#components/catalog/docs/docs-requests.ts";
import { t } from "#components/catalog/docs/docs-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { GivenFeedback } from "#lib/catalog/docs/docs-schema.ts";
import { ApiError } from "#lib/http/api-error.ts";

type DocsFeedbackFormProps = { slug: string; version: string; page: string; given: GivenFeedback | null };

/** Whether a page helped: one press, and after a No a sentence for who wants to write one. */
export function DocsFeedbackForm({ slug, version, page, given }: DocsFeedbackFormProps) {
  const router = useRouter();
  const [answer, setAnswer] = useState(given);
  const [text, setText] = useState(given?.text ?? "");
  const send = useMutation({
    mutationFn: (said: { isHelpful: boolean; text: string }) =>
      putDocsFeedback(slug, { ...said, version, page }),
  });
  const say = (isHelpful: boolean, words: string) =>
    send.mutate(
      { isHelpful, text: words },
      {
        onSuccess: (saved) => {
          setAnswer(saved);
          showToast({ tone: "positive", title: t("helpfulSaved") });
          router.refresh();
        },
        onError: (failure) => {
          const known = failure instanceof ApiError ? failure : null;
          showToast({
            tone: "danger",
            title: t("helpfulFailed"),
            description: [known?.message, known?.mend].filter(Boolean).join(" "),
            ...(known?.requestId ? { requestId: known.requestId } : {}),
          });
        },
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say(false, text);
  };
  const choices = [
    { isHelpful: true, words: t("helpfulYes"), Icon: ThumbsUp },
    { isHelpful: false, words: t("helpfulNo"), Icon: ThumbsDown },
  ];
  return (
    <section aria-label={t("helpful")} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="font-semibold">{t("helpful")}</p>
        {choices.map(({ isHelpful, words, Icon }) => (
          <Button
            key={words}
            aria-pressed={answer?.isHelpful === isHelpful}
            disabled={send.isPending}
            onClick={() => say(isHelpful, isHelpful ? "" : text)}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
          >
            <Icon />
            {words}
          </Button>
        ))}
        {answer && <p className="text-muted text-small">{t("helpfulThanks")}</p>}
      </div>
      {answer?.isHelpful === false && (
        <form onSubmit={submit} className="flex max-w-thread flex-col items-start gap-2">
          <Field id="docs-missing" label={t("helpfulMissing")} hint={t("helpfulHint")} className="w-full">
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                maxLength={1000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <Button
            type="submit"
            pending={send.isPending}
            pendingLabel={t("helpfulSaving")}
            disabled={text.trim() === answer.text}
          >
            {t("helpfulSend")}
          </Button>
        </form>
      )}
    </section>
  );
}
