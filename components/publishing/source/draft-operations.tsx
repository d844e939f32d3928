"use client";

import { useState } from "react";
import { Section } from "#components/layout/section.tsx";
import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { DraftOperationRow } from "#components/publishing/source/draft-operation-row.tsx";
import { openedOf } from "#components/publishing/source/opened-operation.ts";
import { t } from "#components/publishing/source/source-words.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { formatNumber } from "#lib/messages/format.ts";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";
import type { SourceView } from "#lib/publishing/sources/schema.ts";

const perPage = 50;

type DraftOperationsProps = {
  editor: DraftEditor;
  sources: readonly SourceView[];
  onChanged: () => Promise<unknown>;
};

/** What was taken over: each operation with its problems, and an editor that opens in its row. */
export function DraftOperations({ editor, sources, onChanged }: DraftOperationsProps) {
  const [words, setWords] = useState("");
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<string | null>(null);
  const all = editor.overview.operations.filter(({ name }) => openedOf(editor, name)?.entry.mine !== null);
  const found = all.filter(({ name, title, description }) => {
    const text = `${name}\n${title}\n${description}`.toLowerCase();
    return words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  });
  const pageCount = Math.max(1, Math.ceil(found.length / perPage));
  const current = Math.min(page, pageCount);

  async function keep() {
    if (!(await editor.save())) return;
    await editor.adopt(editor.revisionOf());
    await onChanged();
  }

  async function remove(name: string) {
    const key = openedOf(editor, name)?.key ?? name;
    const operation = await editor.openOperation(key);
    if (!operation) return;
    setOpened(null);
    editor.changeOperation(key, null);
    await keep();
    const bring = async (removed: DraftOperation) => {
      editor.changeOperation(key, removed);
      await keep();
    };
    showToast({
      title: t("operationRemoved", { title: operation.title || name }),
      action: { label: t("undo"), onSelect: () => void bring(operation) },
    });
  }

  return (
    <Section title={t("draftTitle")} description={t("draftHint")}>
      {all.length === 0 ? (
        <EmptyState>{t(sources.length === 0 ? "draftEmpty" : "draftEmptyConnected")}</EmptyState>
      ) : (
        <>
          {all.length > 10 && (
            <Field id="find-draft-operation" label={t("findDraft")} className="md:max-w-80">
              {(control) => (
                <Input
                  {...control}
                  type="search"
                  value={words}
                  onChange={(event) => {
                    setWords(event.target.value);
                    setPage(1);
                  }}
                />
              )}
            </Field>
          )}
          <ul aria-label={t("draftTitle")} className="overflow-clip rounded-card border bg-surface">
            {found.slice((current - 1) * perPage, current * perPage).map((summary) => (
              <DraftOperationRow
                key={summary.name}
                editor={editor}
                summary={summary}
                sources={sources}
                isOpen={opened === summary.name}
                onOpenChange={(isOpen) => setOpened(isOpen ? summary.name : null)}
                onRenamed={async (name) => {
                  setOpened(name);
                  await keep();
                }}
                onRemove={() => remove(summary.name)}
              />
            ))}
            {found.length === 0 && <li className="px-4 py-3 text-muted">{t("nothingFound")}</li>}
          </ul>
          {pageCount > 1 && (
            <nav aria-label={t("draftTitle")} className="flex flex-wrap items-center gap-2">
              <Button size="small" disabled={current <= 1} onClick={() => setPage(current - 1)}>
                {t("previous")}
              </Button>
              <span className="text-muted text-small">
                {t("page", { page: formatNumber(current), count: formatNumber(pageCount) })}
              </span>
              <Button size="small" disabled={current >= pageCount} onClick={() => setPage(current + 1)}>
                {t("next")}
              </Button>
            </nav>
          )}
        </>
      )}
    </Section>
  );
}
