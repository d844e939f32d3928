"use client";

import { Section } from "#components/layout/section.tsx";
import { t } from "#components/publishing/draft/draft-words.ts";
import { FormBuilder } from "#components/publishing/kinds/form-builder.tsx";
import { JsonText } from "#components/publishing/kinds/json-text.tsx";
import { type OperationForm, placeId } from "#components/publishing/kinds/operation-form.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { jsonSchemaSchema } from "#lib/catalog/operation.ts";

/** What people fill in: by fields, and the rest of it as JSON Schema. */
export function FormSection({ operation, onChange, generation }: OperationForm & { generation: number }) {
  const { inputSchema } = operation;
  return (
    <Section title={t("form")} description={t("formHint")}>
      <FormBuilder
        key={generation}
        schema={inputSchema}
        onChange={(schema) => onChange({ ...operation, inputSchema: schema })}
      />
      <Disclosure summary={t("editAsJson")}>
        <JsonText
          id={placeId("inputSchema")}
          label={t("formJson")}
          hint={t("formJsonHint")}
          value={inputSchema}
          onChange={(value) => {
            const schema = jsonSchemaSchema.safeParse(value);
            if (!schema.success) return t("notSchema");
            onChange({ ...operation, inputSchema: schema.data });
            return null;
          }}
        />
      </Disclosure>
    </Section>
  );
}
