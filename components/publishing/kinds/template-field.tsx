"use client";

import { useRef } from "react";
import { t } from "#components/publishing/draft/draft-words.ts";
import { placeId } from "#components/publishing/kinds/operation-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { templateNames } from "#lib/tools/fill-template.ts";

type TemplateFieldProps = {
  value: string;
  /** Names that the template may refer to. */
  names: readonly string[];
  onChange: (value: string) => void;
};

/** The message that a model is given, with the places where the form's values go. */
export function TemplateField({ value, names, onChange }: TemplateFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const unknown = templateNames(value).filter((name) => !names.includes(name));
  const insert = (name: string) => {
    const at = area.current?.selectionStart ?? value.length;
    const end = area.current?.selectionEnd ?? at;
    const place = `{{${name}}}`;
    onChange(value.slice(0, at) + place + value.slice(end));
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at + place.length, at + place.length);
    });
  };
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Field
        id={placeId("binding.message")}
        label={t("message")}
        hint={t("messageHint")}
        error={unknown.length > 0 ? t("messageUnknown", { names: unknown.join(", ") }) : undefined}
      >
        {(control) => (
          <Textarea
            {...control}
            ref={area}
            rows={5}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {names.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {names.map((name) => (
            <Button
              key={name}
              size="small"
              aria-label={t("insertField", { name })}
              className="max-w-full text-code"
              onClick={() => insert(name)}
            >
              <span className="truncate">{`{{${name}}}`}</span>
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
