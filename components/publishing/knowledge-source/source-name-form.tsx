"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { t } from "#components/knowledge/knowledge-words.ts";
import { changeSource } from "#components/publishing/knowledge-source/manage-requests.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";

type NameFormProps = { slug: string; name: string; description: string };

/** Name and description of a source. */
export function SourceNameForm({ slug, ...given }: NameFormProps) {
  const router = useRouter();
  const [name, setName] = useState(given.name);
  const [description, setDescription] = useState(given.description);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => changeSource(slug, { name, description }),
    onSuccess: () => {
      showToast({ tone: "positive", title: t("savedSource") });
      router.refresh();
    },
  });
  const fields = error instanceof ApiError ? error.fields : [];
  const errorOf = (path: string) => fields.find((field) => field.path === path)?.message;
  const general = error && !errorOf("name") && !errorOf("description") ? error.message : undefined;
  return (
    <form
      noValidate
      className="flex max-w-160 flex-col items-start gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <Field id="source-name" label={t("sourceName")} error={errorOf("name") ?? general} required>
        {(control) => (
          <Input {...control} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field
        id="source-description"
        label={t("sourceDescription")}
        hint={t("sourceDescriptionHint")}
        error={errorOf("description")}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={400}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" pending={isPending} pendingLabel={t("savingSource")}>
        {t("saveSource")}
      </Button>
    </form>
  );
}
