"use client";

import { useState } from "react";
import { t } from "#components/publishing/source/source-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { operationNameSchema } from "#lib/catalog/operation.ts";

type NameFieldProps = {
  id: string;
  name: string;
  /** Names of the other operations. */
  taken: readonly string[];
  onName: (name: string) => Promise<void>;
};

/** The name by which programs call an operation; it changes when it is whole, not at each letter. */
export function NameField({ id, name, taken, onName }: NameFieldProps) {
  const [text, setText] = useState(name);
  const wanted = text.trim();
  const isTaken = taken.some((other) => other.toLowerCase() === wanted.toLowerCase());
  const isLegal = operationNameSchema.safeParse(wanted).success;
  const error = isTaken ? t("nameTaken") : isLegal ? undefined : t("nameBad");
  const isNew = wanted !== name;
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field
        id={id}
        label={t("name")}
        hint={t("nameHint")}
        error={isNew ? error : undefined}
        className="min-w-0 flex-1 basis-60"
      >
        {(control) => (
          <Input
            {...control}
            mono
            maxLength={64}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && isNew && !error) void onName(wanted);
            }}
          />
        )}
      </Field>
      {isNew && (
        <Button disabled={error !== undefined} onClick={() => void onName(wanted)}>
          {t("nameKeep")}
        </Button>
      )}
    </div>
  );
}
