import { t } from "#components/publishing/source/source-words.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { OperationAnnotations } from "#lib/catalog/operation.ts";

type AnnotationFieldsProps = {
  value: OperationAnnotations;
  onChange: (value: OperationAnnotations) => void;
};

const fields = [
  { field: "readOnly", label: "readOnly", hint: "readOnlyHint" },
  { field: "destructive", label: "destructive", hint: "destructiveHint" },
  { field: "idempotent", label: "idempotent", hint: "idempotentHint" },
  { field: "openWorld", label: "openWorld", hint: "openWorldHint" },
] as const;

/** What an operation does to the world: its owner knows it, and approvals follow from it. */
export function AnnotationFields({ value, onChange }: AnnotationFieldsProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 max-md:gap-0">
      <legend className="pb-1 font-semibold">{t("does")}</legend>
      {fields.map(({ field, label, hint }) => (
        <Checkbox
          key={field}
          label={t(label)}
          hint={t(hint)}
          checked={value[field]}
          disabled={field === "destructive" && value.readOnly}
          onChange={(event) => {
            const next = { ...value, [field]: event.target.checked };
            onChange(next.readOnly ? { ...next, destructive: false } : next);
          }}
        />
      ))}
    </fieldset>
  );
}
