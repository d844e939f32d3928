"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { t } from "#components/publishing/draft/agent-words.ts";
import type { PartChoice } from "#components/publishing/kinds/operation-workbench.tsx";
import { PartPicker } from "#components/publishing/kinds/part-picker.tsx";
import { operationIn, partOperationsQuery } from "#components/publishing/kinds/part-queries.ts";
import { stepId } from "#components/publishing/kinds/references.ts";
import { StepConditionField } from "#components/publishing/kinds/step-condition.tsx";
import { StepInputField } from "#components/publishing/kinds/step-input.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { AgentStep } from "#lib/catalog/operation.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";

type SequenceStepProps = {
  number: number;
  step: AgentStep;
  /** Ids of the other steps. */
  taken: readonly string[];
  parts: readonly PartChoice[];
  references: readonly string[];
  /** As lib/tools/sequence.ts says them: `find, question: "…" names nothing …`. */
  problems: readonly string[];
  onChange: (step: AgentStep) => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
};

/** One step of a fixed sequence: which operation, with what, and when. */
export function SequenceStep(props: SequenceStepProps) {
  const { number, step, taken, parts, references, problems, onChange, onRemove, onMove } = props;
  const { data } = useQuery(partOperationsQuery(step.tool));
  const { data: exact } = useQuery(
    partOperationsQuery(step.operation === "" ? "" : step.tool, step.operation),
  );
  const operation =
    operationIn(data?.operations, step.operation) ?? operationIn(exact?.operations, step.operation);
  const schema = operation?.inputSchema;
  const properties = isJsonObject(schema) && isJsonObject(schema.properties) ? schema.properties : {};
  const required = isJsonObject(schema) && Array.isArray(schema.required) ? schema.required : [];
  const names = [...new Set([...Object.keys(properties), ...Object.keys(step.inputs)])];
  const id = `step-${number}`;
  const problemAt = (place: string) =>
    problems
      .find((problem) => problem.startsWith(`step ${step.id}, ${place}: `))
      ?.split(": ")
      .slice(1)
      .join(": ");
  const name = t("stepNumber", { number });
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 rounded-card border bg-surface p-4">
      <legend className="px-1 font-semibold">{name}</legend>
      <PartPicker
        id={id}
        parts={parts}
        tool={step.tool}
        operation={step.operation}
        onChange={(tool, next) => {
          const isNamed = step.operation !== "" && step.id !== stepId(step.operation, taken);
          const isOther = tool !== step.tool || next !== step.operation;
          onChange({
            ...step,
            tool,
            operation: next,
            id: next === "" || isNamed ? step.id : stepId(next, taken),
            inputs: isOther ? {} : step.inputs,
          });
        }}
      />
      <Field
        id={`${id}-id`}
        label={t("stepName")}
        hint={t("stepNameHint")}
        error={
          problems.find((problem) => problem === `step ${step.id}: this id is used twice.`) &&
          t("stepNameTwice")
        }
      >
        {(control) => (
          <Input
            {...control}
            mono
            spellCheck={false}
            value={step.id}
            onChange={(event) => onChange({ ...step, id: event.target.value.slice(0, 40) })}
          />
        )}
      </Field>
      {names.length > 0 && (
        <div className="flex min-w-0 flex-col gap-3">
          <p className="font-semibold">{t("inputs")}</p>
          {names.map((property) => {
            const of = isJsonObject(properties[property]) ? properties[property] : {};
            return (
              <StepInputField
                key={property}
                id={`${id}-input-${property}`}
                label={typeof of.title === "string" ? of.title : property}
                hint={typeof of.description === "string" ? of.description : undefined}
                isRequired={required.includes(property)}
                type={of.type}
                input={step.inputs[property]}
                references={references}
                error={problemAt(property)}
                onChange={(input) => {
                  const { [property]: _before, ...others } = step.inputs;
                  onChange({ ...step, inputs: input ? { ...others, [property]: input } : others });
                }}
              />
            );
          })}
        </div>
      )}
      <StepConditionField
        id={id}
        condition={step.when}
        references={references}
        error={problemAt("condition")}
        onChange={(when) => {
          const { when: _before, ...rest } = step;
          onChange(when ? { ...rest, when } : rest);
        }}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Checkbox
          label={t("optionalStep")}
          hint={t("optionalStepHint")}
          checked={step.optional === true}
          onChange={(event) => {
            const { optional: _before, ...rest } = step;
            onChange(event.target.checked ? { ...rest, optional: true } : rest);
          }}
        />
        <span className="flex gap-1">
          <IconButton label={t("moveUp", { what: name })} onClick={() => onMove(-1)}>
            <ArrowUp />
          </IconButton>
          <IconButton label={t("moveDown", { what: name })} onClick={() => onMove(1)}>
            <ArrowDown />
          </IconButton>
          <IconButton label={t("remove", { what: name })} onClick={onRemove}>
            <X />
          </IconButton>
        </span>
      </div>
    </fieldset>
  );
}
