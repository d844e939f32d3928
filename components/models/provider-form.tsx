"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { CeilingField } from "#components/models/ceiling-field.tsx";
import { ConnectionFields } from "#components/models/connection-fields.tsx";
import { problemsIn } from "#components/models/form-problems.ts";
import { LimitFields } from "#components/models/limit-fields.tsx";
import { modelActs } from "#components/models/mutations.ts";
import { ProbeVerdict } from "#components/models/probe-verdict.tsx";
import { connectionOf, draftOf, type ProviderDraft, probeOf } from "#components/models/provider-draft.ts";
import { shortNameOf } from "#components/models/short-name.ts";
import type { Problems } from "#components/models/use-save.ts";
import { tellFailure } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import {
  type NewProvider,
  newProviderSchema,
  type ProviderChange,
  providerChangeSchema,
} from "#lib/models/administration.ts";
import { connectableTypes } from "#lib/models/provider-types.ts";
import type { ProviderView } from "#lib/models/schema.ts";

const t = translator(models);

const labelOf = (field: string) => {
  const label = `field-${field}`;
  return label in models ? t(label as "field-name") : field;
};

type ProviderFormProps = {
  formId: string;
  /** Null for a new one. */
  provider: ProviderView | null;
  problems: Problems;
  onAdd: (input: NewProvider) => void;
  onChange: (input: ProviderChange) => void;
};

/** Type, address, secrets, limits and what the server may receive; the connection can be tried before it is saved. */
export function ProviderForm({ formId, provider, problems: fromServer, onAdd, onChange }: ProviderFormProps) {
  const id = useId();
  const [draft, setDraft] = useState<ProviderDraft>(() => draftOf(provider));
  const [ownSlug, setSlug] = useState<string | null>(null);
  const [ownProblems, setProblems] = useState<Problems>({});
  const problems: Problems = { ...fromServer, ...ownProblems };
  const set = (change: Partial<ProviderDraft>) => setDraft((now) => ({ ...now, ...change }));
  const slug = ownSlug ?? shortNameOf(draft.name);
  const probe = useMutation({ mutationFn: modelActs.probe, onError: tellFailure });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const facts = connectionOf(draft);
    const input = provider ? { ...facts, isActive: draft.isActive } : { ...facts, slug, type: draft.type };
    const found = problemsIn(provider ? providerChangeSchema : newProviderSchema, input);
    setProblems(found ?? {});
    if (found) return;
    if (provider) onChange(providerChangeSchema.parse(input));
    else onAdd(newProviderSchema.parse(input));
  };
  const errors = Object.entries(problems).map(([field, message]) => ({
    fieldId: `${id}-${field}`,
    label: labelOf(field),
    message,
  }));

  return (
    <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
      {errors.length > 0 && <FormErrorSummary errors={errors} />}
      {!provider && (
        <Field id={`${id}-type`} label={t("field-type")}>
          {(control) => (
            <Select
              {...control}
              value={draft.type}
              onChange={({ target }) => {
                const type = connectableTypes.find((each) => each === target.value);
                if (type) set({ ...draftOf(null), name: draft.name, type });
                probe.reset();
              }}
            >
              {connectableTypes.map((type) => (
                <option key={type} value={type}>
                  {t(`type-${type}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field id={`${id}-name`} label={t("field-name")} required error={problems.name}>
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            value={draft.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        )}
      </Field>
      {!provider && (
        <Field
          id={`${id}-slug`}
          label={t("field-slug")}
          hint={t("fieldSlugHint")}
          required
          error={problems.slug}
        >
          {(control) => (
            <Input
              {...control}
              mono
              maxLength={40}
              value={slug}
              onChange={({ target }) => setSlug(target.value)}
            />
          )}
        </Field>
      )}
      <ConnectionFields
        id={id}
        draft={draft}
        stored={provider?.secrets ?? []}
        problems={problems}
        onChange={set}
      />
      <div className="flex flex-col items-start gap-2">
        <Button
          pending={probe.isPending}
          pendingLabel={t("testing")}
          onClick={() => probe.mutate(probeOf(draft, provider))}
        >
          {t("testFirst")}
        </Button>
        {probe.data && <ProbeVerdict result={probe.data} />}
      </div>
      <CeilingField
        id={`${id}-dataClassCeiling`}
        value={draft.dataClassCeiling}
        onChange={(dataClassCeiling) => set({ dataClassCeiling })}
      />
      <Field
        id={`${id}-region`}
        label={t("field-region")}
        hint={t("fieldRegionHint")}
        error={problems.region}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={40}
            value={draft.region}
            onChange={({ target }) => set({ region: target.value })}
          />
        )}
      </Field>
      <LimitFields id={id} draft={draft} problems={problems} onChange={set} />
      {provider && (
        <Checkbox
          label={t("fieldActive")}
          hint={t("fieldActiveHint")}
          checked={draft.isActive}
          onChange={({ target }) => set({ isActive: target.checked })}
        />
      )}
    </form>
  );
}
