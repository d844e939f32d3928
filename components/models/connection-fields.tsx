import type { ProviderDraft } from "#components/models/provider-draft.ts";
import { SecretInput } from "#components/models/secret-input.tsx";
import type { Problems } from "#components/models/use-save.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import { providerTypeFacts, type SecretField, standardAddress } from "#lib/models/provider-types.ts";

const t = translator(models);

type ConnectionFieldsProps = {
  id: string;
  draft: ProviderDraft;
  stored: readonly SecretField[];
  problems: Problems;
  onChange: (change: Partial<ProviderDraft>) => void;
};

/** Where a server is and what it wants to see, by its type. */
export function ConnectionFields({ id, draft, stored, problems, onChange }: ConnectionFieldsProps) {
  const facts = providerTypeFacts[draft.type];
  const standard = standardAddress(draft.type, draft);
  const needsAddress = facts.address === null;
  const kind = draft.type === "azure" ? "azure" : "openai-compatible";
  const example = t(`example-${kind}`);
  return (
    <>
      {facts.settings.map(({ field, isRequired }) => (
        <Field
          key={field}
          id={`${id}-${field}`}
          label={t(`field-${field}`)}
          hint={t(`hint-${field}`)}
          required={isRequired}
          error={problems[field]}
        >
          {(control) => (
            <Input
              {...control}
              mono
              maxLength={40}
              value={draft[field]}
              onChange={({ target }) => onChange({ [field]: target.value.trim() })}
            />
          )}
        </Field>
      ))}
      <Field
        id={`${id}-baseUrl`}
        label={t("field-baseUrl")}
        hint={needsAddress ? t(`hint-address-${kind}`) : t("hint-address-standard")}
        required={needsAddress}
        error={problems.baseUrl}
      >
        {(control) => (
          <Input
            {...control}
            mono
            type="url"
            inputMode="url"
            placeholder={standard ?? facts.address?.replace("{awsRegion}", "…") ?? example}
            value={draft.baseUrl}
            onChange={({ target }) => onChange({ baseUrl: target.value })}
          />
        )}
      </Field>
      {facts.secrets.map(({ field, isRequired }) => (
        <SecretInput
          key={field}
          id={`${id}-${field}`}
          label={t(`field-${field}`)}
          isRequired={isRequired}
          isStored={stored.includes(field)}
          value={draft.secrets[field]}
          error={problems[field]}
          onChange={(value) => {
            const { [field]: _, ...others } = draft.secrets;
            onChange({ secrets: value === undefined ? others : { ...others, [field]: value } });
          }}
        />
      ))}
    </>
  );
}
