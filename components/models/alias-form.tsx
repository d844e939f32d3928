"use client";

import { type FormEvent, useId, useState } from "react";
import { problemsIn } from "#components/models/form-problems.ts";
import { ModelOrder, type OfferedModel, type PlacedModel } from "#components/models/model-order.tsx";
import type { Problems } from "#components/models/use-save.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import {
  type AliasMode,
  aliasChangeSchema,
  aliasModes,
  type NewAlias,
  newAliasSchema,
} from "#lib/models/administration.ts";
import { embeddingsAlias } from "#lib/models/default-alias.ts";
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
  const [mode, setMode] = useState<AliasMode>(alias?.mode ?? "ordered");
  const [order, setOrder] = useState<readonly PlacedModel[]>(
    alias?.models.map((model) => ({ id: model.id, weight: model.weight })) ?? [],
  );
  const [ownProblems, setProblems] = useState<Problems>({});
  const problems: Problems = { ...fromServer, ...ownProblems };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = { description, mode, models: [...order] };
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
      {order.length > 1 && (
        <RadioGroup
          name={`${id}-mode`}
          legend={t("fieldMode")}
          options={aliasModes.map((each) => ({
            value: each,
            label: t(`mode-${each}`),
            hint: t(`modeHint-${each}`),
          }))}
          value={mode}
          onValueChange={(value) => setMode(aliasModes.find((each) => each === value) ?? mode)}
        />
      )}
      <Field
        id={`${id}-models`}
        label={t(mode === "weighted" ? "fieldWeights" : "fieldOrder")}
        error={problems.models}
      >
        {(control) => (
          <ModelOrder
            control={control}
            offered={offered.filter(({ makesVectors }) => makesVectors === (name === embeddingsAlias))}
            order={order}
            mode={mode}
            onChange={setOrder}
          />
        )}
      </Field>
    </form>
  );
}
