"use client";

import { useMutation } from "@tanstack/react-query";
import { type DragEvent, useRef, useState } from "react";
import { t } from "#components/publishing/draft/draft-words.ts";
import { createSource, sendDocuments } from "#components/publishing/kinds/source-requests.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { type DataClass, dataClasses } from "#lib/data-class.ts";
import { ApiError } from "#lib/http/api-error.ts";
import type { AddedDocuments, SourceChoice } from "#lib/knowledge/new-source.ts";

/** Files one by one or of a whole folder; what is dropped can be chosen with the buttons as well. */
function Files({ onFiles, pending }: { onFiles: (files: File[]) => void; pending: string | null }) {
  const one = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null) => {
    if (list && list.length > 0) onFiles([...list]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (pending === null) take(event.dataTransfer.files);
  };
  return (
    <section
      aria-label={t("files")}
      className="flex flex-col items-start gap-2 rounded-card border border-border-strong border-dashed p-4"
      onDrop={drop}
      onDragOver={(event) => event.preventDefault()}
    >
      <p className="text-muted">{t("dropFiles")}</p>
      <div className="flex flex-wrap gap-2">
        <Button pending={pending !== null} pendingLabel={pending ?? ""} onClick={() => one.current?.click()}>
          {t("chooseFiles")}
        </Button>
        <Button disabled={pending !== null} onClick={() => folder.current?.click()}>
          {t("chooseFolder")}
        </Button>
      </div>
      <input
        ref={one}
        type="file"
        hidden
        multiple
        accept=".md,.markdown,.txt,.html,.htm"
        aria-label={t("chooseFiles")}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
      <input
        ref={(element) => {
          folder.current = element;
          // React knows no attribute for it.
          element?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        hidden
        aria-label={t("chooseFolder")}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
    </section>
  );
}

function Outcome({ added }: { added: AddedDocuments }) {
  const { refused } = added;
  return (
    <div role="status" className="flex flex-col gap-2">
      <p>
        {t("documentsAdded", { count: added.added.length + added.replaced.length })}
        {added.replaced.length > 0 && ` ${t("documentsReplaced", { count: added.replaced.length })}`}
      </p>
      {refused.length > 0 && (
        <Notice tone="caution" title={t("documentsRefused", { count: refused.length })}>
          <ul className="flex flex-col gap-1">
            {refused.slice(0, 20).map(({ name, reason }) => (
              <li key={name} className="break-words">
                <span className="text-code">{name}</span>: {reason}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

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
      <Files pending={isPending ? progress : null} onFiles={(files) => mutate(files)} />
      {error && !nameError && (
        <Notice tone="danger" title={t("notUploaded")}>
          {[error.message, known?.mend].filter(Boolean).join(" ")}
        </Notice>
      )}
      {data && <Outcome added={data.added} />}
    </fieldset>
  );
}
