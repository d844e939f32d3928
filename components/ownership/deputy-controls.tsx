"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { t } from "#components/ownership/people-words.ts";
import { peopleActs, receiversQuery } from "#components/ownership/requests.ts";
import { tellFailure } from "#components/ownership/tell-failure.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { showToast } from "#components/ui/toast-store.ts";

type Person = { readonly id: string; readonly name: string };

type DeputyControlsProps = {
  slug: string;
  name: string;
  teamId: string;
  ownerId: string;
  deputy: Person | null;
};

/** The owner names another deputy, or none. */
export function DeputyControls({ slug, name, teamId, ownerId, deputy }: DeputyControlsProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const members = useQuery({ ...receiversQuery(teamId), enabled: open });
  const save = useMutation({
    mutationFn: (personId: string) => peopleActs.nameDeputy(slug, personId),
    onSuccess: () => {
      setOpen(false);
      setChosen(null);
      showToast({ tone: "positive", title: t("deputyNamed") });
      router.refresh();
    },
    onError: tellFailure,
  });
  const options = (members.data ?? [])
    .filter(({ id }) => id !== ownerId && id !== deputy?.id)
    .map((person) => ({ value: person.id, label: person.name, hint: person.jobTitle }));
  return (
    <>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        trigger={<Button>{t(deputy ? "changeDeputy" : "nameDeputy")}</Button>}
        title={t("deputyTitle", { tool: name })}
        description={t("deputyText")}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t("cancel")}</Button>
            </DialogClose>
            <Button
              variant="primary"
              disabled={chosen === null}
              pending={save.isPending}
              pendingLabel={t("sending")}
              onClick={() => chosen !== null && save.mutate(chosen)}
            >
              {t("saveDeputy")}
            </Button>
          </>
        }
      >
        <Field
          id="deputy"
          label={t("chooseDeputy")}
          hint={members.isPending ? t("loadingPeople") : undefined}
          error={members.isError ? t("peopleFailed") : undefined}
        >
          {(control) => (
            <Combobox
              {...control}
              options={options}
              value={chosen}
              placeholder={t("choosePerson")}
              onValueChange={setChosen}
            />
          )}
        </Field>
      </Dialog>
      {deputy && <LeaveDeputy slug={slug} name={name} deputy={deputy} isOwn={false} />}
    </>
  );
}

/** Leaves a tool without a deputy: the owner removes one, or one steps down. */
export function LeaveDeputy(props: { slug: string; name: string; deputy: Person; isOwn: boolean }) {
  const { slug, name, deputy, isOwn } = props;
  const router = useRouter();
  const run = async () => {
    try {
      await peopleActs.nameDeputy(slug, null);
    } catch (error) {
      tellFailure(error);
      throw error;
    }
    showToast({ title: t("deputyRemoved") });
    router.refresh();
  };
  return (
    <ConfirmDialog
      trigger={<Button variant="quiet">{t(isOwn ? "stepDown" : "removeDeputy")}</Button>}
      title={t(isOwn ? "stepDownTitle" : "removeDeputyTitle", { tool: name })}
      consequence={isOwn ? t("stepDownText") : t("removeDeputyText", { name: deputy.name })}
      confirmLabel={t(isOwn ? "stepDown" : "removeDeputy")}
      pendingLabel={t("sending")}
      onConfirm={run}
    />
  );
}
