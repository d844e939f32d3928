"use client";

import { useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { t } from "#components/publishing/draft/draft-words.ts";
import { type OperationForm, placeId, withBinding } from "#components/publishing/kinds/operation-form.ts";
import { UploadDocuments } from "#components/publishing/kinds/upload-documents.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DataClass } from "#lib/data-class.ts";
import type { SourceChoice } from "#lib/knowledge/new-source.ts";

type KnowledgeEditorProps = OperationForm & {
  toolName: string;
  dataClass: DataClass;
  sources: readonly SourceChoice[];
  mayUpload: boolean;
};

/** Answers from documents: which, and how many passages. */
export function KnowledgeEditor(props: KnowledgeEditorProps) {
  const { operation, onChange, errorOf, toolName, dataClass, sources, mayUpload } = props;
  const [fresh, setFresh] = useState<readonly SourceChoice[]>([]);
  const { sourceIds, maxPassages } = operation.binding;
  const chosen = Array.isArray(sourceIds) ? sourceIds.map(String) : [];
  const listed = [...sources.filter(({ id }) => !fresh.some((one) => one.id === id)), ...fresh];
  const unknown = chosen.filter((id) => !listed.some((one) => one.id === id));
  const put = (ids: readonly string[]) => onChange(withBinding(operation, { sourceIds: ids }));
  const error = errorOf("binding.sourceIds");
  const id = placeId("binding.sourceIds");
  return (
    <Section title={t("sources")} description={t("sourcesHint")}>
      <fieldset
        id={id}
        tabIndex={-1}
        aria-describedby={error ? `${id}-error` : undefined}
        className="flex min-w-0 flex-col gap-2 rounded-control"
      >
        <legend className="sr-only">{t("sources")}</legend>
        {listed.length === 0 && <p className="text-muted">{t("noSources")}</p>}
        {listed.map((source) => (
          <div key={source.id} className="flex min-w-0 flex-wrap items-start justify-between gap-x-4">
            <Checkbox
              className="min-w-0 break-words"
              label={source.name}
              hint={t("sourceFacts", {
                count: source.documentCount,
                dataClass: t(`class-${source.dataClass}`),
              })}
              checked={chosen.includes(source.id)}
              onChange={(event) =>
                put(event.target.checked ? [...chosen, source.id] : chosen.filter((one) => one !== source.id))
              }
            />
            {mayUpload && (
              <TextLink
                href={`/my/sources/${source.slug}`}
                aria-label={t("manageSource", { name: source.name })}
              >
                {t("manage")}
              </TextLink>
            )}
          </div>
        ))}
        {unknown.map((one) => (
          <Checkbox
            key={one}
            label={t("foreignSource")}
            hint={one}
            checked
            onChange={() => put(chosen.filter((other) => other !== one))}
          />
        ))}
        {error && (
          <p id={`${id}-error`} className="text-danger text-small">
            {error}
          </p>
        )}
      </fieldset>
      {mayUpload && (
        <UploadDocuments
          name={toolName}
          dataClass={dataClass}
          onSource={(source) => {
            setFresh((known) => [...known.filter((one) => one.id !== source.id), source]);
            if (!chosen.includes(source.id)) put([...chosen, source.id]);
          }}
        />
      )}
      <Field
        id={placeId("binding.maxPassages")}
        label={t("maxPassages")}
        hint={t("maxPassagesHint")}
        error={errorOf("binding.maxPassages")}
      >
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={20}
            className="max-w-32"
            value={typeof maxPassages === "number" ? maxPassages : ""}
            onChange={(event) =>
              onChange(
                withBinding(operation, {
                  maxPassages: event.target.value === "" ? undefined : event.target.valueAsNumber,
                }),
              )
            }
          />
        )}
      </Field>
    </Section>
  );
}
