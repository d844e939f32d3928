"use client";

import { t } from "#components/publishing/draft/agent-words.ts";
import { fixedText, fixedValue } from "#components/publishing/kinds/references.ts";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { StepInput } from "#lib/catalog/operation.ts";

type Way = "none" | "from" | "template" | "value";

function wayOf(input: StepInput | undefined): Way {
  if (!input) return "none";
  return "from" in input ? "from" : "template" in input ? "template" : "value";
}

type StepInputFieldProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  isRequired: boolean;
  /** The JSON Schema type of the property. */
  type: unknown;
  input: StepInput | undefined;
  references: readonly string[];
  error: string | undefined;
  onChange: (input: StepInput | undefined) => void;
};

/** Where one value of a step comes from: the request, an earlier step, a template, or always the same. */
export function StepInputField(props: StepInputFieldProps) {
  const { id, label, hint, isRequired, type, input, references, error, onChange } = props;
  const way = wayOf(input);
  const choose = (next: Way) => {
    if (next === "none") onChange(undefined);
    else if (next === "from") onChange({ from: references[0] ?? "" });
    else if (next === "template") onChange({ template: "" });
    else onChange({ value: type === "boolean" ? false : "" });
  };
  const listId = `${id}-references`;
  const missing = isRequired && way === "none" ? t("inputMissing") : undefined;
  const shown = error ?? missing;
  return (
    <fieldset
      id={id}
      aria-describedby={shown ? `${id}-error` : undefined}
      className="flex min-w-0 flex-col gap-1"
    >
      <legend className="break-words">
        {label}
        {isRequired && <span className="text-muted"> ({t("required")})</span>}
      </legend>
      {hint && <p className="break-words text-muted text-small">{hint}</p>}
      <div className="grid gap-2 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Select
          aria-label={t("inputWay", { name: label })}
          value={way}
          onChange={(event) => choose(event.target.value as Way)}
        >
          {(["none", "from", "template", "value"] as const).map((one) => (
            <option key={one} value={one}>
              {t(`way-${one}`)}
            </option>
          ))}
        </Select>
        {input && "from" in input && (
          <>
            <Input
              mono
              list={listId}
              spellCheck={false}
              aria-label={t("inputFrom", { name: label })}
              aria-invalid={shown ? true : undefined}
              value={input.from}
              onChange={(event) => onChange({ ...input, from: event.target.value })}
            />
            <datalist id={listId}>
              {references.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </>
        )}
        {input && "template" in input && (
          <Input
            spellCheck={false}
            aria-label={t("inputTemplate", { name: label })}
            placeholder={t("templatePlaceholder", { reference: `{{${references[0] ?? "input.name"}}}` })}
            aria-invalid={shown ? true : undefined}
            value={input.template}
            onChange={(event) => onChange({ template: event.target.value })}
          />
        )}
        {input && "value" in input && type === "boolean" && (
          <Select
            aria-label={t("inputValue", { name: label })}
            value={String(input.value)}
            onChange={(event) => onChange({ value: event.target.value === "true" })}
          >
            <option value="true">{t("yes")}</option>
            <option value="false">{t("no")}</option>
          </Select>
        )}
        {input && "value" in input && type !== "boolean" && (
          <Input
            aria-label={t("inputValue", { name: label })}
            value={fixedText(input.value)}
            onChange={(event) => onChange({ value: fixedValue(event.target.value, type) })}
          />
        )}
      </div>
      {shown && (
        <p id={`${id}-error`} className="text-danger text-small">
          {shown}
        </p>
      )}
    </fieldset>
  );
}
