"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "#components/publishing/draft/draft-words.ts";
import { AddedOutcome, DocumentFiles } from "#components/publishing/kinds/document-files.tsx";
import { createSource, sendDocuments } from "#components/publishing/kinds/source-requests.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { type DataClass, dataClasses } from "#lib/data-class.ts";
import { ApiError } from "#lib/http/api-error.ts";
import type { SourceChoice } from "#lib/knowledge/new-source.ts";

type UploadProps = {
  /** Proposed name and class of the source. */
  name: string;
  dataClass: DataClass;
  onSource: (source: SourceChoice) => void;
};

/** A new knowledge source made of files. */
export function UploadDocuments({ name: proposed, dataClass: standard, onSource }: UploadProps) {
  const [name, setName] = useState(proposed);
  const [dataClass, setDataClass] = useState(standard);
  const [progress, setProgress] = useState<string | null>(null);
  // The source stays when sending its files breaks off, so that a second try fills the same one.
  const [made, setMade] = useState<{ id: string; slug: string; name: string } | null>(null);
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: async (files: readonly File[]) => {
      setProgress(t("uploading", { done: 0, count: files.length }));
      const source = made ?? (await createSource({ name, dataClass }));
      setMade(source);
      const added = await sendDocuments(source.slug, files, t("fileTooLarge"), (done) =>
        setProgress(t("uploading", { done, count: files.length })),
      );
      return { source, added };
    },
    onSuccess: ({ source, added }) => {
      if (added.documentCount > 0)
        onSource({ ...source, description: "", dataClass, documentCount: added.documentCount });
    },
  });
  const known = error instanceof ApiError ? error : null;
  const nameError = known?.fields.find(({ path }) => path === "name")?.message;
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-card border p-4">
      <legend className="px-1 font-semibold">{t("newSource")}</legend>
      <div className="grid gap-3 md:grid-cols-2">
        <Field id="new-source-name" label={t("sourceName")} error={nameError}>
          {(control) => (
            <Input
              {...control}
              disabled={made !== null}
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field id="new-source-class" label={t("sourceClass")}>
          {(control) => (
            <Select
              {...control}
              disabled={made !== null}
              value={dataClass}
              onChange={(event) => setDataClass(event.target.value as DataClass)}
            >
              {dataClasses.map((one) => (
                <option key={one} value={one}>
                  {t(`class-${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <DocumentFiles pending={isPending ? progress : null} onFiles={(files) => mutate(files)} />
      {error && !nameError && (
        <Notice tone="danger" title={t("notUploaded")}>
          {[error.message, known?.mend].filter(Boolean).join(" ")}
        </Notice>
      )}
      {data && <AddedOutcome added={data.added} />}
    </fieldset>
  );
}
