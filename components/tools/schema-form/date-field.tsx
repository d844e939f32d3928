"use client";

import { hintOf, placeholderOf, t, valueText } from "#components/tools/schema-form/field-words.ts";
import { type FieldProps, useFieldError, useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { NullChoice } from "#components/tools/schema-form/null-choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useIsInBrowser } from "#components/ui/now.tsx";
import { fromLocalInput, toLocalInput } from "#lib/tools/form/local-time.ts";

type Control = {
  type: string;
  shown: string | undefined;
  read: (text: string) => string | undefined;
  hint?: string;
};

const optional = (text: string) => (text === "" ? undefined : text);

function controlFor(kind: "date" | "date-time" | "time", value: string): Control {
  if (kind === "date") {
    return {
      type: "date",
      shown: value === "" || /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined,
      read: optional,
    };
  }
  if (kind === "time") {
    const shown = value === "" ? "" : /^(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z$/i.exec(value)?.[1];
    const read = (text: string) => (text === "" ? undefined : `${text.length === 5 ? `${text}:00` : text}Z`);
    return { type: "time", shown, read, hint: t("utc") };
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const shown = value === "" ? "" : toLocalInput(value);
  return { type: "datetime-local", shown, read: fromLocalInput, hint: t("timeZone", { zone }) };
}

/** A day, a time of day or a moment. A value that the control cannot show stays in sight as text. */
export function DateField({
  field,
  id,
  path,
  value,
  label,
  hideLabel,
}: FieldProps<"date" | "date-time" | "time">) {
  const { change, disabled } = useSchemaForm();
  const error = useFieldError(path, label);
  // Only the browser knows the person's time zone.
  const isInBrowser = useIsInBrowser();
  const text = value === undefined || value === null ? "" : valueText(value);
  const control = isInBrowser || field.kind !== "date-time" ? controlFor(field.kind, text) : undefined;
  const isText = control?.shown === undefined;
  return (
    <div className="flex flex-col gap-1">
      <Field
        id={id}
        label={label}
        hideLabel={hideLabel}
        hint={hintOf(field, isText ? placeholderOf(field) : control.hint)}
        error={error}
        required={field.isRequired}
      >
        {(props) => (
          <Input
            {...props}
            type={isText ? "text" : control.type}
            step={control?.shown !== undefined && control.shown.length > 16 ? 1 : undefined}
            value={isText ? text : control.shown}
            disabled={disabled || value === null}
            onChange={(event) => change(path, (isText ? optional : control.read)(event.target.value))}
          />
        )}
      </Field>
      <NullChoice field={field} path={path} value={value} />
    </div>
  );
}
