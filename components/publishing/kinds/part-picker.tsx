"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "#components/publishing/draft/agent-words.ts";
import type { PartChoice } from "#components/publishing/kinds/operation-workbench.tsx";
import { partOperationsQuery } from "#components/publishing/kinds/part-queries.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";

type PartPickerProps = {
  id: string;
  parts: readonly PartChoice[];
  tool: string;
  operation: string;
  onChange: (tool: string, operation: string) => void;
};

/** An operation of another tool: first the tool, then what of it. */
export function PartPicker({ id, parts, tool, operation, onChange }: PartPickerProps) {
  const [looked, setLooked] = useState("");
  const { data, error } = useQuery(partOperationsQuery(tool, looked));
  const known = parts.some(({ slug }) => slug === tool);
  const tools = parts.map(({ slug, name, purpose }) => ({ value: slug, label: name, hint: purpose }));
  const found = data?.operations ?? [];
  const operations = found.map(({ name, title }) => ({ value: name, label: title, hint: name }));
  const isListed = operation === "" || found.some(({ name }) => name === operation);
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <Field
        id={`${id}-tool`}
        label={t("tool")}
        error={tool !== "" && !known ? t("toolUnknown", { tool }) : undefined}
      >
        {(control) => (
          <Combobox
            {...control}
            emptyText={t("noSuchTool")}
            options={known || tool === "" ? tools : [{ value: tool, label: tool }, ...tools]}
            value={tool === "" ? null : tool}
            onValueChange={(slug) => {
              setLooked("");
              onChange(slug ?? "", "");
            }}
          />
        )}
      </Field>
      <Field id={`${id}-operation`} label={t("operation")} error={error ? t("operationsFailed") : undefined}>
        {(control) => (
          <Combobox
            {...control}
            disabled={tool === ""}
            emptyText={t("noSuchOperation")}
            options={isListed ? operations : [{ value: operation, label: operation }, ...operations]}
            value={operation === "" ? null : operation}
            onQueryChange={(query) => setLooked(query.slice(0, 100))}
            onValueChange={(name) => {
              setLooked("");
              onChange(tool, name ?? "");
            }}
          />
        )}
      </Field>
    </div>
  );
}
