import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(models);

type SecretInputProps = {
  id: string;
  label: string;
  isRequired: boolean;
  isStored: boolean;
  /** Undefined keeps what is stored; empty removes it. */
  value: string | undefined;
  error: string | undefined;
  onChange: (value: string | undefined) => void;
};

/** A secret that can be entered, replaced or removed, and never read. */
export function SecretInput({ id, label, isRequired, isStored, value, error, onChange }: SecretInputProps) {
  const isDropped = isStored && value === "";
  const hint = isStored ? "fieldKeyKeep" : isRequired ? "fieldSecretHint" : "fieldKeyHint";
  return (
    <div className="flex flex-col gap-2">
      <Field id={id} label={label} hint={t(hint)} required={isRequired && !isStored} error={error}>
        {(control) => (
          <Input
            {...control}
            mono
            type="password"
            autoComplete="off"
            value={value ?? ""}
            disabled={isDropped}
            onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
          />
        )}
      </Field>
      {isStored && !isRequired && (
        <Checkbox
          label={t("fieldKeyRemove")}
          checked={isDropped}
          onChange={({ target }) => onChange(target.checked ? "" : undefined)}
        />
      )}
    </div>
  );
}
