"use client";

import { useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { t } from "#components/publishing/draft/draft-words.ts";
import { type OperationForm, placeId } from "#components/publishing/kinds/operation-form.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { operationNameSchema } from "#lib/catalog/operation.ts";

/** The name by which callers know the operation; one that they could not use stays in the field. */
function NameField({ operation, onChange }: Pick<OperationForm, "operation" | "onChange">) {
  const [text, setText] = useState(operation.name);
  const isUsable = operationNameSchema.safeParse(text).success;
  return (
    <Field
      id={placeId("name")}
      label={t("operationName")}
      hint={t("operationNameHint")}
      error={isUsable ? undefined : t("operationNameWrong")}
    >
      {(control) => (
        <Input
          {...control}
          mono
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            if (operationNameSchema.safeParse(event.target.value).success)
              onChange({ ...operation, name: event.target.value });
          }}
        />
      )}
    </Field>
  );
}

/** How people and models know what the operation does: title, description, and requests in people's own words. */
export function OperationTexts({ operation, onChange, errorOf }: OperationForm) {
  const [requests, setRequests] = useState(operation.exampleRequests.join("\n"));
  const { title, description } = operation;
  return (
    <Section title={t("howFound")} description={t("howFoundHint")}>
      <Field id={placeId("title")} label={t("operationTitle")} error={errorOf("title")}>
        {(control) => (
          <Input
            {...control}
            value={title}
            maxLength={400}
            onChange={(event) => onChange({ ...operation, title: event.target.value })}
          />
        )}
      </Field>
      <Field
        id={placeId("description")}
        label={t("operationDescription")}
        hint={t("operationDescriptionHint")}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={20_000}
            value={description}
            onChange={(event) => onChange({ ...operation, description: event.target.value })}
          />
        )}
      </Field>
      <Field
        id={placeId("exampleRequests")}
        label={t("exampleRequests")}
        hint={t("exampleRequestsHint")}
        error={errorOf("exampleRequests")}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            value={requests}
            onChange={(event) => {
              setRequests(event.target.value);
              const lines = event.target.value.split("\n").map((line) => line.trim());
              onChange({
                ...operation,
                exampleRequests: lines.filter((line) => line !== "").slice(0, 20),
              });
            }}
          />
        )}
      </Field>
      <NameField operation={operation} onChange={onChange} />
    </Section>
  );
}
