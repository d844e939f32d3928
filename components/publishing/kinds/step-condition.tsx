"use client";

import { t } from "#components/publishing/draft/agent-words.ts";
import { fixedText } from "#components/publishing/kinds/references.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { StepCondition } from "#lib/catalog/operation.ts";

const tests = ["present", "missing", "equals", "differs", "at-least", "at-most", "contains"] as const;
const isWithoutValue = (test: StepCondition["test"]) => test === "present" || test === "missing";

/** Numbers compare as numbers; everything else is text. */
const typed = (text: string): unknown =>
  text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;

type StepConditionProps = {
  id: string;
  condition: StepCondition | undefined;
  references: readonly string[];
  error: string | undefined;
  onChange: (condition: StepCondition | undefined) => void;
};

/** When a step runs at all. */
export function StepConditionField({ id, condition, references, error, onChange }: StepConditionProps) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Checkbox
        label={t("onlyWhen")}
        checked={condition !== undefined}
        onChange={(event) =>
          onChange(event.target.checked ? { from: references[0] ?? "", test: "present" } : undefined)
        }
      />
      {condition && (
        <div className="grid gap-2 md:grid-cols-3">
          <Input
            mono
            list={`${id}-references`}
            spellCheck={false}
            aria-label={t("conditionFrom")}
            aria-invalid={error ? true : undefined}
            value={condition.from}
            onChange={(event) => onChange({ ...condition, from: event.target.value })}
          />
          <datalist id={`${id}-references`}>
            {references.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
          <Select
            aria-label={t("conditionTest")}
            value={condition.test}
            onChange={(event) => {
              const test = event.target.value as StepCondition["test"];
              const { value, ...rest } = condition;
              onChange(isWithoutValue(test) ? { ...rest, test } : { ...rest, test, value: value ?? "" });
            }}
          >
            {tests.map((one) => (
              <option key={one} value={one}>
                {t(`test-${one}`)}
              </option>
            ))}
          </Select>
          {!isWithoutValue(condition.test) && (
            <Input
              aria-label={t("conditionValue")}
              value={fixedText(condition.value)}
              onChange={(event) => onChange({ ...condition, value: typed(event.target.value) })}
            />
          )}
        </div>
      )}
      {error && <p className="text-danger text-small">{error}</p>}
    </div>
  );
}
