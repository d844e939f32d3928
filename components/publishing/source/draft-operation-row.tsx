"use client";

import { Pencil } from "lucide-react";
import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { openedOf } from "#components/publishing/source/opened-operation.ts";
import { OperationEditor } from "#components/publishing/source/operation-editor.tsx";
import { t } from "#components/publishing/source/source-words.ts";
import { OperationMarks } from "#components/tools/operations/operation-marks.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { OperationSummary } from "#lib/publishing/draft-content.ts";
import { operationProblems, problemWords } from "#lib/publishing/draft-problems.ts";
import type { SourceView } from "#lib/publishing/sources/schema.ts";

type DraftOperationRowProps = {
  editor: DraftEditor;
  summary: OperationSummary;
  sources: readonly SourceView[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onRenamed: (name: string) => Promise<void>;
  onRemove: () => Promise<void>;
};

const changeWords = { added: "changeAdded", changed: "changeChanged", same: "changeSame" } as const;

/** One operation of the draft as a line, and below it its editor when that is open. */
export function DraftOperationRow(props: DraftOperationRowProps) {
  const { editor, summary, sources, isOpen, onOpenChange, onRenamed, onRemove } = props;
  const mine = openedOf(editor, summary.name)?.entry.mine ?? null;
  const title = (mine ?? summary).title || summary.name;
  const problems = mine ? operationProblems(editor.overview.kind, mine) : summary.problems;
  const annotations = mine?.annotations ?? {
    readOnly: summary.isReadOnly,
    destructive: summary.isDestructive,
    idempotent: false,
    openWorld: false,
  };
  return (
    <li className="border-b last:border-b-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={t("edit", { title })}
        onClick={() => onOpenChange(!isOpen)}
        className="flex w-full flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-2.5 text-left transition-ui hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <span className="min-w-0 flex-1 basis-72">
          <span className="flex items-center gap-2 font-semibold wrap-anywhere">
            {title}
            <Pencil className="shrink-0 text-muted" />
          </span>
          <code className="block text-code text-muted wrap-anywhere">{mine?.name ?? summary.name}</code>
          <span className="line-clamp-2 text-muted text-small wrap-anywhere">
            {(mine ?? summary).description || t("noDescription")}
          </span>
        </span>
        <span className="flex flex-wrap gap-1.5">
          {problems.length > 0 && (
            <Badge tone="danger">{t("problemCount", { count: problems.length })}</Badge>
          )}
          <Badge tone={summary.change === "same" ? "neutral" : "accent"}>
            {t(changeWords[summary.change])}
          </Badge>
          <OperationMarks annotations={annotations} />
        </span>
      </button>
      {problems.length > 0 && (
        <ul className="px-4 pb-2 text-danger text-small">
          {problems.map((problem) => (
            <li key={problem} className="wrap-anywhere">
              {problemWords(problem)}
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <OperationEditor
          editor={editor}
          name={summary.name}
          sources={sources}
          onRenamed={onRenamed}
          onRemove={onRemove}
        />
      )}
    </li>
  );
}
