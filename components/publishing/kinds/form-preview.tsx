"use client";

import { useDeferredValue } from "react";
import { t } from "#components/publishing/draft/draft-words.ts";
import { SchemaForm } from "#components/tools/schema-form/schema-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";
import { initialValue } from "#lib/tools/form/form-value.ts";

type FormPreviewProps = {
  operation: DraftOperation;
  onChange: (operation: DraftOperation) => void;
};

/** The form as people will see it; what is filled in becomes the example. */
export function FormPreview({ operation, onChange }: FormPreviewProps) {
  const schema = useDeferredValue(operation.inputSchema);
  const { exampleInput, ...rest } = operation;
  return (
    <section aria-labelledby="form-preview" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="form-preview" className="text-lead">
          {t("preview")}
        </h2>
        {exampleInput !== undefined && (
          <Button size="small" variant="quiet" onClick={() => onChange(rest)}>
            {t("clearExample")}
          </Button>
        )}
      </div>
      <p className="text-muted text-small">{t("previewHint")}</p>
      <Card className="flex min-w-0 flex-col gap-4">
        <p className="break-words text-lead">{operation.title}</p>
        {operation.description && <p className="break-words text-muted">{operation.description}</p>}
        <SchemaForm
          key={JSON.stringify(schema)}
          schema={schema}
          value={exampleInput ?? initialValue(schema)}
          idPrefix="preview"
          onChange={(value) => onChange({ ...operation, exampleInput: value })}
        />
      </Card>
    </section>
  );
}
