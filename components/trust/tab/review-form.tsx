"use client";

import { useId, useState } from "react";
import { postReview } from "#components/trust/tab/mutations.ts";
import { t } from "#components/trust/tab/tab-words.ts";
import { useAct } from "#components/trust/tab/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import {
  checklistAnswers,
  checklistFor,
  checklistProblem,
  type ReviewInput,
  reviewKindSchema,
} from "#lib/trust/review-checklist.ts";

type Answer = ReviewInput["checklist"][number]["answer"];
const kinds = reviewKindSchema.options;
const answerOptions = checklistAnswers.map((value) => ({ value, label: t(value) }));

type ReviewFormProps = { slug: string; riskTier: string; kindNames: Readonly<Record<string, string>> };

/** Records a review with every point of its checklist, for reviewers outside the owning team. */
export function ReviewForm({ slug, riskTier, kindNames }: ReviewFormProps) {
  const id = useId();
  const act = useAct(t("recorded"));
  const [kind, setKind] = useState<ReviewInput["kind"]>("security");
  const [outcome, setOutcome] = useState<ReviewInput["outcome"]>("passed");
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const [note, setNote] = useState("");
  const points = checklistFor(kind, riskTier);
  const checklist = points.flatMap((point) => {
    const answer = answers[`${kind} ${point.id}`];
    return answer ? [{ id: point.id, answer }] : [];
  });
  const problem = checklistProblem(points, { checklist, outcome });
  return (
    <ConfirmDialog
      trigger={<Button>{t("record")}</Button>}
      title={t("recordTitle")}
      consequence={t("recordText")}
      confirmLabel={t("save")}
      pendingLabel={t("working")}
      confirmDisabled={problem !== null}
      onConfirm={() => act(() => postReview(slug, { kind, outcome, checklist, note: note.trim() }))}
    >
      <Field id={`${id}-kind`} label={t("reviewKind")}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            onChange={(event) => setKind(reviewKindSchema.parse(event.target.value))}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {kindNames[one] ?? one}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {points.map((point) => (
        <RadioGroup
          key={`${kind} ${point.id}`}
          name={`${id}-${kind}-${point.id}`}
          legend={point.text}
          value={answers[`${kind} ${point.id}`] ?? ""}
          onValueChange={(value) =>
            setAnswers((known) => ({ ...known, [`${kind} ${point.id}`]: value as Answer }))
          }
          options={answerOptions}
        />
      ))}
      <RadioGroup
        name={`${id}-outcome`}
        legend={t("reviewOutcome")}
        value={outcome}
        onValueChange={(value) => setOutcome(value === "failed" ? "failed" : "passed")}
        options={[
          { value: "passed", label: t("passed") },
          { value: "failed", label: t("failed") },
        ]}
      />
      <Field id={`${id}-note`} label={t("note")}>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={4000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {problem && (
        <p role="status" className="text-muted text-small">
          {problem}
        </p>
      )}
    </ConfirmDialog>
  );
}
