import { t } from "#components/tools/schema-form/field-words.ts";

/** The name of a group of controls, whether it is required, and its hint. */
export function FieldLegend({
  label,
  hint,
  isRequired,
}: {
  label: string;
  hint?: string | undefined;
  isRequired: boolean;
}) {
  return (
    <>
      {label}
      {isRequired && <span className="font-normal text-muted"> ({t("required")})</span>}
      {hint && <span className="block font-normal text-muted text-small">{hint}</span>}
    </>
  );
}
