"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { publishDraft } from "#components/publishing/draft-requests.ts";
import { fieldLabel, t } from "#components/publishing/editor-words.ts";
import type { WordsEditor } from "#components/publishing/use-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { changedFields } from "#lib/publishing/changed-words.ts";
import { publishDraftSchema, type VersionStep, versionStepSchema } from "#lib/publishing/schema.ts";

type PublishDialogProps = { editor: WordsEditor; open: boolean; onOpenChange: (open: boolean) => void };

/** The last step: which version, what to tell people, and what happens then. */
export function PublishDialog({ editor, open, onOpenChange }: PublishDialogProps) {
  const { view, words, revisionOf, catchUp } = editor;
  const [step, setStep] = useState<VersionStep>("patch");
  const [notes, setNotes] = useState("");
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);
  const router = useRouter();
  const fields = changedFields(view.published.words, words).map((field) => fieldLabel(field));

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const checked = publishDraftSchema.safeParse({ revision: revisionOf(), notes, step });
    setError(checked.error?.issues[0]?.message);
    if (!checked.success) return;
    setPending(true);
    try {
      const released = await publishDraft(view.slug, checked.data);
      const href = `/catalog/${released.slug}?tab=versions`;
      showToast({
        tone: "positive",
        title: t("published", { tool: released.name, version: released.version }),
        action: { label: t("seeVersion"), onSelect: () => router.push(href) },
      });
      router.push(`/owner/${released.slug}`);
    } catch (failure) {
      setPending(false);
      if (!(failure instanceof ApiError)) throw failure;
      const why = [failure.message, failure.mend].filter(Boolean).join(" ");
      if (failure.code === "conflict") {
        // What is in the dialog is out of date: the newest draft comes in, with a choice where that is needed.
        onOpenChange(false);
        showToast({ tone: "danger", title: t("publishFailed"), description: why });
        void catchUp();
      } else setError(`${t("publishFailed")} ${why}`);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={pending ? () => undefined : onOpenChange}
      title={t("publishTitle", { tool: words.name })}
      description={t("publishText", { version: view.published.version ?? t("notPublished") })}
    >
      <form onSubmit={send} noValidate className="flex flex-col gap-4">
        <p className="text-small">{t("changedFields", { fields: fields.join(", ") })}</p>
        <RadioGroup
          name="step"
          legend={t("step")}
          value={step}
          onValueChange={(value) => setStep(versionStepSchema.parse(value))}
          options={[
            {
              value: "patch",
              label: t("stepPatch", { version: view.next.patch }),
              hint: t("stepPatchHint"),
            },
            {
              value: "minor",
              label: t("stepMinor", { version: view.next.minor }),
              hint: t("stepMinorHint"),
            },
          ]}
        />
        <Field id="release-notes" label={t("notes")} hint={t("notesHint")} error={error} required>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={2000}
              value={notes}
              onChange={(event) => setNotes(event.target.value)}
            />
          )}
        </Field>
        <p className="text-muted text-small">{t("publishAlone")}</p>
        <div className="flex flex-wrap justify-end gap-2 max-md:flex-col-reverse">
          <DialogClose asChild>
            <Button disabled={pending}>{t("cancel")}</Button>
          </DialogClose>
          <Button type="submit" variant="primary" pending={pending} pendingLabel={t("publishing")}>
            {t("publishNow", { version: view.next[step] })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
