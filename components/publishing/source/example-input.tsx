"use client";

import { t } from "#components/publishing/source/source-words.ts";
import { SchemaForm } from "#components/tools/schema-form/schema-form.tsx";
import { Button } from "#components/ui/button.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import { initialValue } from "#lib/tools/form/form-value.ts";

type ExampleInputProps = {
  idPrefix: string;
  schema: JsonSchema;
  /** Undefined when there is none. */
  value: unknown;
  onChange: (value: unknown) => void;
};

/** An input to show and to check the operation with, in the form that people will fill in. */
export function ExampleInput({ idPrefix, schema, value, onChange }: ExampleInputProps) {
  const isGiven = value !== undefined && value !== null;
  return (
    <section aria-labelledby={`${idPrefix}-title`} className="flex min-w-0 flex-col gap-3">
      <div>
        <h4 id={`${idPrefix}-title`} className="font-semibold">
          {t("exampleInput")}
        </h4>
        <p className="text-muted text-small">{t("exampleInputHint")}</p>
      </div>
      {isGiven && (
        <form
          noValidate
          onSubmit={(event) => event.preventDefault()}
          className="min-w-0 rounded-control border p-3"
        >
          <SchemaForm schema={schema} value={value} onChange={onChange} idPrefix={idPrefix} />
        </form>
      )}
      <div>
        <Button size="small" onClick={() => onChange(isGiven ? undefined : (initialValue(schema) ?? {}))}>
          {t(isGiven ? "exampleRemove" : "exampleAdd")}
        </Button>
      </div>
    </section>
  );
}
