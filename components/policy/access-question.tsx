"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { AccessVerdict } from "#components/policy/access-verdict.tsx";
import type { Directory } from "#components/policy/directory.ts";
import { policyQueries } from "#components/policy/queries.ts";
import { Card } from "#components/ui/card.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(policies);

/** *May this person use this tool, and why*: two fields and the decision. */
export function AccessQuestion({ tools }: { tools: Directory["tools"] }) {
  const id = useId();
  const [words, setWords] = useState("");
  const [person, setPerson] = useState<{ value: string; label: string; hint?: string } | null>(null);
  const [toolId, setToolId] = useState<string | null>(null);
  const found = useQuery(policyQueries.people(words));
  const people = (found.data ?? []).map((row) => ({
    value: row.id,
    label: row.name,
    hint: [row.jobTitle, row.teamName].filter(Boolean).join(", "),
  }));
  const options =
    person && !people.some(({ value }) => value === person.value) ? [person, ...people] : people;
  const answer = useQuery({
    ...policyQueries.access(person?.value ?? "", toolId ?? ""),
    enabled: person !== null && toolId !== null,
  });
  return (
    <Card className="flex flex-col gap-4">
      <div className="grid gap-4 md:grid-cols-2">
        <Field id={`${id}-person`} label={t("person")}>
          {(control) => (
            <Combobox
              {...control}
              options={options}
              value={person?.value ?? null}
              onValueChange={(value) => setPerson(options.find((option) => option.value === value) ?? null)}
              onQueryChange={setWords}
              placeholder={t("personPlaceholder")}
            />
          )}
        </Field>
        <Field id={`${id}-tool`} label={t("tool")}>
          {(control) => (
            <Combobox
              {...control}
              options={tools.map((tool) => ({ value: tool.id, label: tool.name, hint: tool.domain }))}
              value={toolId}
              onValueChange={setToolId}
              placeholder={t("toolPlaceholder")}
            />
          )}
        </Field>
      </div>
      <div aria-live="polite">
        {answer.data ? (
          <AccessVerdict answer={answer.data} />
        ) : answer.error ? (
          <ErrorState title={t("failed")}>{answer.error.message}</ErrorState>
        ) : (
          <p className="text-muted">{answer.isFetching ? t("asking") : t("ask")}</p>
        )}
      </div>
    </Card>
  );
}
