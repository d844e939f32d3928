"use client";

import { Plus, X } from "lucide-react";
import { t } from "#components/publishing/editor-words.ts";
import { GroupField } from "#components/publishing/group-field.tsx";
import { useRows } from "#components/publishing/use-rows.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { DraftWords } from "#lib/publishing/schema.ts";

type ExamplesFieldProps = {
  values: DraftWords["examples"];
  error?: string | undefined;
  onChange: (values: DraftWords["examples"]) => void;
};

/** Requests with a good answer each. */
export function ExamplesField({ values, error, onChange }: ExamplesFieldProps) {
  const { rows, add, remove, change } = useRows(values, onChange);
  return (
    <GroupField field="examples" hint={t("examplesHint")} error={error}>
      {rows.map(({ id, value }, at) => (
        <div key={id} className="flex items-start gap-2">
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            <Input
              aria-label={t("exampleRequest", { number: at + 1 })}
              placeholder={t("requestPlaceholder")}
              value={value.request}
              onChange={(event) => change(id, { ...value, request: event.target.value })}
            />
            <Textarea
              aria-label={t("exampleAnswer", { number: at + 1 })}
              placeholder={t("answerPlaceholder")}
              rows={2}
              value={value.answer}
              onChange={(event) => change(id, { ...value, answer: event.target.value })}
            />
          </div>
          <IconButton label={t("removeExample", { number: at + 1 })} onClick={() => remove(id)}>
            <X />
          </IconButton>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => add({ request: "", answer: "" })}>
          <Plus />
          {t("addExample")}
        </Button>
      </div>
    </GroupField>
  );
}
