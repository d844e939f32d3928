"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import {
  type Directory,
  type Named,
  namesOf,
  resourceChoices,
  subjectChoices,
} from "#components/policy/directory.ts";
import { RulePreview } from "#components/policy/rule-effect.tsx";
import { changed, draftOf } from "#components/policy/rule-form-state.ts";
import { SubjectPicker } from "#components/policy/subject-picker.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";
import { type NewRule, newRuleSchema, type RuleDraft } from "#lib/policy/rule-input.ts";
import { type RuleView, resourceKinds, ruleActions, ruleEffects, subjectKinds } from "#lib/policy/schema.ts";

const t = translator(policies);

type Problems = Readonly<Record<string, string>>;

const fieldLabels = {
  subjectKind: t("fieldSubjects"),
  subjectIds: t("fieldSubjects"),
  actions: t("fieldActions"),
  resourceId: t("fieldResource"),
  title: t("fieldTitle"),
  reason: t("fieldReason"),
  contact: t("fieldContact"),
  why: t("fieldWhy"),
} as const;

type RuleFormProps = {
  formId: string;
  rule: RuleView | null;
  directory: Directory;
  /** Problems that only the server knows of, by field. */
  serverProblems: Problems;
  notice: ReactNode;
  onSave: (rule: NewRule) => void;
};

/** A rule as a form: what it does, to whom, about what; the sentence grows with it. */
export function RuleForm({ formId, rule, directory, serverProblems, notice, onSave }: RuleFormProps) {
  const id = useId();
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule));
  const [named, setNamed] = useState<readonly Named[]>(rule?.subjects ?? []);
  const [why, setWhy] = useState("");
  const [problems, setProblems] = useState<Problems>({});
  const shown: Problems = { ...serverProblems, ...problems };
  const set = (change: Partial<RuleDraft>) => setDraft((now) => changed(now, change));
  const names = namesOf(directory, [...named, ...(rule?.resource ? [rule.resource] : [])]);
  const isAboutModel = draft.resourceKind === "model";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const result = newRuleSchema.safeParse({ ...draft, why });
    if (result.success) {
      setProblems({});
      onSave(result.data);
      return;
    }
    const issues = result.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
    setProblems(Object.fromEntries(issues.toReversed()));
  };
  const errors = Object.entries(shown).map(([field, message]) => ({
    fieldId: `${id}-${field}`,
    label: field in fieldLabels ? fieldLabels[field as keyof typeof fieldLabels] : field,
    message,
  }));

  return (
    <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
      {notice}
      {errors.length > 0 && <FormErrorSummary errors={errors} />}
      <RulePreview draft={draft} replaces={rule?.id ?? null} names={names} />
      <RadioGroup
        name={`${id}-effect`}
        legend={t("fieldEffect")}
        value={draft.effect}
        onValueChange={(value) =>
          set({ effect: ruleEffects.find((effect) => effect === value) ?? draft.effect })
        }
        options={ruleEffects.map((effect) => ({
          value: effect,
          label: t(`effect-${effect}`),
          hint: t(`effect-${effect}-hint`),
          disabled: effect === "only" && draft.subjectKind === "everyone",
        }))}
      />
      <div className="flex flex-col gap-2">
        <Field id={`${id}-subjectKind`} label={t("fieldSubjects")} error={shown.subjectKind}>
          {(control) => (
            <Select
              {...control}
              value={draft.subjectKind}
              onChange={({ target }) => {
                setNamed([]);
                set({ subjectKind: subjectKinds.find((kind) => kind === target.value) ?? draft.subjectKind });
              }}
            >
              {subjectKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`subject-${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {draft.subjectKind !== "everyone" && (
          <Field
            id={`${id}-subjectIds`}
            label={t(`subject-${draft.subjectKind}`)}
            hideLabel
            error={shown.subjectIds}
          >
            {(control) => (
              <SubjectPicker
                control={control}
                choices={subjectChoices(directory, draft.subjectKind)}
                chosen={named}
                onChange={(chosen) => {
                  setNamed(chosen);
                  set({ subjectIds: chosen.map((each) => each.id) });
                }}
              />
            )}
          </Field>
        )}
      </div>
      {!isAboutModel && (
        <fieldset className="flex flex-col gap-1">
          <legend className="pb-1 font-semibold">{t("fieldActions")}</legend>
          {ruleActions
            .filter((action) => action !== "callModel")
            .map((action) => (
              <Checkbox
                key={action}
                id={action === "discover" ? `${id}-actions` : undefined}
                label={t(`action-${action}`)}
                checked={draft.actions.includes(action)}
                onChange={({ target }) =>
                  set({
                    actions: ruleActions.filter((each) =>
                      each === action ? target.checked : draft.actions.includes(each),
                    ),
                  })
                }
              />
            ))}
          {shown.actions && <p className="text-danger text-small">{shown.actions}</p>}
        </fieldset>
      )}
      <div className="flex flex-col gap-2">
        <Field id={`${id}-resourceKind`} label={t("fieldResource")}>
          {(control) => (
            <Select
              {...control}
              value={draft.resourceKind}
              onChange={({ target }) =>
                set({
                  resourceKind: resourceKinds.find((kind) => kind === target.value) ?? draft.resourceKind,
                })
              }
            >
              {resourceKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`resource-${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {draft.resourceKind !== "every-tool" && (
          <Field
            id={`${id}-resourceId`}
            label={t(`resource-${draft.resourceKind}`)}
            hideLabel
            error={shown.resourceId}
          >
            {(control) => (
              <Combobox
                key={draft.resourceKind}
                {...control}
                options={resourceChoices(directory, draft.resourceKind).map(({ id: value, name }) => ({
                  value,
                  label: name,
                }))}
                value={draft.resourceId}
                onValueChange={(resourceId) => set({ resourceId })}
                placeholder={t("chooseResource")}
              />
            )}
          </Field>
        )}
      </div>
      <Field
        id={`${id}-reason`}
        label={t("fieldReason")}
        hint={t("fieldReasonHint")}
        required
        error={shown.reason}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={400}
            value={draft.reason}
            onChange={({ target }) => set({ reason: target.value })}
          />
        )}
      </Field>
      <Field
        id={`${id}-contact`}
        label={t("fieldContact")}
        hint={t("fieldContactHint")}
        error={shown.contact}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={draft.contact}
            onChange={({ target }) => set({ contact: target.value })}
          />
        )}
      </Field>
      <Field
        id={`${id}-title`}
        label={t("fieldTitle")}
        hint={t("fieldTitleHint")}
        required
        error={shown.title}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            value={draft.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      <Field id={`${id}-why`} label={t("fieldWhy")} hint={t("fieldWhyHint")} required error={shown.why}>
        {(control) => (
          <Input {...control} maxLength={300} value={why} onChange={({ target }) => setWhy(target.value)} />
        )}
      </Field>
    </form>
  );
}
