"use client";

import { hintOf, t, toldValue } from "#components/trust/settings/setting-words.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { reviewKindSchema } from "#lib/trust/review-checklist.ts";
import { isNumberPath, type SettingPath } from "#lib/trust/settings-fields.ts";

/** The address of a field in the page. */
export const fieldId = (path: SettingPath): string => `setting-${path.replaceAll(".", "-")}`;

type SettingFieldProps = {
  path: SettingPath;
  value: string;
  /** What is in force. */
  base: string;
  problem: string | undefined;
  onChange: (value: string) => void;
};

function kindName(kind: string): string {
  return kind === "security" || kind === "privacy" ? t(kind) : kind;
}

/** The kinds of review that a risk tier requires, as boxes. */
function KindBoxes({ path, value, base, problem, onChange }: SettingFieldProps) {
  const chosen = value.split(" ").filter(Boolean);
  const kinds = [...new Set([...base.split(" ").filter(Boolean), ...reviewKindSchema.options])];
  const toggled = (kind: string, isOn: boolean) =>
    kinds.filter((one) => (one === kind ? isOn : chosen.includes(one))).join(" ");
  return (
    <fieldset className="flex min-w-0 flex-col gap-1" aria-describedby={`${fieldId(path)}-hint`}>
      <legend className="font-semibold">{t(path)}</legend>
      <p id={`${fieldId(path)}-hint`} className="text-muted text-small">
        {hintOf(path)}
      </p>
      {kinds.map((kind, at) => (
        <Checkbox
          key={kind}
          id={at === 0 ? fieldId(path) : undefined}
          label={kindName(kind)}
          checked={chosen.includes(kind)}
          onChange={(event) => onChange(toggled(kind, event.target.checked))}
        />
      ))}
      <InForce path={path} value={value} base={base} />
      {problem && <p className="text-danger text-small">{problem}</p>}
    </fieldset>
  );
}

/** Beside a changed field, what is in force. */
function InForce({ path, value, base }: Pick<SettingFieldProps, "path" | "value" | "base">) {
  if (value === base) return null;
  return <p className="text-accent text-small">{t("changedFrom", { value: toldValue(path, base) })}</p>;
}

/** One setting: its name, what it is measured in, its bounds, and what is wrong with it. */
export function SettingField(props: SettingFieldProps) {
  const { path, value, base, problem, onChange } = props;
  const isNumber = isNumberPath(path);
  if (!isNumber && path !== "ownership.timeZone") return <KindBoxes {...props} />;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Field
        id={fieldId(path)}
        label={t(path)}
        hint={hintOf(path)}
        error={problem}
        className="h-full justify-end"
      >
        {(control) => (
          <Input
            {...control}
            inputMode={isNumber ? "decimal" : undefined}
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <InForce path={path} value={value} base={base} />
    </div>
  );
}
