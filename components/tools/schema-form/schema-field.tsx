"use client";

import { BooleanField } from "#components/tools/schema-form/boolean-field.tsx";
import { ChoiceField } from "#components/tools/schema-form/choice-field.tsx";
import { ConstantField } from "#components/tools/schema-form/constant-field.tsx";
import { DateField } from "#components/tools/schema-form/date-field.tsx";
import { fieldId, type PartProps, useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { GroupField } from "#components/tools/schema-form/group-field.tsx";
import { JsonField } from "#components/tools/schema-form/json-field.tsx";
import { ListField } from "#components/tools/schema-form/list-field.tsx";
import { NumberField } from "#components/tools/schema-form/number-field.tsx";
import { OptionsField } from "#components/tools/schema-form/options-field.tsx";
import { SeveralField } from "#components/tools/schema-form/several-field.tsx";
import { TextField } from "#components/tools/schema-form/text-field.tsx";
import { describeField } from "#lib/tools/form/field.ts";

/** The control for one value of a schema. */
export function SchemaField({ inner, path, value, depth, label, hideLabel = false }: PartProps) {
  const { root, idPrefix } = useSchemaForm();
  const field = describeField(inner, root, depth);
  const shared = { id: fieldId(idPrefix, path), path, value, label: label ?? field.label, hideLabel, depth };
  switch (field.kind) {
    case "text":
      return <TextField {...shared} field={field} />;
    case "number":
      return <NumberField {...shared} field={field} />;
    case "boolean":
      return <BooleanField {...shared} field={field} />;
    case "date":
    case "date-time":
    case "time":
      return <DateField {...shared} field={field} />;
    case "options":
      return <OptionsField {...shared} field={field} />;
    case "several":
      return <SeveralField {...shared} field={field} />;
    case "constant":
      return <ConstantField {...shared} field={field} />;
    case "group":
      return <GroupField {...shared} field={field} />;
    case "list":
      return <ListField {...shared} field={field} />;
    case "choice":
      return <ChoiceField {...shared} field={field} />;
    case "json":
      return <JsonField {...shared} field={field} />;
  }
}
