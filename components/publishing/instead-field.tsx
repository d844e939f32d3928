"use client";

import { Plus, X } from "lucide-react";
import { t } from "#components/publishing/editor-words.ts";
import { GroupField } from "#components/publishing/group-field.tsx";
import { useRows } from "#components/publishing/use-rows.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { DraftWords } from "#lib/publishing/schema.ts";

type InsteadFieldProps = {
  values: DraftWords["useInstead"];
  choices: readonly { readonly slug: string; readonly name: string }[];
  error?: string | undefined;
  onChange: (values: DraftWords["useInstead"]) => void;
};

/** What to use instead: words, and the tool that they lead to. */
export function InsteadField({ values, choices, error, onChange }: InsteadFieldProps) {
  const { rows, add, remove, change } = useRows(values, onChange);
  const options = choices.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <GroupField field="useInstead" hint={t("useInsteadHint")} error={error}>
      {rows.map(({ id, value }, at) => (
        <div key={id} className="flex items-start gap-2">
          <div className="grid min-w-0 flex-1 gap-2 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <Input
              aria-label={t("insteadText", { number: at + 1 })}
              placeholder={t("insteadTextPlaceholder")}
              value={value.text}
              onChange={(event) => change(id, { ...value, text: event.target.value })}
            />
            <Combobox
              aria-label={t("insteadTool", { number: at + 1 })}
              placeholder={t("insteadToolPlaceholder")}
              emptyText={t("noSuchTool")}
              options={
                value.slug === null || choices.some(({ slug }) => slug === value.slug)
                  ? options
                  : [...options, { value: value.slug, label: value.slug }]
              }
              value={value.slug}
              onValueChange={(slug) => change(id, { ...value, slug })}
            />
          </div>
          <IconButton label={t("removeInstead", { number: at + 1 })} onClick={() => remove(id)}>
            <X />
          </IconButton>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => add({ text: "", slug: null })}>
          <Plus />
          {t("addInstead")}
        </Button>
      </div>
    </GroupField>
  );
}
