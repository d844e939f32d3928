"use client";

import { Plus, X } from "lucide-react";
import { Section } from "#components/layout/section.tsx";
import { t } from "#components/publishing/draft/agent-words.ts";
import { t as draft } from "#components/publishing/draft/draft-words.ts";
import { AliasField } from "#components/publishing/kinds/alias-field.tsx";
import { fieldsOf } from "#components/publishing/kinds/form-fields.ts";
import { type OperationForm, placeId, withBinding } from "#components/publishing/kinds/operation-form.ts";
import type { WorkbenchChoices } from "#components/publishing/kinds/operation-workbench.tsx";
import { PartPicker } from "#components/publishing/kinds/part-picker.tsx";
import { usualLimits } from "#components/publishing/kinds/starter-operation.ts";
import { TemplateField } from "#components/publishing/kinds/template-field.tsx";
import { useRows } from "#components/publishing/use-rows.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { isJsonObject } from "#lib/tools/json-object.ts";

type Part = { readonly tool: string; readonly operation: string };
const limitNames = ["steps", "seconds", "tokens", "depth"] as const;
const most = { steps: 20, seconds: 600, tokens: 500_000, depth: 4 };
const least = { steps: 1, seconds: 5, tokens: 1000, depth: 1 };

function Limits({ operation, onChange }: Pick<OperationForm, "operation" | "onChange">) {
  const limits = isJsonObject(operation.binding.limits) ? operation.binding.limits : usualLimits;
  return (
    <Section title={t("limits")} description={t("limitsHint")}>
      <div className="grid gap-4 md:grid-cols-2">
        {limitNames.map((name) => {
          const value = limits[name as keyof typeof limits];
          const isRight =
            typeof value === "number" &&
            Number.isInteger(value) &&
            value >= least[name] &&
            value <= most[name];
          return (
            <Field
              key={name}
              id={placeId(`binding.limits.${name}`)}
              label={t(`limit-${name}`)}
              hint={t("limitRange", { least: least[name], most: most[name] })}
              error={isRight ? undefined : t("limitRange", { least: least[name], most: most[name] })}
            >
              {(control) => (
                <Input
                  {...control}
                  type="number"
                  min={least[name]}
                  max={most[name]}
                  value={typeof value === "number" ? value : ""}
                  onChange={(event) => {
                    const next = event.target.value === "" ? null : event.target.valueAsNumber;
                    onChange(withBinding(operation, { limits: { ...limits, [name]: next } }));
                  }}
                />
              )}
            </Field>
          );
        })}
      </div>
    </Section>
  );
}

/** A model that works with other tools until it can answer, within limits. */
export function LoopEditor({ choices, ...form }: OperationForm & { choices: WorkbenchChoices }) {
  const { operation, onChange, errorOf } = form;
  const { instructions, message, tools } = operation.binding;
  const names = (fieldsOf(operation.inputSchema) ?? []).map(({ name }) => name).filter(Boolean);
  const { rows, add, remove, change } = useRows<Part>((Array.isArray(tools) ? tools : []) as Part[], (next) =>
    onChange(withBinding(operation, { tools: next })),
  );
  const error = errorOf("binding.tools");
  return (
    <>
      <Section title={draft("instructions")} description={t("loopInstructionsHint")}>
        <Field
          id={placeId("binding.instructions")}
          label={draft("instructions")}
          hideLabel
          error={errorOf("binding.instructions")}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={10}
              className="min-h-48"
              maxLength={20_000}
              value={String(instructions ?? "")}
              onChange={(event) => onChange(withBinding(operation, { instructions: event.target.value }))}
            />
          )}
        </Field>
        <TemplateField
          value={typeof message === "string" ? message : ""}
          names={names}
          onChange={(next) => onChange(withBinding(operation, { message: next === "" ? undefined : next }))}
        />
        <AliasField {...form} aliases={choices.aliases} />
      </Section>
      <Section title={draft("toolsOfLoop")} description={t("loopToolsHint")}>
        <div
          id={placeId("binding.tools")}
          tabIndex={-1}
          className="flex min-w-0 flex-col gap-3 rounded-control"
        >
          {rows.map(({ id, value }, at) => (
            <div key={id} className="flex min-w-0 items-end gap-2">
              <div className="min-w-0 flex-1">
                <PartPicker
                  id={`part-${id}`}
                  parts={choices.parts}
                  tool={value.tool}
                  operation={value.operation}
                  onChange={(tool, name) => change(id, { tool, operation: name })}
                />
              </div>
              <IconButton
                label={t("remove", { what: t("partNumber", { number: at + 1 }) })}
                onClick={() => remove(id)}
              >
                <X />
              </IconButton>
            </div>
          ))}
          {error && <p className="text-danger text-small">{error}</p>}
          <div>
            <Button
              size="small"
              disabled={rows.length >= 20}
              onClick={() => add({ tool: "", operation: "" })}
            >
              <Plus />
              {t("addPart")}
            </Button>
          </div>
        </div>
      </Section>
      <Limits operation={operation} onChange={onChange} />
    </>
  );
}
