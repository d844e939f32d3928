"use client";

import { SlidersHorizontal } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import type { AuditSearch } from "#components/audit/audit-address.ts";
import { type NamedChoice, useChoices } from "#components/audit/use-choices.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);

type Draft = Pick<AuditSearch, "actorId" | "type" | "targetId" | "outcome" | "domainId" | "source" | "reads">;
type SelectName = "type" | "outcome" | "domainId" | "source";

type FilterSheetProps = {
  search: AuditSearch;
  names: { readonly actor: string | null; readonly target: string | null };
  domains: readonly NamedChoice[];
  rules: readonly NamedChoice[];
  onApply: (search: AuditSearch) => void;
};

/** Every filter as a field, for those who would rather choose than type. */
export function FilterSheet(props: FilterSheetProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Sheet
      open={isOpen}
      onOpenChange={setOpen}
      title={t("filtersTitle")}
      trigger={
        <Button>
          <SlidersHorizontal />
          {t("filters")}
        </Button>
      }
    >
      <FilterForm
        {...props}
        onApply={(search) => {
          setOpen(false);
          props.onApply(search);
        }}
      />
    </Sheet>
  );
}

function FilterForm({ search, names, domains, rules, onApply }: FilterSheetProps) {
  const id = useId();
  const [draft, setDraft] = useState<Draft>(search);
  const [typed, setTyped] = useState({ person: "", target: "" });
  const people = useChoices(typed.person, true, { domains, rules });
  const things = useChoices(typed.target, true, { domains, rules });
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  /** The chosen one stays on offer while others are looked for. */
  const withChosen = (offered: typeof people.person, chosen: string | undefined, name: string | null) =>
    chosen && name && !offered?.some(({ value }) => value === chosen)
      ? [{ value: chosen, label: name }, ...(offered ?? [])]
      : (offered ?? []);
  const select = (name: SelectName, label: string, any: string, options: typeof people.person) => (
    <Field id={`${id}-${name}`} label={label}>
      {(control) => (
        <Select
          {...control}
          value={draft[name] ?? ""}
          onChange={(event) => set({ [name]: event.target.value || undefined })}
        >
          <option value="">{any}</option>
          {options?.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply({ ...search, ...draft });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field id={`${id}-person`} label={t("person")}>
        {(control) => (
          <Combobox
            {...control}
            placeholder={t("anyPerson")}
            options={withChosen(people.person, search.actorId, names.actor)}
            value={draft.actorId ?? null}
            onValueChange={(value) => set({ actorId: value ?? undefined })}
            onQueryChange={(person) => setTyped((now) => ({ ...now, person }))}
          />
        )}
      </Field>
      {select("type", t("type"), t("anyType"), people.type)}
      <Field id={`${id}-target`} label={t("target")}>
        {(control) => (
          <Combobox
            {...control}
            placeholder={t("anyTarget")}
            options={withChosen(things.target, search.targetId, names.target)}
            value={draft.targetId ?? null}
            onValueChange={(value) => set({ targetId: value ?? undefined })}
            onQueryChange={(target) => setTyped((now) => ({ ...now, target }))}
          />
        )}
      </Field>
      {select("outcome", t("outcome"), t("anyOutcome"), people.outcome)}
      {select("domainId", t("domain"), t("anyDomain"), people.domain)}
      {select("source", t("source"), t("anySource"), people.source)}
      <Switch
        label={t("showReads")}
        hint={t("showReadsHint")}
        checked={draft.reads === "shown"}
        onChange={(event) => set({ reads: event.target.checked ? "shown" : undefined })}
      />
      <Button type="submit" variant="primary">
        {t("apply")}
      </Button>
    </form>
  );
}
