"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answerForm, type FormAnswer } from "#components/runs/mutations.ts";
import { SplitForm } from "#components/runs/split-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import type { FieldProblem } from "#lib/errors.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { FormPart } from "#lib/runs/schema.ts";
import { checkDraft, labelAt } from "#lib/tools/form/check-draft.ts";
import { initialValue } from "#lib/tools/form/form-value.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";

const t = translator(chat);

function startOf(form: FormPart): Record<string, unknown> {
  const start = initialValue(form.inputSchema as JsonSchema);
  return { ...(isJsonObject(start) ? start : {}), ...form.filled };
}

/** A form in the thread, filled as far as the request named values; each filled value says from which words. */
export function FormCard({ form, runId }: { form: FormPart; runId: string }) {
  const schema = form.inputSchema as JsonSchema;
  const [value, setValue] = useState(() => startOf(form));
  const answer = useMutation({ mutationFn: (given: FormAnswer) => answerForm(runId, form.formId, given) });
  const error = answer.error instanceof ApiError ? answer.error : null;
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const errors = error?.fields.length ? error.fields : problems;
  const isBusy = answer.isPending || answer.isSuccess;
  if (form.state !== "open") {
    return (
      <p className="text-muted text-small">
        {form.toolName} · {form.title}: {t(form.state === "sent" ? "formSent" : "formDismissed")}
      </p>
    );
  }
  const sources = Object.entries(form.filledFrom).map(([name, words]) =>
    t("filledFrom", { field: labelAt(schema, value, [name]), words }),
  );
  return (
    <form
      aria-label={`${form.toolName}: ${form.title}`}
      data-waits=""
      noValidate
      className="flex flex-col gap-4 rounded-card border bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault();
        const found = checkDraft(schema, value);
        setProblems(found);
        if (found.length === 0) answer.mutate({ kind: "send", arguments: value });
      }}
    >
      <header className="flex flex-col">
        <h3 className="text-lead">{form.title}</h3>
        <p className="text-muted text-small">
          {t("formIntro", { tool: form.toolName })}
          {sources.length > 0 && ` ${t("filled")}: ${sources.join(", ")}.`}
        </p>
      </header>
      {form.doubtful.map((doubt) => (
        <Notice key={doubt.path} tone="caution" title={doubt.sentence}>
          <span className="mt-2 flex flex-wrap gap-2">
            {doubt.choices.map((choice) => (
              <Button
                key={choice.label}
                aria-pressed={value[doubt.path] === choice.value}
                onClick={() => setValue({ ...value, [doubt.path]: choice.value })}
              >
                {choice.label}
              </Button>
            ))}
          </span>
        </Notice>
      ))}
      <SplitForm
        schema={schema}
        value={value}
        first={[...form.missing, ...Object.keys(form.filled), ...form.doubtful.map(({ path }) => path)]}
        onChange={setValue}
        errors={errors}
        disabled={isBusy}
        idPrefix={`form-${form.formId}`}
      />
      {error && error.fields.length === 0 && (
        <Notice tone="danger" title={error.message}>
          {error.mend}
        </Notice>
      )}
      <footer className="flex flex-wrap gap-2">
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
