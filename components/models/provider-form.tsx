"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { CeilingField } from "#components/models/ceiling-field.tsx";
import { problemsIn } from "#components/models/form-problems.ts";
import { modelActs } from "#components/models/mutations.ts";
import { ProbeVerdict } from "#components/models/probe-verdict.tsx";
import { shortNameOf } from "#components/models/short-name.ts";
import type { Problems } from "#components/models/use-save.ts";
import { tellFailure } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import {
  type NewProvider,
  newProviderSchema,
  type ProviderChange,
  providerChangeSchema,
} from "#lib/models/administration.ts";
import type { ProviderView } from "#lib/models/schema.ts";

const t = translator(models);
const labels = {
  slug: t("fieldSlug"),
  name: t("fieldName"),
  baseUrl: t("fieldUrl"),
  apiKey: t("fieldKey"),
  region: t("fieldRegion"),
};

type ProviderFormProps = {
  formId: string;
  /** Null for a new one. */
  provider: ProviderView | null;
  problems: Problems;
  onAdd: (input: NewProvider) => void;
  onChange: (input: ProviderChange) => void;
};

/** Address, key and what the server may receive; the connection can be tried before it is saved. */
export function ProviderForm({ formId, provider, problems: fromServer, onAdd, onChange }: ProviderFormProps) {
  const id = useId();
  const [name, setName] = useState(provider?.name ?? "");
  const [ownSlug, setSlug] = useState<string | null>(null);
  const [baseUrl, setBaseUrl] = useState(provider?.baseUrl ?? "");
  const [key, setKey] = useState("");
  const [dropsKey, setDropsKey] = useState(false);
  const [region, setRegion] = useState(provider?.region ?? "");
  const [ceiling, setCeiling] = useState(provider?.dataClassCeiling ?? "internal");
  const [isActive, setActive] = useState(provider?.isActive ?? true);
  const [ownProblems, setProblems] = useState<Problems>({});
  const problems: Problems = { ...fromServer, ...ownProblems };
  const slug = ownSlug ?? shortNameOf(name);
  const keepsKey = provider?.hasSecret === true && key === "" && !dropsKey;
  const probe = useMutation({ mutationFn: modelActs.probe, onError: tellFailure });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const facts = { name, baseUrl, region, dataClassCeiling: ceiling, ...(keepsKey ? {} : { apiKey: key }) };
    const input = provider ? { ...facts, isActive } : { ...facts, slug };
    const found = problemsIn(provider ? providerChangeSchema : newProviderSchema, input);
    setProblems(found ?? {});
    if (found) return;
    if (provider) onChange(providerChangeSchema.parse(input));
    else onAdd(newProviderSchema.parse(input));
  };
  // The stored key is tried with the stored address only; any other address is tried with what was typed.
  const test = () =>
    probe.mutate(
      provider && keepsKey && baseUrl === provider.baseUrl
        ? { providerId: provider.id }
        : { baseUrl: baseUrl.trim(), apiKey: key },
    );
  const errors = Object.entries(problems).map(([field, message]) => ({
    fieldId: `${id}-${field}`,
    label: labels[field as keyof typeof labels] ?? field,
    message,
  }));

  return (
    <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
      {errors.length > 0 && <FormErrorSummary errors={errors} />}
      <Field id={`${id}-name`} label={t("fieldName")} required error={problems.name}>
        {(control) => (
          <Input {...control} maxLength={80} value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      {!provider && (
        <Field
          id={`${id}-slug`}
          label={t("fieldSlug")}
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
      <Field
        id={`${id}-baseUrl`}
        label={t("fieldUrl")}
        hint={t("fieldUrlHint")}
        required
        error={problems.baseUrl}
      >
        {(control) => (
          <Input
            {...control}
            mono
            type="url"
            inputMode="url"
            placeholder="https://models.example.com/v1"
            value={baseUrl}
            onChange={({ target }) => setBaseUrl(target.value)}
          />
        )}
      </Field>
      <Field
        id={`${id}-apiKey`}
        label={t("fieldKey")}
        hint={t(provider?.hasSecret ? "fieldKeyKeep" : "fieldKeyHint")}
        error={problems.apiKey}
      >
        {(control) => (
          <Input
            {...control}
            mono
            type="password"
            autoComplete="off"
            value={key}
            disabled={dropsKey}
            onChange={({ target }) => setKey(target.value)}
          />
        )}
      </Field>
      {provider?.hasSecret && (
        <Checkbox
          label={t("fieldKeyRemove")}
          checked={dropsKey}
          onChange={({ target }) => {
            setDropsKey(target.checked);
            setKey("");
          }}
        />
      )}
      <div className="flex flex-col items-start gap-2">
        <Button
          pending={probe.isPending}
          pendingLabel={t("testing")}
          disabled={!URL.canParse(baseUrl.trim())}
          onClick={test}
        >
          {t("testFirst")}
        </Button>
        {probe.data && <ProbeVerdict result={probe.data} />}
      </div>
      <CeilingField id={`${id}-ceiling`} value={ceiling} onChange={setCeiling} />
      <Field id={`${id}-region`} label={t("fieldRegion")} hint={t("fieldRegionHint")} error={problems.region}>
        {(control) => (
          <Input
            {...control}
            maxLength={40}
            value={region}
            onChange={({ target }) => setRegion(target.value)}
          />
        )}
      </Field>
      {provider && (
        <Checkbox
          label={t("fieldActive")}
          hint={t("fieldActiveHint")}
          checked={isActive}
          onChange={({ target }) => setActive(target.checked)}
        />
      )}
    </form>
  );
}
