"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import { applyFile, readStart } from "#components/publishing/new-tool/new-tool-requests.ts";
import { t } from "#components/publishing/new-tool/new-tool-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { ApiError } from "#lib/http/api-error.ts";
import { mostStartCharacters, type Start } from "#lib/publishing/start-from/start.ts";

const messageOf = (error: unknown) =>
  error instanceof ApiError
    ? [...new Set([error.message, ...error.fields.slice(0, 5).map((one) => one.message), error.mend])]
        .filter(Boolean)
        .join(" ")
    : t("notRead");

/** A text that says what a tool is: pasted, dropped or chosen; what can be made of it is then to choose. */
export function FileStart({ onStart }: { onStart: (start: Start) => void }) {
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const read = useMutation({
    mutationFn: readStart,
    onError: (error) => setProblem(messageOf(error)),
    onSuccess: ({ starts, origin }) => {
      const [only] = starts;
      if (!only) setProblem(t("noneFound"));
      else if (starts.length === 1 && origin !== "weft-file") onStart(only);
    },
  });
  const apply = useMutation({
    mutationFn: applyFile,
    onError: (error) => setProblem(messageOf(error)),
    onSuccess: ({ slug }) => router.push(`/owner/${slug}/edit`),
  });
  const put = (next: string) => {
    setText(next);
    setProblem(null);
    read.reset();
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > mostStartCharacters) return setProblem(t("fileTooLarge"));
    const content = await file.text();
    if (content.includes("\0") || content.includes("\uFFFD")) return setProblem(t("fileNotText"));
    put(content);
    read.mutate(content);
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  const found = read.data;
  return (
    <div className="flex max-w-thread flex-col gap-4">
      <Field id="new-tool-file" label={t("fileText")} hint={t("fileHint")} error={problem}>
        {(control) => (
          <Textarea
            {...control}
            mono
            rows={12}
            spellCheck={false}
            value={text}
            onChange={(event) => put(event.target.value)}
            onDrop={drop}
            onDragOver={(event) => event.preventDefault()}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          pending={read.isPending}
          pendingLabel={t("readingFile")}
          disabled={text.trim() === ""}
          onClick={() => {
            setProblem(null);
            if (text.length > mostStartCharacters) setProblem(t("fileTooLarge"));
            else read.mutate(text);
          }}
        >
          {t("readFile")}
        </Button>
        <Button onClick={() => chooser.current?.click()}>{t("chooseFile")}</Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".yaml,.yml,.json,.txt"
          aria-label={t("chooseFile")}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      {found && found.starts.length > 0 && (
        <section aria-label={t("found", { count: found.starts.length })} className="flex flex-col gap-3">
          <p role="status" className="text-muted">
            {t("found", { count: found.starts.length })}
          </p>
          {found.notes.map((note) => (
            <p key={note} className="break-words text-muted text-small">
              {note}
            </p>
          ))}
          {found.starts.map((start) => (
            <Card key={`${start.kind} ${start.slug}`} className="flex min-w-0 flex-col items-start gap-2">
              <p className="text-muted text-small">{t(`${start.kind}Name`)}</p>
              <h3 className="w-full break-words text-lead">{start.name}</h3>
              <p className="w-full break-words">{start.words.purpose}</p>
              {found.origin === "weft-file" ? (
                <Button
                  variant="primary"
                  pending={apply.isPending}
                  pendingLabel={t("creating")}
                  onClick={() => apply.mutate(text)}
                >
                  {t("applyFile", { name: start.name })}
                </Button>
              ) : (
                <Button onClick={() => onStart(start)}>{t("takeStart", { name: start.name })}</Button>
              )}
            </Card>
          ))}
        </section>
      )}
    </div>
  );
}
