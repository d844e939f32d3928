"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { ImportProblems } from "#components/models/import-problems.tsx";
import { modelActs } from "#components/models/mutations.ts";
import { tellFailure } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import { type ImportResult, modelFileLimit } from "#lib/models/model-file.ts";

const t = translator(models);

function Changes({ result }: { result: ImportResult }) {
  if (result.changes.length === 0) return <p role="status">{t("importNothing")}</p>;
  return (
    <ul role="status" className="flex flex-col gap-1">
      {result.changes.map(({ kind, name, did }) => (
        <li key={`${kind} ${name}`}>
          {t(`kind-${kind}`)} <span className="text-code">{name}</span>{" "}
          <span className="text-muted">{t(`did-${did}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Reads a file of model servers and aliases: first what it would change, then the change itself. */
export function ImportSheet() {
  const id = useId();
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const { mutate, isPending, data, error, reset } = useMutation({
    mutationFn: (isTrial: boolean) => modelActs.importFile({ text, isTrial }),
    onSuccess: (result) => {
      if (result.isTrial) return;
      showToast({ tone: "positive", title: t("imported") });
      setOpen(false);
      router.refresh();
    },
    onError: (failure) => {
      if (!(failure instanceof ApiError) || failure.fields.length === 0) tellFailure(failure);
    },
  });
  const write = (next: string) => {
    setText(next);
    reset();
  };
  const isTried = data?.isTrial === true;
  return (
    <Sheet
      open={open}
      onOpenChange={setOpen}
      width="wide"
      trigger={<Button>{t("import")}</Button>}
      title={t("importTitle")}
      description={t("importText")}
      footer={
        <Button
          variant="primary"
          disabled={text.trim() === ""}
          pending={isPending}
          pendingLabel={t("reading")}
          onClick={() => mutate(!isTried)}
        >
          {t(isTried ? "importNow" : "importTry")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div>
          <Button onClick={() => chooser.current?.click()}>{t("importFile")}</Button>
          <input
            ref={chooser}
            type="file"
            hidden
            accept=".yaml,.yml"
            aria-label={t("importFile")}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file)
                void file
                  .slice(0, modelFileLimit + 1)
                  .text()
                  .then(write);
              target.value = "";
            }}
          />
        </div>
        <Field id={`${id}-text`} label={t("importYaml")}>
          {(control) => (
            <Textarea
              {...control}
              mono
              rows={14}
              spellCheck={false}
              value={text}
              onChange={({ target }) => write(target.value)}
            />
          )}
        </Field>
        {data && <Changes result={data} />}
        {error instanceof ApiError && <ImportProblems problems={error.fields} />}
      </div>
    </Sheet>
  );
}
