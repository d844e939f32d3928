"use client";

import { type DragEvent, useRef } from "react";
import { t } from "#components/publishing/draft/draft-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { AddedDocuments } from "#lib/knowledge/new-source.ts";

/** Files one by one or of a whole folder; what is dropped can be chosen with the buttons as well. */
export function DocumentFiles({
  onFiles,
  pending,
}: {
  onFiles: (files: File[]) => void;
  pending: string | null;
}) {
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

/** What became of the files that were sent. */
export function AddedOutcome({ added }: { added: AddedDocuments }) {
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
