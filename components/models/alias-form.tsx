"use client";

import { type FormEvent, useId, useState } from "react";
import { problemsIn } from "#components/models/form-problems.ts";
import { ModelOrder, type OfferedModel } from "#components/models/model-order.tsx";
import type { Problems } from "#components/models/use-save.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import { aliasChangeSchema, type NewAlias, newAliasSchema } from "#lib/models/administration.ts";
import type { AliasView } from "#lib/models/schema.ts";

const t = translator(models);

type AliasFormProps = {
  formId: string;
  alias: AliasView | null;
  offered: readonly OfferedModel[];
  problems: Problems;
  onSave: (input: NewAlias) => void;
};

/** Name, purpose, and the models in order. The name of an alias that exists stays. */
export function AliasForm({ formId, alias, offered, problems: fromServer, onSave }: AliasFormProps) {
  const id = useId();
  const [name, setName] = useState(alias?.name ?? "");
  const [description, setDescription] = useState(alias?.description ?? "");
  const [modelIds, setModelIds] = useState<readonly string[]>(alias?.models.map((model) => model.id) ?? []);
  const [ownProblems, setProblems] = useState<Problems>({});
  const problems: Problems = { ...fromServer, ...ownProblems };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = { description, modelIds: [...modelIds] };
    const input = { name, ...fields };
    const found = alias ? problemsIn(aliasChangeSchema, fields) : problemsIn(newAliasSchema, input);
    setProblems(found ?? {});
    if (!found) onSave(input);
  };
  return (
    <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
      {!alias && (
        <Field id={`${id}-name`} label={t("fieldAliasName")} required error={problems.name}>
          {(control) => (
            <Input
              {...control}
              mono
              maxLength={40}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
      )}
      <Field id={`${id}-description`} label={t("fieldDescription")} error={problems.description}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={description}
            onChange={({ target }) => setDescription(target.value)}
          />
        )}
      </Field>
      <Field id={`${id}-models`} label={t("fieldOrder")} error={problems.modelIds}>
        {(control) => (
          <ModelOrder control={control} offered={offered} order={modelIds} onChange={setModelIds} />
        )}
      </Field>
    </form>
  );
}
