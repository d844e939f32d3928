"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { type CollectedItem, CollectedTools } from "#components/collections/collected-tools.tsx";
import { postCollection, putCollection } from "#components/collections/requests.ts";
import { t } from "#components/collections/words.ts";
import { tellFailure } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { collectionWordsSchema } from "#lib/collections/schema.ts";
import { ApiError } from "#lib/http/api-error.ts";

type Problem = { readonly path: string; readonly message: string };

/** The collection that is changed; null when a new one is made. */
type Edited = { slug: string; changedAt: string } | null;

type CollectionFormProps = {
  edited: Edited;
  first: { title: string; text: string; domain: string | null; items: readonly CollectedItem[] };
  /** Whose collections this person makes; null is the whole company. */
  homes: readonly { slug: string | null; name: string }[];
};

const company = "";

/** Makes a collection, or changes one: what it is for, which tools in which order, a note about each. */
export function CollectionForm({ edited, first, homes }: CollectionFormProps) {
  const id = useId();
  const router = useRouter();
  const [title, setTitle] = useState(first.title);
  const [text, setText] = useState(first.text);
  const [domain, setDomain] = useState(first.domain ?? company);
  const [items, setItems] = useState<readonly CollectedItem[]>(first.items);
  const save = useMutation({
    mutationFn: () => {
      const words = { title, text, items: items.map(({ slug, note }) => ({ slug, note })) };
      return edited
        ? putCollection(edited.slug, { ...words, changedAt: edited.changedAt })
        : postCollection({ ...words, domain: domain === company ? null : domain });
    },
    onSuccess: ({ slug }) => {
      showToast({ tone: "positive", title: t("saved") });
      router.push(`/collections/${slug}`);
      router.refresh();
    },
    onError: (error) => {
      if (!(error instanceof ApiError) || error.fields.length === 0) tellFailure(error);
    },
  });
  const [found, setFound] = useState<readonly Problem[]>([]);
  const problems = save.error instanceof ApiError ? [...found, ...save.error.fields] : found;
  const problemOf = (path: string) => problems.find((problem) => problem.path === path)?.message;
  const label = (path: string) =>
    path === "title" ? t("fieldTitle") : path === "text" ? t("fieldText") : "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = collectionWordsSchema.safeParse({ title, text });
    const wrong = checked.error?.issues.map((issue) => ({
      path: String(issue.path[0] ?? ""),
      message: issue.message,
    }));
    setFound(wrong ?? []);
    save.reset();
    if (checked.success) save.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className="flex max-w-thread flex-col gap-6">
      <FormErrorSummary
        errors={problems.map(({ path, message }) => ({
          fieldId: path === "text" ? `${id}-text` : path === "title" ? `${id}-title` : `${id}-tools`,
          label: label(path) || t("fieldTools"),
          message,
        }))}
      />
      <Field
        id={`${id}-title`}
        label={t("fieldTitle")}
        hint={t("fieldTitleHint")}
        error={problemOf("title")}
        required
      >
        {(control) => (
          <Input
            {...control}
            value={title}
            maxLength={80}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field id={`${id}-text`} label={t("fieldText")} hint={t("fieldTextHint")} error={problemOf("text")}>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={600}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {!edited && homes.length > 1 && (
        <Field id={`${id}-domain`} label={t("fieldDomain")} error={problemOf("domain")}>
          {(control) => (
            <Select {...control} value={domain} onChange={(event) => setDomain(event.target.value)}>
              {homes.map(({ slug, name }) => (
                <option key={slug} value={slug ?? company}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <fieldset id={`${id}-tools`} tabIndex={-1} className="flex min-w-0 flex-col gap-2">
        <legend className="font-semibold">{t("fieldTools")}</legend>
        <p className="text-muted text-small">{t("fieldToolsHint")}</p>
        <CollectedTools items={items} onChange={setItems} />
      </fieldset>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={save.isPending} pendingLabel={t("saving")}>
          {t("save")}
        </Button>
        <LinkButton href={edited ? `/collections/${edited.slug}` : "/collections"} variant="quiet">
          {t("cancel")}
        </LinkButton>
      </div>
    </form>
  );
}
