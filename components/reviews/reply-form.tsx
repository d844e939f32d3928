"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { replyMutation } from "#components/reviews/mutations.ts";
import { ratingKeys } from "#components/reviews/queries.ts";
import { t } from "#components/reviews/review-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { type Rating, replyInputSchema } from "#lib/reviews/schema.ts";

/** Replies to a rating in place, or changes the reply; folded until it is wanted. */
export function ReplyForm({ slug, rating }: { slug: string; rating: Rating }) {
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState(rating.reply?.text ?? "");
  const [error, setError] = useState<string>();
  const router = useRouter();
  const client = useQueryClient();
  const reply = useMutation(replyMutation(slug, rating.id));
  const id = `reply-${rating.id}`;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = replyInputSchema.safeParse({ text, replaces: rating.reply?.repliedAt ?? null });
    setError(checked.error?.issues[0]?.message);
    if (!checked.success) return;
    reply.mutate(checked.data, {
      onSuccess: () => {
        setIsOpen(false);
        showToast({ tone: "positive", title: t("replied") });
        void client.invalidateQueries({ queryKey: ratingKeys.list(slug) });
        router.refresh();
      },
      onError: (failure) => {
        const known = failure instanceof ApiError ? failure : null;
        setError([t("replyFailed"), known?.message, known?.mend].filter(Boolean).join(" "));
      },
    });
  };
  if (!isOpen) {
    return (
      <Button size="small" className="self-start" onClick={() => setIsOpen(true)}>
        {t(rating.reply ? "changeReply" : "reply")}
      </Button>
    );
  }
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-3" noValidate>
      <div className="w-full max-w-thread">
        <Field
          id={id}
          label={t("replyLabel", { name: rating.author ?? t("former") })}
          hint={t("replyHint")}
          error={error}
        >
          {(control) => (
            <Textarea
              {...control}
              autoFocus
              rows={3}
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" pending={reply.isPending} pendingLabel={t("sending")}>
          {t("sendReply")}
        </Button>
        <Button variant="quiet" onClick={() => setIsOpen(false)}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
