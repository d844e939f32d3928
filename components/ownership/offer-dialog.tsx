"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { checkChoice, fieldErrors } from "#components/ownership/check-choice.ts";
import { t } from "#components/ownership/people-words.ts";
import {
  nobodyChosen,
  type ReceiverErrors,
  ReceiverFields,
  type TeamOption,
} from "#components/ownership/receiver-fields.tsx";
import { peopleActs } from "#components/ownership/requests.ts";
import { tellFailure } from "#components/ownership/tell-failure.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { OfferInput } from "#lib/ownership/transfer.ts";

type OfferDialogProps = {
  slug: string;
  name: string;
  teams: readonly TeamOption[];
  /** `assign` gives a tool that nobody answers for away at once. */
  way: "offer" | "assign";
};

/** Offers a tool to others, or gives one that was left to them. */
export function OfferDialog({ slug, name, teams, way }: OfferDialogProps) {
  const id = useId();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [choice, setChoice] = useState(nobodyChosen);
  const [errors, setErrors] = useState<ReceiverErrors>({});
  const isOffer = way === "offer";
  const send = useMutation({
    mutationFn: async (input: OfferInput) => {
      if (isOffer) await peopleActs.offer(slug, input);
      else await peopleActs.assign(slug, input);
    },
    onSuccess: () => {
      setOpen(false);
      setChoice(nobodyChosen);
      showToast({ tone: "positive", title: isOffer ? t("offerSent") : t("assigned", { tool: name }) });
      router.refresh();
    },
    onError: (error) => {
      const found = fieldErrors(error);
      setErrors(found);
      if (Object.keys(found).length === 0) tellFailure(error);
    },
  });
  const submit = () => {
    const checked = checkChoice(choice);
    setErrors(checked.errors ?? {});
    if (checked.input) send.mutate(checked.input);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant={isOffer ? "secondary" : "primary"}>{t(isOffer ? "offer" : "assign")}</Button>}
      title={t(isOffer ? "offerTitle" : "assignTitle", { tool: name })}
      description={t(isOffer ? "offerText" : "assignText")}
      footer={
        <>
          <DialogClose asChild>
            <Button>{t("cancel")}</Button>
          </DialogClose>
          <Button variant="primary" pending={send.isPending} pendingLabel={t("sending")} onClick={submit}>
            {t(isOffer ? "sendOffer" : "doAssign")}
          </Button>
        </>
      }
    >
      <ReceiverFields id={id} teams={teams} choice={choice} onChange={setChoice} errors={errors} />
    </Dialog>
  );
}
