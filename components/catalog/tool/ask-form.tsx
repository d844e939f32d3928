"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { t } from "#components/catalog/tool/tool-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";

// What checks and sends a question is loaded when somebody asks one.
const requests = () => import("#components/catalog/requests.ts");

/** Asks the people who answer for a tool; what was typed stays until it was taken. */
export function AskForm({ slug, isUnowned }: { slug: string; isUnowned: boolean }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const router = useRouter();
  const ask = useMutation({
    mutationFn: async () => {
      const { postQuestion, questionProblem } = await requests();
      const problem = questionProblem(text);
      if (problem === undefined) await postQuestion(slug, text);
      return problem;
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    ask.mutate(undefined, {
      onSuccess: (problem) => {
        setError(problem);
        if (problem !== undefined) return;
        setText("");
        showToast({ tone: "positive", title: t("asked"), description: t("askedText") });
        router.refresh();
      },
      onError: (failure) => {
        const known = failure instanceof ApiError ? failure : null;
        const field = known?.fields.find(({ path }) => path.endsWith("text"));
        setError(field?.message ?? [t("askFailed"), known?.message, known?.mend].filter(Boolean).join(" "));
      },
    });
  };
  return (
    <form id="ask" onSubmit={submit} className="flex scroll-mt-20 flex-col items-start gap-3" noValidate>
      <div className="w-full max-w-thread">
        <Field
          id="question"
          label={t("askTitle")}
          hint={t(isUnowned ? "askHintUnowned" : "askHint")}
          error={error}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={1000}
              value={text}
              placeholder={t("askPlaceholder")}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" pending={ask.isPending} pendingLabel={t("asking")}>
        {t("ask")}
      </Button>
    </form>
  );
}
