"use client";

import { ImagePlus } from "lucide-react";
import { type ClipboardEvent, type DragEvent, useDeferredValue, useRef, useState } from "react";
import { ProblemList } from "#components/catalog/docs/problem-list.tsx";
import { DocsImages } from "#components/publishing/docs-images.tsx";
import { DocsImport } from "#components/publishing/docs-import/docs-import.tsx";
import { fieldId, fieldLabel, t } from "#components/publishing/editor-words.ts";
import { useDocsCheck } from "#components/publishing/use-docs-check.ts";
import { useImageUpload } from "#components/publishing/use-image-upload.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { DocsImage } from "#lib/catalog/docs/docs-schema.ts";
import { imageTypes } from "#lib/catalog/docs/image-file.ts";

type DocsFieldProps = {
  value: string;
  error: string | undefined;
  tool: { readonly slug: string; readonly name: string; readonly hasReference: boolean };
  choices: readonly { readonly slug: string }[];
  images: readonly DocsImage[];
  onImages: (images: readonly DocsImage[]) => void;
  onChange: (value: string) => void;
};

/** The docs of a tool as Markdown: images are dropped, pasted or picked, and what leads nowhere is told beside it. */
export function DocsField({ value, error, tool, choices, images, onImages, onChange }: DocsFieldProps) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const problems = useDocsCheck(useDeferredValue(value), tool, choices, images);
  const latest = useRef(value);
  latest.current = value;

  const insert = (words: string) => {
    const at = textarea.current?.selectionStart ?? latest.current.length;
    const before = latest.current.slice(0, at);
    const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    const next = `${before}${gap}${words}\n${latest.current.slice(at)}`;
    onChange(next);
    // The words in the brackets are chosen, because they are to be written now.
    const from = before.length + gap.length + 2;
    requestAnimationFrame(() => {
      textarea.current?.focus();
      textarea.current?.setSelectionRange(from, from + t("imageAlt").length);
    });
  };
  const { upload, isPending } = useImageUpload(tool.slug, (image) => {
    onImages([...images.filter(({ name }) => name !== image.name), image]);
    insert(`![${t("imageAlt")}](image:${image.name})`);
  });
  const take = (files: FileList | null | undefined): boolean => {
    const [file] = files ? [...files].filter(({ type }) => type.startsWith("image/")) : [];
    if (file) void upload(file);
    return file !== undefined;
  };
  const onPaste = (event: ClipboardEvent) => {
    if (take(event.clipboardData.files)) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (take(event.dataTransfer.files)) event.preventDefault();
  };
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Field id={fieldId("docs")} label={fieldLabel("docs")} hint={t("docsHint")} error={error} hideLabel>
        {(control) => (
          <Textarea
            {...control}
            ref={textarea}
            mono
            rows={14}
            className={cn("max-h-160", isOver && "border-accent bg-accent-soft")}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onPaste={onPaste}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={onDrop}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button pending={isPending} pendingLabel={t("imageAdding")} onClick={() => picker.current?.click()}>
          <ImagePlus />
          {t("imageAdd")}
        </Button>
        <DocsImport
          slug={tool.slug}
          docs={value}
          onTake={(docs, added) => {
            const names = new Set(added.map(({ name }) => name));
            onImages([...images.filter(({ name }) => !names.has(name)), ...added]);
            onChange(docs);
          }}
        />
        <p className="text-muted text-small">{t("imageHint")}</p>
        <input
          ref={picker}
          type="file"
          accept={imageTypes.join(",")}
          aria-label={t("imageAdd")}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
      </div>
      <DocsImages
        slug={tool.slug}
        docs={value}
        images={images}
        onInsert={(name) => insert(`![${t("imageAlt")}](image:${name})`)}
        onRemoved={(name) => onImages(images.filter((image) => image.name !== name))}
      />
      {problems.length > 0 && (
        <Notice tone="caution" title={t("docsProblems", { count: problems.length })}>
          <div className="flex max-h-80 flex-col gap-2 overflow-y-auto pt-1" tabIndex={-1}>
            <p className="text-small">{t("docsProblemsText")}</p>
            <ProblemList problems={problems} />
          </div>
        </Notice>
      )}
    </div>
  );
}
