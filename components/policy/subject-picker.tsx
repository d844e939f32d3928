"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import type { Named } from "#components/policy/directory.ts";
import { policyQueries } from "#components/policy/queries.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import type { FieldControlProps } from "#components/ui/field.tsx";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(policies);

type SubjectPickerProps = {
  control: FieldControlProps;
  /** What may be chosen; null for people, who are looked for. */
  choices: readonly Named[] | null;
  chosen: readonly Named[];
  onChange: (chosen: readonly Named[]) => void;
};

/** Several domains, teams, roles or people, as chips that can be taken away again. */
export function SubjectPicker({ control, choices, chosen, onChange }: SubjectPickerProps) {
  const [words, setWords] = useState("");
  const found = useQuery({
    ...policyQueries.people(words),
    enabled: choices === null && words.trim() !== "",
  });
  const offered = choices ?? found.data ?? [];
  const open = offered.filter(({ id }) => !chosen.some((each) => each.id === id));
  const add = (id: string | null) => {
    const one = open.find((each) => each.id === id);
    if (one) onChange([...chosen, { id: one.id, name: one.name }]);
  };
  return (
    <div className="flex flex-col gap-2">
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {chosen.map(({ id, name }) => (
            <li key={id} className="inline-flex items-center rounded-chip bg-accent-soft text-small">
              <span className="py-1 pl-2">{name}</span>
              <button
                type="button"
                aria-label={t("removeSubject", { name })}
                onClick={() => onChange(chosen.filter((each) => each.id !== id))}
                className="grid size-6.5 place-items-center rounded-chip text-muted hover:text-text max-md:size-9"
              >
                <X className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        // A choice becomes a chip, and the field is empty again.
        key={chosen.length}
        {...control}
        options={open.map(({ id, name }) => ({ value: id, label: name }))}
        value={null}
        onValueChange={add}
        {...(choices === null ? { onQueryChange: setWords } : {})}
        placeholder={t("addSubject")}
      />
    </div>
  );
}
