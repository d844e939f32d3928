"use client";

import { Section } from "#components/layout/section.tsx";
import { t } from "#components/publishing/draft/draft-words.ts";
import { type AliasChoice, AliasField } from "#components/publishing/kinds/alias-field.tsx";
import { fieldsOf } from "#components/publishing/kinds/form-fields.ts";
import { FormSection } from "#components/publishing/kinds/form-section.tsx";
import { type OperationForm, placeId, withBinding } from "#components/publishing/kinds/operation-form.ts";
import { TemplateField } from "#components/publishing/kinds/template-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

type PromptEditorProps = OperationForm & { aliases: readonly AliasChoice[]; generation: number };

/** An assistant: its instructions, its form, and the model that follows them. */
export function PromptEditor({ aliases, generation, ...form }: PromptEditorProps) {
  const { operation, onChange, errorOf } = form;
  const { instructions, message, temperature } = operation.binding;
  const names = (fieldsOf(operation.inputSchema) ?? []).map(({ name }) => name).filter(Boolean);
  return (
    <>
      <Section title={t("instructions")} description={t("instructionsHint")}>
        <Field
          id={placeId("binding.instructions")}
          label={t("instructions")}
          hideLabel
          error={errorOf("binding.instructions")}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={14}
              className="min-h-60"
              placeholder={t("instructionsPlaceholder")}
              value={String(instructions ?? "")}
              onChange={(event) => onChange(withBinding(operation, { instructions: event.target.value }))}
            />
          )}
        </Field>
      </Section>
      <FormSection {...form} generation={generation} />
      <Section title={t("howAnswered")}>
        <TemplateField
          value={typeof message === "string" ? message : ""}
          names={names}
          onChange={(next) => onChange(withBinding(operation, { message: next === "" ? undefined : next }))}
        />
        <AliasField {...form} aliases={aliases} />
        <Field
          id={placeId("binding.temperature")}
          label={t("temperature")}
          hint={t("temperatureHint")}
          error={errorOf("binding.temperature")}
        >
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              max={2}
              step={0.1}
              className="max-w-32"
              value={typeof temperature === "number" ? temperature : ""}
              onChange={(event) =>
                onChange(
                  withBinding(operation, {
                    temperature: event.target.value === "" ? undefined : event.target.valueAsNumber,
                  }),
                )
              }
            />
          )}
        </Field>
      </Section>
    </>
  );
}
