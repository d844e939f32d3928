"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { FieldLegend } from "#components/tools/schema-form/field-legend.tsx";
import { t } from "#components/tools/schema-form/field-words.ts";
import { useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { FieldPath } from "#lib/tools/form/draft.ts";
import { initialValue } from "#lib/tools/form/form-value.ts";
import type { JsonObject } from "#lib/tools/json-object.ts";

/**
 * `text` is what stands in the name's control; `name` is the member that it names, or empty while the text is
 * empty or taken. Meanwhile the value rests in `parked`.
 */
type Row = { readonly key: number; readonly text: string; readonly name: string; readonly parked?: unknown };
type MapFieldsProps = {
  readonly id: string;
  readonly path: FieldPath;
  readonly members: JsonObject;
  /** Names that have fields of their own. */
  readonly known: readonly string[];
  readonly valueSchema: unknown;
  readonly depth: number;
};

let lastKey = 0;

/** Values under names that the person chooses. A row counts once its name is filled in. */
export function MapFields({ id, path, members, known, valueSchema, depth }: MapFieldsProps) {
  const { root, change, disabled, Part } = useSchemaForm();
  const [rows, setRows] = useState<Row[]>(() => {
    const names = Object.keys(members).filter((name) => !known.includes(name));
    return names.map((name) => ({ key: ++lastKey, text: name, name }));
  });

  function rename(row: Row, text: string) {
    const { [row.name]: held, ...others } = members;
    const isTaken = known.includes(text) || rows.some((one) => one.key !== row.key && one.name === text);
    const name = isTaken ? "" : text;
    const value = (row.name === "" ? row.parked : held) ?? initialValue(root, valueSchema);
    setRows(rows.map((one) => (one.key === row.key ? { key: row.key, text, name, parked: value } : one)));
    change(path, name === "" ? others : { ...others, [name]: value });
  }

  function remove(row: Row) {
    const { [row.name]: _, ...others } = members;
    setRows(rows.filter((one) => one.key !== row.key));
    change(path, others);
  }

  return (
    <fieldset id={id} tabIndex={-1} className="flex min-w-0 flex-col gap-2">
      <legend className="pb-1 font-semibold">
        <FieldLegend label={t("others")} hint={t("othersHint")} isRequired={false} />
      </legend>
      {rows.map((row, index) => (
        <div key={row.key} className="flex min-w-0 items-start gap-2 max-md:flex-wrap">
          <Field
            id={`${id}-${index}-name`}
            label={t("name")}
            className="w-48 max-md:w-full"
            error={row.text !== "" && row.name === "" ? `${t("name")} ${t("nameTaken")}` : undefined}
          >
            {(control) => (
              <Input
                {...control}
                value={row.text}
                disabled={disabled}
                onChange={(event) => rename(row, event.target.value)}
              />
            )}
          </Field>
          <div className="min-w-0 flex-1">
            {row.name !== "" && (
              <Part
                inner={{ name: row.name, schema: valueSchema, isRequired: true }}
                path={[...path, row.name]}
                value={members[row.name]}
                depth={depth}
                label={row.name}
              />
            )}
          </div>
          <IconButton
            label={t("remove", { label: row.text || t("entry", { label: t("value"), number: index + 1 }) })}
            disabled={disabled}
            onClick={() => remove(row)}
          >
            <X />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          size="small"
          disabled={disabled || rows.some((row) => row.text === "")}
          onClick={() => setRows([...rows, { key: ++lastKey, text: "", name: "" }])}
        >
          <Plus />
          {t("addEntry")}
        </Button>
      </div>
    </fieldset>
  );
}
