"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { publishDraft } from "#components/publishing/draft-requests.ts";
import { CheckList } from "#components/publishing/release/check-list.tsx";
import { t, whoWords } from "#components/publishing/release/release-words.ts";
import { checkDraft } from "#components/publishing/release/requests.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { blockingChecks } from "#lib/publishing/checks.ts";
import type { ReleasePreview } from "#lib/publishing/release-preview.ts";
import { isStepTooSmall } from "#lib/publishing/release-rules.ts";
import { publishDraftSchema, type VersionStep, versionStepSchema } from "#lib/publishing/schema.ts";

type ReleaseFormProps = { slug: string; publishedVersion: string | null };

function StepChoice({
  preview,
  step,
  onStep,
}: {
  preview: ReleasePreview;
  step: VersionStep;
  onStep: (step: VersionStep) => void;
}) {
  if (preview.isFirst) return <p>{t("firstVersion", { version: preview.next.patch })}</p>;
  const option = (value: VersionStep, label: "stepPatch" | "stepMinor" | "stepMajor") => {
    const isTooSmall = isStepTooSmall(value, preview.step);
    return {
      value,
      label: t(label, { version: preview.next[value] }),
      hint: isTooSmall ? t("stepTooSmall") : t(`${label}Hint`),
      disabled: isTooSmall,
    };
  };
  return (
    <RadioGroup
      name="step"
      legend={t("step")}
      value={step}
      onValueChange={(value) => onStep(versionStepSchema.parse(value))}
      options={[option("patch", "stepPatch"), option("minor", "stepMinor"), option("major", "stepMajor")]}
    />
  );
}

/** The checks of the draft, run as the page opens, and the last step: which version, what to tell people. */
export function ReleaseForm({ slug, publishedVersion }: ReleaseFormProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState<VersionStep | null>(null);
  const [notes, setNotes] = useState("");
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);
  const checks = useQuery({
    queryKey: ["publishing", "checks", slug, chosen],
    queryFn: ({ signal }) => checkDraft(slug, chosen, signal),
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  if (checks.isError) {
    const { error: failure } = checks;
    return (
      <ErrorState
        title={t("checksFailed")}
        action={<Button onClick={() => void checks.refetch()}>{t("checkAgain")}</Button>}
        {...(failure instanceof ApiError && failure.requestId ? { requestId: failure.requestId } : {})}
      >
        {failure.message}
      </ErrorState>
    );
  }
  const preview = checks.data;
  if (!preview) {
    return (
      <div className="flex flex-col gap-3">
        <p role="status" className="text-muted">
          {t("checking")}
        </p>
        <SkeletonRows rows={5} />
      </div>
    );
  }
  const step = chosen ?? preview.step;
  const version = preview.isFirst ? preview.next.patch : preview.next[step];
  const isBlocked = blockingChecks(preview.checks).length > 0;
  const needsApproval = preview.approvals.length > 0;
  const who = whoWords(preview.approvals);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const input = publishDraftSchema.safeParse({ revision: preview.revision, notes, step });
    setError(input.error?.issues[0]?.message);
    if (!input.success) return;
    setPending(true);
    try {
      const released = await publishDraft(slug, input.data);
      const isOut = released.outcome === "published";
      const href = isOut ? `/catalog/${slug}?tab=versions` : `/approvals/${released.requestId}`;
      showToast({
        tone: "positive",
        title: t(isOut ? "published" : "handedIn", { tool: released.name, version: released.version }),
        action: { label: t(isOut ? "seeVersion" : "seeRequest"), onSelect: () => router.push(href) },
      });
      setNotes("");
      setChosen(null);
      router.refresh();
      void checks.refetch();
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      if (failure.code === "conflict") {
        // With the draft this form goes too, so what happened is told beside the page.
        const mend = failure.mend ? { description: failure.mend } : {};
        showToast({ tone: "danger", title: failure.message, ...mend });
        router.refresh();
      } else setError([failure.message, failure.mend].filter(Boolean).join(" "));
      void checks.refetch();
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="checks" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id="checks" className="text-lead">
            {t("checks")}
          </h2>
          <Button
            size="small"
            pending={checks.isFetching}
            pendingLabel={t("checking")}
            onClick={() => void checks.refetch()}
          >
            {t("checkAgain")}
          </Button>
        </div>
        <CheckList checks={preview.checks} slug={slug} />
        {!preview.checks.some(({ id }) => id === "reach") && (
          <p className="text-muted text-small">{t("notLooked")}</p>
        )}
      </section>
      {preview.revision === 0 ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-muted">{t("nothingToRelease", { version: publishedVersion ?? "" })}</p>
          <LinkButton href={`/catalog/${slug}`} size="small">
            {t("seeToolPage")}
          </LinkButton>
        </div>
      ) : (
        <form onSubmit={send} noValidate className="flex max-w-160 flex-col gap-4">
          <StepChoice preview={preview} step={step} onStep={setChosen} />
          <Field id="release-notes" label={t("notes")} hint={t("notesHint")} error={error} required>
            {(control) => (
              <Textarea
                {...control}
                rows={4}
                maxLength={2000}
                value={notes}
                onChange={(event) => setNotes(event.target.value)}
              />
            )}
          </Field>
          <p className="text-muted">
            {!needsApproval
              ? t("needsNobody")
              : publishedVersion
                ? t("needs", { who, version: publishedVersion })
                : t("needsFirst", { who })}
          </p>
          <div className="flex flex-wrap items-center gap-3">
            <Button
              type="submit"
              variant="primary"
              disabled={isBlocked || checks.isFetching}
              pending={pending}
              pendingLabel={t(needsApproval ? "handingIn" : "publishing")}
            >
              {t(needsApproval ? "handIn" : "publishNow", { version })}
            </Button>
            {isBlocked && <p className="text-muted text-small">{t("mendFirst")}</p>}
          </div>
        </form>
      )}
    </div>
  );
}
