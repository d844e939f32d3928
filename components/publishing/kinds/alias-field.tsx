"use client";

import { t } from "#components/publishing/draft/draft-words.ts";
import { type OperationForm, placeId, withBinding } from "#components/publishing/kinds/operation-form.ts";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";

export type AliasChoice = {
  readonly name: string;
  readonly description: string;
  readonly writes: boolean;
};

/** The model that an operation is bound to, by the stable name behind which an administrator puts models. */
export function AliasField({
  operation,
  onChange,
  errorOf,
  aliases,
}: OperationForm & { aliases: readonly AliasChoice[] }) {
  const value = String(operation.binding.modelAlias ?? "");
  const chosen = aliases.find(({ name }) => name === value);
  return (
    <div className="flex flex-col gap-1">
      <Field
        id={placeId("binding.modelAlias")}
        label={t("model")}
        hint={t("modelHint")}
        error={errorOf("binding.modelAlias")}
      >
        {(control) => (
          <Select
            {...control}
            value={value}
            onChange={(event) => onChange(withBinding(operation, { modelAlias: event.target.value }))}
          >
            {!chosen && <option value={value}>{value || t("chooseModel")}</option>}
            {aliases.map(({ name, writes }) => (
              <option key={name} value={name}>
                {writes ? name : t("aliasWithout", { name })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {chosen && (
        <p className="text-muted text-small">
          {chosen.description} {!chosen.writes && t("aliasWaits")}
        </p>
      )}
    </div>
  );
}
