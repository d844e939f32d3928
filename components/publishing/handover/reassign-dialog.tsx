"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { checkChoice, fieldErrors } from "#components/ownership/check-choice.ts";
import { t } from "#components/ownership/health-words.ts";
import {
  nobodyChosen,
  type ReceiverErrors,
  ReceiverFields,
  type TeamOption,
} from "#components/ownership/receiver-fields.tsx";
import { tellFailure } from "#components/ownership/tell-failure.ts";
import { PlannedTools, ReassignedTools } from "#components/publishing/handover/reassign-lists.tsx";
import { reassignActs } from "#components/publishing/handover/reassign-requests.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { OfferInput } from "#lib/ownership/transfer.ts";
import type { PlannedTool, ReassignedTool } from "#lib/publishing/handover/reassignment.ts";

type Step =
  | { readonly at: "choice" }
  | { readonly at: "preview"; readonly input: OfferInput; readonly plan: readonly PlannedTool[] }
  | { readonly at: "results"; readonly results: readonly ReassignedTool[] };

type ReassignDialogProps = {
  tools: readonly { readonly id: string }[];
  teams: readonly TeamOption[];
  /** Called when the dialog closes after something was done. */
  onDone: () => void;
};

/** Hands over the chosen tools in three steps: to whom, what would happen, what happened. */
export function ReassignDialog({ tools, teams, onDone }: ReassignDialogProps) {
  const id = useId();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [choice, setChoice] = useState(nobodyChosen);
  const [errors, setErrors] = useState<ReceiverErrors>({});
  const [step, setStep] = useState<Step>({ at: "choice" });

  const preview = useMutation({
    mutationFn: async (input: OfferInput) => {
      const { reason: _, ...to } = input;
      return reassignActs.preview({ toolIds: tools.map((tool) => tool.id), ...to });
    },
    onSuccess: (plan, input) => setStep({ at: "preview", input, plan }),
    onError: (error) => {
      const found = fieldErrors(error);
      setErrors(found);
      if (Object.keys(found).length === 0) tellFailure(error);
    },
  });
  const run = useMutation({
    mutationFn: ({ input, plan }: { input: OfferInput; plan: readonly PlannedTool[] }) =>
      reassignActs.run({
        ...input,
        tools: plan.flatMap(({ toolId, way }) => (way ? [{ toolId, way }] : [])),
      }),
    onSuccess: (results) => setStep({ at: "results", results }),
    onError: tellFailure,
  });

  const look = () => {
    const checked = checkChoice(choice);
    setErrors(checked.errors ?? {});
    if (checked.input) preview.mutate(checked.input);
  };
  const change = (next: boolean) => {
    if (run.isPending) return;
    setOpen(next);
    if (next || step.at !== "results") return;
    router.refresh();
    onDone();
  };
  const possible = step.at === "preview" ? step.plan.filter(({ way }) => way !== null).length : 0;
  const footer = {
    choice: (
      <Button variant="primary" pending={preview.isPending} pendingLabel={t("looking")} onClick={look}>
        {t("seePreview")}
      </Button>
    ),
    preview: (
      <>
        <Button onClick={() => setStep({ at: "choice" })}>{t("back")}</Button>
        <Button
          variant="primary"
          disabled={possible === 0}
          pending={run.isPending}
          pendingLabel={t("doing")}
          onClick={() => step.at === "preview" && run.mutate(step)}
        >
          {possible === 0 ? t("nothingToDo") : t("doIt", { count: possible })}
        </Button>
      </>
    ),
    results: (
      <Button variant="primary" onClick={() => change(false)}>
        {t("close")}
      </Button>
    ),
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={<Button variant="primary">{t("handOver")}</Button>}
      title={t("dialogTitle", { count: tools.length })}
      description={t("dialogText")}
      footer={footer[step.at]}
      wide
    >
      {step.at === "choice" && (
        <ReceiverFields id={id} teams={teams} choice={choice} onChange={setChoice} errors={errors} />
      )}
      {step.at === "preview" && <PlannedTools plan={step.plan} />}
      {step.at === "results" && <ReassignedTools results={step.results} />}
    </Dialog>
  );
}
