import { limitFields, type ProviderDraft } from "#components/models/provider-draft.ts";
import type { Problems } from "#components/models/use-save.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(models);

type LimitFieldsProps = {
  id: string;
  draft: ProviderDraft;
  problems: Problems;
  onChange: (change: Partial<ProviderDraft>) => void;
};

/** How much may go to a server; empty for no limit. */
export function LimitFields({ id, draft, problems, onChange }: LimitFieldsProps) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-1 font-semibold">{t("limits")}</legend>
      <p className="text-muted text-small">{t("limitsHint")}</p>
      <div className="grid gap-3 md:grid-cols-3">
        {limitFields.map((field) => (
          <Field key={field} id={`${id}-${field}`} label={t(`field-${field}`)} error={problems[field]}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                maxLength={10}
                value={draft.limits[field]}
                onChange={({ target }) =>
                  onChange({ limits: { ...draft.limits, [field]: target.value.replace(/\D/g, "") } })
                }
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
