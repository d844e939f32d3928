"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { rateMutation } from "#components/reviews/mutations.ts";
import { ratingKeys } from "#components/reviews/queries.ts";
import { t } from "#components/reviews/review-words.ts";
import { StarChoice } from "#components/reviews/star-choice.tsx";
import { WithdrawButton } from "#components/reviews/withdraw-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { type MyRating, ratingInputSchema } from "#lib/reviews/schema.ts";

type RateFormProps = { slug: string; version: string; mine: MyRating | null };
type Problems = { stars?: string | undefined; text?: string | undefined; other?: string | undefined };

/** Gives or changes one's rating; what was chosen and typed stays until it was taken. */
export function RateForm({ slug, version, mine }: RateFormProps) {
  // Who withdrew begins anew.
  const standing = mine && !mine.isWithdrawn ? mine : null;
  const [stars, setStars] = useState(standing?.stars ?? 0);
  const [text, setText] = useState(standing?.text ?? "");
  const [problems, setProblems] = useState<Problems>({});
  const router = useRouter();
  const client = useQueryClient();
  const rate = useMutation(rateMutation(slug));
  const isChange = standing !== null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = ratingInputSchema.safeParse({ stars, text });
    const said = (name: string) => checked.error?.issues.find(({ path }) => path[0] === name)?.message;
    setProblems({ stars: said("stars"), text: said("text") });
    if (!checked.success) return;
    rate.mutate(checked.data, {
      onSuccess: () => {
        showToast({ tone: "positive", title: t(isChange ? "changed" : "saved") });
        client.removeQueries({ queryKey: ratingKeys.list(slug) });
        router.refresh();
      },
      onError: (failure) => {
        const known = failure instanceof ApiError ? failure : null;
        const field = (name: string) => known?.fields.find(({ path }) => path === name)?.message;
        const [ofStars, ofText] = [field("stars"), field("text")];
        const other =
          ofStars || ofText
            ? undefined
            : [t("failed"), known?.message, known?.mend].filter(Boolean).join(" ");
        setProblems({ stars: ofStars, text: ofText, other });
      },
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-4" noValidate>
      <StarChoice id="stars" value={stars} onValueChange={setStars} error={problems.stars} />
      <div className="w-full max-w-thread">
        <Field id="review" label={t("text")} hint={t("textHint", { version })} error={problems.text}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
      {problems.other && (
        <p role="alert" className="text-danger text-small">
          {problems.other}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" pending={rate.isPending} pendingLabel={t("saving")}>
          {t(isChange ? "saveChange" : "save")}
        </Button>
        {isChange && <WithdrawButton slug={slug} />}
      </div>
    </form>
  );
}
