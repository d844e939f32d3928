"use client";

import { Plus, X } from "lucide-react";
import { FieldLegend } from "#components/tools/schema-form/field-legend.tsx";
import { hintOf, t } from "#components/tools/schema-form/field-words.ts";
import { type FieldProps, useFieldError, useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { MapFields } from "#components/tools/schema-form/map-fields.tsx";
import { NullChoice } from "#components/tools/schema-form/null-choice.tsx";
import { Button } from "#components/ui/button.tsx";
import { describeField } from "#lib/tools/form/field.ts";
import type { InnerField } from "#lib/tools/form/field-model.ts";
import { initialValue } from "#lib/tools/form/form-value.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";

/**
 * Fields that belong together. One that may be left out is closed until it is added, which is also where a
 * schema that holds itself stops.
 */
export function GroupField({ field, id, path, value, label, hideLabel, depth }: FieldProps<"group">) {
  const { root, change, disabled, Part } = useSchemaForm();
  const error = useFieldError(path, label);
  const isRoot = depth === 0;
  const isOpen = isRoot || field.isRequired || isJsonObject(value);
  const members = isJsonObject(value) ? value : {};
  // Within a choice, the fixed value that tells one kind from another was chosen with the kind.
  const isChosen = (inner: InnerField) =>
    hideLabel && inner.isRequired && describeField(inner, root, depth + 1).kind === "constant";

  const content = isOpen && (
    <>
      {field.fields
        .filter((inner) => !isChosen(inner))
        .map((inner) => (
          <Part
            key={inner.name}
            inner={inner}
            path={[...path, inner.name]}
            value={Object.hasOwn(members, inner.name) ? members[inner.name] : undefined}
            depth={depth + 1}
          />
        ))}
      {field.others !== undefined && (
        <MapFields
          id={`${id}-others`}
          path={path}
          members={members}
          known={field.fields.map((inner) => inner.name)}
          valueSchema={field.others}
          depth={depth + 1}
        />
      )}
    </>
  );
  if (isRoot) return <div className="flex min-w-0 flex-col gap-4">{content}</div>;

  return (
    <fieldset id={id} tabIndex={-1} className="flex min-w-0 flex-col gap-2">
      <legend className={hideLabel ? "sr-only" : "pb-1 font-semibold"}>
        <FieldLegend label={label} hint={hintOf(field)} isRequired={field.isRequired} />
      </legend>
      {isOpen && <div className="flex min-w-0 flex-col gap-4 border-l-2 pl-4">{content}</div>}
      {!field.isRequired && (
        <div className="flex flex-wrap items-center gap-4">
          <Button
            variant={isOpen ? "quiet" : "secondary"}
            size="small"
            disabled={disabled}
            onClick={() => change(path, isOpen ? undefined : (initialValue(root, field.schema) ?? {}))}
          >
            {isOpen ? <X /> : <Plus />}
            {t(isOpen ? "remove" : "add", { label })}
          </Button>
          <NullChoice field={field} path={path} value={value} />
        </div>
      )}
      {error && <p className="text-danger text-small">{error}</p>}
    </fieldset>
  );
}
