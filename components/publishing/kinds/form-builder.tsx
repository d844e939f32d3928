"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { t } from "#components/publishing/draft/draft-words.ts";
import {
  asKind,
  type FormField,
  type FormFieldKind,
  fieldKinds,
  fieldsOf,
  nameFromLabel,
  schemaOf,
} from "#components/publishing/kinds/form-fields.ts";
import { useRows } from "#components/publishing/use-rows.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import { titleFromName } from "#lib/tools/title-from-name.ts";

type RowProps = {
  id: string;
  number: number;
  field: FormField;
  error: string | undefined;
  onChange: (field: FormField) => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
};

function FieldRow({ id, number, field, error, onChange, onRemove, onMove }: RowProps) {
  const isOther = field.kind === "other";
  // The name follows the label until somebody gives it another one, because templates refer to it.
  const follows = field.name === nameFromLabel(field.label) || field.name === "";
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-card border p-3">
      <legend className="px-1 text-muted text-small">{t("fieldNumber", { number })}</legend>
      <div className="grid gap-3 md:grid-cols-2">
        <Field id={`${id}-label`} label={t("fieldLabel")}>
          {(control) => (
            <Input
              {...control}
              disabled={isOther}
              placeholder={field.name === "" ? undefined : titleFromName(field.name)}
              value={isOther ? field.name : field.label}
              onChange={(event) => {
                const label = event.target.value;
                onChange({ ...field, label, ...(follows ? { name: nameFromLabel(label) } : {}) });
              }}
            />
          )}
        </Field>
        <Field id={`${id}-kind`} label={t("fieldKind")}>
          {(control) => (
            <Select
              {...control}
              disabled={isOther}
              value={field.kind}
              onChange={(event) => onChange(asKind(field, event.target.value as FormFieldKind))}
            >
              {fieldKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind-${kind}`)}
                </option>
              ))}
              {isOther && <option value="other">{t("kind-other")}</option>}
            </Select>
          )}
        </Field>
        <Field id={`${id}-name`} label={t("fieldName")} hint={t("fieldNameHint")} error={error}>
          {(control) => (
            <Input
              {...control}
              mono
              spellCheck={false}
              value={field.name}
              onChange={(event) => onChange({ ...field, name: event.target.value.slice(0, 80) })}
            />
          )}
        </Field>
        <Field id={`${id}-help`} label={t("fieldHelp")} hint={t("fieldHelpHint")}>
          {(control) => (
            <Input
              {...control}
              disabled={isOther}
              value={field.help}
              onChange={(event) => onChange({ ...field, help: event.target.value })}
            />
          )}
        </Field>
      </div>
      {field.kind === "choice" && (
        <Field id={`${id}-choices`} label={t("fieldChoices")} hint={t("perLine")}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              value={field.choices.join("\n")}
              onChange={(event) => onChange({ ...field, choices: event.target.value.split("\n") })}
            />
          )}
        </Field>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Checkbox
          label={t("fieldRequired")}
          checked={field.isRequired}
          onChange={(event) => onChange({ ...field, isRequired: event.target.checked })}
        />
        <span className="flex gap-1">
          <IconButton label={t("moveUp", { what: field.label || field.name })} onClick={() => onMove(-1)}>
            <ArrowUp />
          </IconButton>
          <IconButton label={t("moveDown", { what: field.label || field.name })} onClick={() => onMove(1)}>
            <ArrowDown />
          </IconButton>
          <IconButton label={t("remove", { what: field.label || field.name })} onClick={onRemove}>
            <X />
          </IconButton>
        </span>
      </div>
    </fieldset>
  );
}

type FormBuilderProps = { schema: JsonSchema; onChange: (schema: JsonSchema) => void };

/** A form made of fields. It keeps its rows, so that fields which are alike for a moment stay two. */
function Rows({ schema, fields, onChange }: FormBuilderProps & { fields: readonly FormField[] }) {
  const { rows, add, remove, change, move } = useRows<FormField>(fields, (next) =>
    // Empty lines are choices that are about to be written.
    onChange(
      schemaOf(
        next.map((one) => ({ ...one, choices: one.choices.filter((choice) => choice.trim() !== "") })),
        schema,
      ),
    ),
  );
  const repeated = (name: string, at: number) => rows.slice(0, at).some((row) => row.value.name === name);
  return (
    <>
      {rows.map(({ id, value }, at) => (
        <FieldRow
          key={id}
          id={`form-field-${id}`}
          number={at + 1}
          field={value}
          error={
            value.name === ""
              ? t("fieldNameMissing")
              : repeated(value.name, at)
                ? t("fieldNameTwice")
                : undefined
          }
          onChange={(next) => change(id, next)}
          onRemove={() => remove(id)}
          onMove={(by) => move(id, by)}
        />
      ))}
      {rows.length === 0 && <p className="text-muted">{t("noFields")}</p>}
      <div>
        <Button
          size="small"
          onClick={() =>
            add({ name: "", label: "", help: "", kind: "text", choices: [], isRequired: false, rest: {} })
          }
        >
          <Plus />
          {t("addField")}
        </Button>
      </div>
    </>
  );
}

/** The fields of a form one by one; a schema that is no such form is edited as JSON alone. */
export function FormBuilder({ schema, onChange }: FormBuilderProps) {
  const fields = fieldsOf(schema);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">{t("form")}</legend>
      {fields ? (
        <Rows schema={schema} fields={fields} onChange={onChange} />
      ) : (
        <p className="text-muted">{t("formAsJson")}</p>
      )}
    </fieldset>
  );
}
