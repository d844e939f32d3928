"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answerForm, type FormAnswer } from "#components/runs/mutations.ts";
import { SchemaForm } from "#components/tools/schema-form/schema-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import { ApiError } from "#lib/http/api-client.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { FormPart } from "#lib/runs/schema.ts";

const t = translator(chat);

/** A form in the thread, filled as far as the request named values; each filled value says from which words. */
export function FormCard({ form, runId }: { form: FormPart; runId: string }) {
  const [value, setValue] = useState<Record<string, unknown>>(form.filled);
  const answer = useMutation({ mutationFn: (given: FormAnswer) => answerForm(runId, form.formId, given) });
  const error = answer.error instanceof ApiError ? answer.error : null;
  const isBusy = answer.isPending || answer.isSuccess;
  if (form.state !== "open") {
    return (
      <p className="text-muted text-small">
        {form.toolName} · {form.title}: {form.state === "sent" ? "form sent" : "form dismissed"}
      </p>
    );
  }
  const sources = Object.entries(form.filledFrom);
  return (
    <form
      aria-label={`${form.toolName}: ${form.title}`}
      className="flex flex-col gap-4 rounded-card border bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault();
        answer.mutate({ kind: "send", arguments: value });
      }}
    >
      <header className="flex flex-col">
        <h3 className="text-lead">{form.title}</h3>
        <p className="text-muted text-small">{t("formIntro", { tool: form.toolName })}</p>
      </header>
      {form.doubtful.map((doubt) => (
        <Notice key={doubt.path} tone="caution" title={doubt.sentence}>
          {doubt.choices.length > 0 && (
            <span className="flex flex-wrap gap-2">
              {doubt.choices.map((choice) => (
                <Button
                  key={choice.label}
                  size="small"
                  onClick={() => setValue({ ...value, [doubt.path]: choice.value })}
                >
                  {choice.label}
                </Button>
              ))}
            </span>
          )}
        </Notice>
      ))}
      <SchemaForm
        schema={form.inputSchema as JsonSchema}
        value={value}
        onChange={(next) => setValue(next as Record<string, unknown>)}
        errors={error ? [...error.fields] : []}
        disabled={isBusy}
        idPrefix={`form-${form.formId}`}
      />
      {sources.length > 0 && (
        <p className="text-muted text-small">
          Filled: {sources.map(([path, words]) => `${path} ${t("filledFrom", { words })}`).join("; ")}
        </p>
      )}
      {error && (
        <Notice tone="danger" title={error.message}>
          {error.mend}
        </Notice>
      )}
      <footer className="flex gap-2">
        <Button
          type="submit"
          variant="primary"
          pending={isBusy && answer.variables?.kind === "send"}
          disabled={isBusy}
        >
          {t("sendForm")}
        </Button>
        <Button onClick={() => answer.mutate({ kind: "dismiss" })} disabled={isBusy}>
          {t("dismissForm")}
        </Button>
      </footer>
    </form>
  );
}
