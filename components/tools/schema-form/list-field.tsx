"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useState } from "react";
import { flushSync } from "react-dom";
import { FieldLegend } from "#components/tools/schema-form/field-legend.tsx";
import { hintOf, t } from "#components/tools/schema-form/field-words.ts";
import {
  type FieldProps,
  fieldId,
  useFieldError,
  useSchemaForm,
} from "#components/tools/schema-form/form-context.ts";
import { NullChoice } from "#components/tools/schema-form/null-choice.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { moveEntry } from "#lib/tools/form/draft.ts";
import { initialValue } from "#lib/tools/form/form-value.ts";

let lastKey = 0;
const freshKeys = (count: number) => Array.from({ length: count }, () => ++lastKey);

/** Entries that can be added, removed and moved; the keyboard's focus follows what was done. */
export function ListField({ field, id, path, value, label, hideLabel, depth }: FieldProps<"list">) {
  const { root, idPrefix, change, disabled, Part } = useSchemaForm();
  const error = useFieldError(path, label);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const [held, setKeys] = useState(() => freshKeys(entries.length));
  // Entries that come from elsewhere get keys of their own.
  const keys = held.length === entries.length ? held : freshKeys(entries.length);
  if (keys !== held) setKeys(keys);
  const schemaOf = (index: number) => field.first[index] ?? field.items ?? true;

  function update(next: readonly unknown[], nextKeys: readonly number[], focusId: string) {
    flushSync(() => {
      setKeys([...nextKeys]);
      change(path, next);
    });
    document.getElementById(focusId)?.focus();
  }
  function add() {
    const start = initialValue(root, schemaOf(entries.length));
    update([...entries, start], [...keys, ...freshKeys(1)], fieldId(idPrefix, [...path, entries.length]));
  }
  function remove(index: number) {
    const without = <T,>(list: readonly T[]) => list.filter((_, place) => place !== index);
    update(without(entries), without(keys), `${id}-add`);
  }
  function move(from: number, to: number) {
    const button = `${id}-${to}-${to < from ? "up" : "down"}`;
    update(moveEntry(entries, from, to), moveEntry(keys, from, to), button);
  }

  return (
    <fieldset id={id} tabIndex={-1} className="flex min-w-0 flex-col gap-2">
      <legend className={hideLabel ? "sr-only" : "pb-1 font-semibold"}>
        <FieldLegend label={label} hint={hintOf(field)} isRequired={field.isRequired} />
      </legend>
      {entries.length > 0 && (
        <ol className="flex min-w-0 flex-col gap-3">
          {entries.map((entry, index) => {
            const name = t("entry", { label, number: index + 1 });
            return (
              <li key={keys[index]} className="flex min-w-0 items-start gap-1">
                <div className="min-w-0 flex-1">
                  <Part
                    inner={{ name: String(index + 1), schema: schemaOf(index), isRequired: true }}
                    path={[...path, index]}
                    value={entry}
                    depth={depth + 1}
                    label={name}
                    hideLabel
                  />
                </div>
                <IconButton
                  id={`${id}-${index}-up`}
                  label={t("moveUp", { label: name })}
                  aria-disabled={index === 0}
                  disabled={disabled}
                  onClick={() => index > 0 && move(index, index - 1)}
                >
                  <ArrowUp />
                </IconButton>
                <IconButton
                  id={`${id}-${index}-down`}
                  label={t("moveDown", { label: name })}
                  aria-disabled={index === entries.length - 1}
                  disabled={disabled}
                  onClick={() => index < entries.length - 1 && move(index, index + 1)}
                >
                  <ArrowDown />
                </IconButton>
                <IconButton
                  label={t("remove", { label: name })}
                  disabled={disabled}
                  onClick={() => remove(index)}
                >
                  <X />
                </IconButton>
              </li>
            );
          })}
        </ol>
      )}
      <div className="flex flex-wrap items-center gap-4">
        {entries.length < field.maxItems && (
          <Button id={`${id}-add`} size="small" disabled={disabled || value === null} onClick={add}>
            <Plus />
            {t("addEntry")}
            <span className="sr-only">: {label}</span>
          </Button>
        )}
        <NullChoice field={field} path={path} value={value} />
      </div>
      {error && <p className="text-danger text-small">{error}</p>}
    </fieldset>
  );
}
