"use client";

import { type FormEvent, useState } from "react";
import { ConfirmRun } from "#components/runs/try-it/confirm-run.tsx";
import { HandOn } from "#components/runs/try-it/hand-on.tsx";
import { SaveInput } from "#components/runs/try-it/save-input.tsx";
import { SchemaForm } from "#components/tools/schema-form/schema-form.tsx";
import { Button } from "#components/ui/button.tsx";
import type { OperationView } from "#lib/catalog/schema.ts";
import type { FieldProblem } from "#lib/errors.ts";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { translator } from "#lib/messages/translate.ts";
import { withoutSecrets } from "#lib/runs/without-secrets.ts";
import { checkDraft } from "#lib/tools/form/check-draft.ts";
import { initialValue } from "#lib/tools/form/form-value.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";

const t = translator(tryIt);

type OperationFormProps = {
  slug: string;
  toolName: string;
  /** Name of the session's cookie, for calls that are copied. */
  cookie: string;
  /** It is a draft's form: nothing of it is kept or handed on, because others cannot run it. */
  isDraft?: boolean;
  operation: OperationView;
  /** Values to begin with, such as those of a shared link. */
  start: Record<string, unknown> | null;
  isRunning: boolean;
  /** What the server refused in the last run of these values. */
  refused: readonly FieldProblem[];
  onRun: (values: Record<string, unknown>) => void;
  onCancel: () => void;
};

const asObject = (value: unknown): Record<string, unknown> => (isJsonObject(value) ? value : {});

/** The form of one operation, made from its schema. Mount it anew (by key) to begin with other values. */
export function OperationForm(props: OperationFormProps) {
  const { slug, toolName, cookie, isDraft, operation, start, isRunning, refused, onRun, onCancel } = props;
  const { inputSchema, exampleInput, annotations } = operation;
  const [value, setValue] = useState<unknown>(() => start ?? initialValue(inputSchema));
  const [problems, setProblems] = useState<readonly FieldProblem[]>(() => checkDraft(inputSchema, value));
  // Problems are shown once somebody tried to run the form, and then follow the typing.
  const [isChecked, setChecked] = useState(false);
  const [changedSince, setChangedSince] = useState(false);
  const [toConfirm, setToConfirm] = useState<Record<string, unknown> | null>(null);

  const change = (next: unknown, found: readonly FieldProblem[]) => {
    setValue(next);
    setProblems(found);
    setChangedSince(true);
  };
  const replace = (next: unknown) => {
    change(next, checkDraft(inputSchema, next));
    setChecked(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRunning) return;
    setChecked(true);
    if (problems.length > 0) return;
    const values = asObject(value);
    setChangedSince(false);
    if (annotations.readOnly) onRun(values);
    else setToConfirm(values);
  };
  const shareable = () => withoutSecrets(inputSchema, asObject(value));
  const errors = isChecked && problems.length > 0 ? problems : changedSince ? [] : refused;
  const hasExample = isJsonObject(exampleInput) && Object.keys(exampleInput).length > 0;

  return (
    <form onSubmit={submit} noValidate className="flex min-w-0 flex-col gap-4">
      <SchemaForm
        idPrefix="try"
        schema={inputSchema}
        value={value}
        onChange={change}
        errors={errors}
        disabled={isRunning}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" pending={isRunning} pendingLabel={t("running")}>
          {t("run")}
        </Button>
        {isRunning && <Button onClick={onCancel}>{t("cancel")}</Button>}
        {hasExample && !isRunning && (
          <Button onClick={() => replace(exampleInput)}>{t("fillExample")}</Button>
        )}
        {!isRunning && (
          <>
            <Button variant="quiet" onClick={() => replace(initialValue(inputSchema))}>
              {t("clear")}
            </Button>
            {!isDraft && (
              <>
                <SaveInput place={{ slug, operation: operation.name }} values={shareable()} />
                <HandOn slug={slug} operationName={operation.name} values={shareable()} cookie={cookie} />
              </>
            )}
          </>
        )}
      </div>
      <p className="text-muted text-small">{annotations.readOnly ? t("readsOnly") : t("asks")}</p>
      <ConfirmRun
        operation={operation}
        toolName={toolName}
        values={toConfirm}
        onClose={() => setToConfirm(null)}
        onConfirm={onRun}
      />
    </form>
  );
}
