"use client";

import { NameForm } from "#components/publishing/new-tool/name-form.tsx";
import { cloneTool } from "#components/publishing/new-tool/new-tool-requests.ts";
import { t } from "#components/publishing/new-tool/new-tool-words.ts";
import type { NewTool } from "#components/publishing/new-tool/use-new-tool.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { showToast } from "#components/ui/toast-store.ts";

type CloneStartProps = {
  choices: readonly { readonly slug: string; readonly name: string }[];
  chosen: string | null;
  tool: NewTool;
  onChoose: (slug: string | null, name: string | null) => void;
};

/** A copy of a tool of the catalog, under a name of its own. */
export function CloneStart({ choices, chosen, tool, onChoose }: CloneStartProps) {
  const options = choices.map(({ slug, name }) => ({ value: slug, label: name }));
  const original = choices.find(({ slug }) => slug === chosen);
  return (
    <div className="flex flex-col gap-6">
      <Field id="new-tool-original" label={t("which")} hint={t("whichHint")} className="max-w-thread">
        {(control) => (
          <Combobox
            {...control}
            emptyText={t("noSuchTool")}
            options={options}
            value={original?.slug ?? null}
            onValueChange={(slug) => {
              const name = choices.find((one) => one.slug === slug)?.name;
              onChoose(slug, name ? t("copyOf", { name }) : null);
            }}
          />
        )}
      </Field>
      {original && (
        <NameForm
          tool={tool}
          showsPurpose={false}
          onMake={() =>
            tool.make(
              async ({ name, slug }) => {
                const copy = await cloneTool(original.slug, { name, slug });
                if (copy.copied === "words") showToast({ title: t("wordsCopied") });
                else if (copy.missingImages > 0)
                  showToast({ title: t("imagesMissing", { count: copy.missingImages }) });
                return { slug: copy.slug, isWhole: true };
              },
              (slug) => `/owner/${slug}/edit`,
            )
          }
        />
      )}
    </div>
  );
}
