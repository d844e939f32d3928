"use client";

import { type FormEvent, useId, useState } from "react";
import { problemsIn } from "#components/models/form-problems.ts";
import type { Problems } from "#components/models/use-save.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import { type NewPrice, newPriceSchema } from "#lib/models/prices.ts";

const t = translator(models);

const amounts = ["inputPerMillion", "outputPerMillion", "cachedInputPerMillion"] as const;
type Draft = Readonly<Record<(typeof amounts)[number] | "from" | "currency", string>>;

const empty: Draft = {
  from: "",
  currency: "EUR",
  inputPerMillion: "",
  outputPerMillion: "",
  cachedInputPerMillion: "",
};

/** A decimal number as people type it; what is none is refused by the schema. */
const amountOf = (text: string) => (text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", ".")));

type PriceFormProps = { formId: string; problems: Problems; onSave: (price: NewPrice) => void };

/** From which day on a model costs how much, per million tokens. */
export function PriceForm({ formId, problems: fromServer, onSave }: PriceFormProps) {
  const id = useId();
  const [draft, setDraft] = useState<Draft>(empty);
  const [ownProblems, setProblems] = useState<Problems>({});
  const problems: Problems = { ...fromServer, ...ownProblems };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = {
      from: draft.from,
      currency: draft.currency.toUpperCase(),
      inputPerMillion: amountOf(draft.inputPerMillion),
      outputPerMillion: amountOf(draft.outputPerMillion),
      cachedInputPerMillion: draft.cachedInputPerMillion.trim()
        ? amountOf(draft.cachedInputPerMillion)
        : null,
    };
    const found = problemsIn(newPriceSchema, input);
    const inWords = Object.fromEntries(
      Object.entries(found ?? {}).map(([field, message]) => [
        field,
        Number.isNaN(input[field as "inputPerMillion"]) ? t("amountNeeded") : message,
      ]),
    );
    setProblems(inWords);
    if (!found) onSave(newPriceSchema.parse(input));
  };
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  return (
    <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
      <Field id={`${id}-from`} label={t("field-from")} hint={t("hint-from")} required error={problems.from}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={draft.from}
            onChange={({ target }) => set({ from: target.value })}
          />
        )}
      </Field>
      <Field id={`${id}-currency`} label={t("field-currency")} required error={problems.currency}>
        {(control) => (
          <Input
            {...control}
            mono
            maxLength={3}
            value={draft.currency}
            onChange={({ target }) => set({ currency: target.value })}
          />
        )}
      </Field>
      {amounts.map((field) => (
        <Field
          key={field}
          id={`${id}-${field}`}
          label={t(`field-${field}`)}
          {...(field === "cachedInputPerMillion" ? { hint: t("hint-cached") } : {})}
          required={field !== "cachedInputPerMillion"}
          error={problems[field]}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              maxLength={20}
              value={draft[field]}
              onChange={({ target }) => set({ [field]: target.value })}
            />
          )}
        </Field>
      ))}
    </form>
  );
}
