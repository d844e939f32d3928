"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { tellFailure, useAct } from "#components/providers/use-act.ts";
import { ReasonField } from "#components/publishing/release/reason-field.tsx";
import { t } from "#components/publishing/release/release-words.ts";
import { deprecate, loadReach, retire, undeprecate } from "#components/publishing/release/requests.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { ApiError } from "#lib/http/api-error.ts";
import { deprecateSchema } from "#lib/publishing/lifecycle.ts";

export type EndingTool = {
  readonly slug: string;
  readonly name: string;
  readonly lifecycle: string;
  /** The day from which it no longer answers, as 2027-03-31. */
  readonly retiresOn: string | null;
  readonly successor: { readonly slug: string; readonly name: string } | null;
};
type Choice = { readonly slug: string; readonly name: string };

function dayWords(day: string): string {
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", options);
}

/** Whom it touches, asked when the dialog opens. */
function Reach({ slug }: { slug: string }) {
  const { data } = useQuery({
    queryKey: ["publishing", "reach", slug],
    queryFn: ({ signal }) => loadReach(slug, signal),
  });
  if (!data) return null;
  const names = (list: readonly Choice[]) => list.map(({ name }) => name).join(", ");
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 text-small">
      <li>{t("reach", { count: data.people })}</li>
      {data.agents.length > 0 && <li>{t("reachAgents", { names: names(data.agents) })}</li>}
      {data.hiddenAgents > 0 && <li>{t("reachHidden", { count: data.hiddenAgents })}</li>}
      {data.predecessors.length > 0 && <li>{t("reachPredecessors", { names: names(data.predecessors) })}</li>}
    </ul>
  );
}

type Fields = { successor?: string; retiresOn?: string; note?: string };

function fieldsOf(error: ApiError): Fields {
  return Object.fromEntries(error.fields.map(({ path, message }) => [path, message]));
}

function DeprecateDialog({ tool, choices }: { tool: EndingTool; choices: readonly Choice[] }) {
  const { act, isPending } = useAct();
  const [open, setOpen] = useState(false);
  const [successor, setSuccessor] = useState(tool.successor?.slug ?? null);
  const [retiresOn, setRetiresOn] = useState(tool.retiresOn ?? "");
  const [note, setNote] = useState("");
  const [errors, setErrors] = useState<Fields>({});
  const isChange = tool.lifecycle === "deprecated";

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const input = deprecateSchema.safeParse({ successor, retiresOn, note });
    setErrors(
      Object.fromEntries((input.error?.issues ?? []).map((issue) => [String(issue.path[0]), issue.message])),
    );
    if (!input.success) return;
    try {
      const { told } = await deprecate(tool.slug, input.data);
      await act(() => Promise.resolve(), t("announced", { count: told }));
      setOpen(false);
    } catch (failure) {
      if (failure instanceof ApiError && failure.fields.length > 0) setErrors(fieldsOf(failure));
      else if (failure instanceof Error) tellFailure(failure);
      else throw failure;
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t(isChange ? "changeDeprecation" : "deprecate")}</Button>}
      title={t("deprecateTitle", { tool: tool.name })}
      description={t("deprecateText")}
    >
      <form onSubmit={send} noValidate className="flex flex-col gap-4">
        {open && <Reach slug={tool.slug} />}
        <Field id="successor" label={t("successor")} hint={t("successorHint")} error={errors.successor}>
          {(control) => (
            <Combobox
              {...control}
              options={choices.map(({ slug, name }) => ({ value: slug, label: name }))}
              placeholder={t("successorNone")}
              value={successor}
              onValueChange={setSuccessor}
            />
          )}
        </Field>
        <Field
          id="retires-on"
          label={t("retiresOn")}
          hint={t("retiresOnHint")}
          error={errors.retiresOn}
          required
        >
          {(control) => (
            <Input
              {...control}
              type="date"
              value={retiresOn}
              onChange={(event) => setRetiresOn(event.target.value)}
            />
          )}
        </Field>
        <ReasonField
          id="deprecation-note"
          label={t("note")}
          hint={t("noteHint")}
          error={errors.note}
          value={note}
          onChange={setNote}
        />
        <div className="flex flex-wrap justify-end gap-2 max-md:flex-col-reverse">
          <DialogClose asChild>
            <Button disabled={isPending}>{t("cancel")}</Button>
          </DialogClose>
          <Button type="submit" variant="primary" pending={isPending} pendingLabel={t("announcing")}>
            {t("announce")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Announcing the end of a tool, taking that back, and ending it now. */
export function EndOfLife({ tool, choices }: { tool: EndingTool; choices: readonly Choice[] }) {
  const { act } = useAct();
  const [note, setNote] = useState("");
  const { slug, name, lifecycle, retiresOn, successor } = tool;
  if (lifecycle === "retired") return <p className="text-muted">{t("isRetired")}</p>;
  return (
    <div className="flex flex-col items-start gap-3">
      {lifecycle === "deprecated" && retiresOn ? (
        <p>
          {successor
            ? t("endsSuccessor", { day: dayWords(retiresOn), name: successor.name })
            : t("ends", { day: dayWords(retiresOn) })}
        </p>
      ) : (
        <p className="text-muted">{t("endIntro")}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <DeprecateDialog key={`${lifecycle} ${retiresOn} ${successor?.slug}`} tool={tool} choices={choices} />
        {lifecycle === "deprecated" && (
          <ConfirmDialog
            trigger={<Button>{t("takeBack")}</Button>}
            title={t("takeBackTitle", { tool: name })}
            consequence={t("takeBackText")}
            confirmLabel={t("takeBack")}
            pendingLabel={t("takingBack")}
            onConfirm={() => act(() => undeprecate(slug), t("tookBack", { tool: name }))}
          />
        )}
        <ConfirmDialog
          trigger={<Button variant="quiet">{t("retire")}</Button>}
          title={t("retireTitle", { tool: name })}
          consequence={
            <>
              {t("retireText")}
              <Reach slug={slug} />
            </>
          }
          confirmLabel={t("retire")}
          pendingLabel={t("retiring")}
          danger
          confirmDisabled={note.trim().length < 3}
          onConfirm={() => act(() => retire(slug, note), t("retired", { tool: name }))}
        >
          <ReasonField id="retire-why" value={note} onChange={setNote} />
        </ConfirmDialog>
      </div>
    </div>
  );
}
