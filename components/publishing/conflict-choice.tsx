"use client";

import { fieldLabel, t } from "#components/publishing/editor-words.ts";
import { KeepBoth } from "#components/publishing/keep-both-button.tsx";
import type { WordsEditor } from "#components/publishing/use-words.ts";
import { fieldText } from "#components/publishing/words-changes.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { canKeepBoth } from "#lib/publishing/keep-both.ts";

function Side({
  title,
  text,
  act,
  onChoose,
}: {
  title: string;
  text: string;
  act: string;
  onChoose: () => void;
}) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-2 rounded-card border bg-surface p-3">
      <p className="text-muted text-small">{title}</p>
      <p className="max-h-48 w-full overflow-auto whitespace-pre-wrap break-words">
        {text || t("nothingThere")}
      </p>
      <Button size="small" onClick={onChoose} aria-label={`${act}: ${title}`}>
        {act}
      </Button>
    </div>
  );
}

/** Two people changed the same field: both versions side by side, and nothing is lost until one is chosen. */
export function ConflictChoice({ editor }: { editor: WordsEditor }) {
  const { conflict, words, view, choose } = editor;
  if (!conflict) return null;
  return (
    <Notice tone="caution" title={t("conflictTitle")}>
      <div role="alert" className="flex flex-col gap-4">
        <p>
          {t("conflictText")}
          {conflict.by === null &&
            ` ${t("conflictPublished", { version: view.published.version ?? t("notPublished") })}`}
        </p>
        {conflict.fields.map((field) => (
          <fieldset key={field} className="flex min-w-0 flex-col gap-2">
            <legend className="pb-1 font-semibold">{fieldLabel(field)}</legend>
            <div className="grid gap-3 md:grid-cols-2">
              <Side
                title={t("mine")}
                text={fieldText(words, field)}
                act={t("keepMine")}
                onChoose={() => choose(field, "mine")}
              />
              <Side
                title={conflict.by ? t("theirs", { name: conflict.by }) : t("theirsPublished")}
                text={fieldText(conflict.theirs, field)}
                act={t("takeTheirs")}
                onChoose={() => choose(field, "theirs")}
              />
            </div>
            {canKeepBoth(field, conflict.theirs[field], words[field]) && (
              <KeepBoth name={fieldLabel(field)} onChoose={() => choose(field, "both")} />
            )}
          </fieldset>
        ))}
      </div>
    </Notice>
  );
}
