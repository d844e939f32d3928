"use client";

import type { Conflict } from "#components/publishing/draft/draft-state.ts";
import { t } from "#components/publishing/draft/draft-words.ts";
import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { t as words } from "#components/publishing/editor-words.ts";
import { KeepBoth } from "#components/publishing/keep-both-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { draftEditor } from "#lib/messages/en/draft-editor.ts";
import { canKeepBoth } from "#lib/publishing/keep-both.ts";

function textOf(value: unknown): string {
  if (value === undefined || value === null || value === "") return words("nothingThere");
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function nameOf({ operation, path }: Conflict): string {
  const key = `part-${path}`;
  if (key in draftEditor) return t(key as "part-title");
  return path === "" ? t("wholeOperation", { name: operation ?? "" }) : path;
}

type SideProps = { title: string; value: unknown; act: string; onChoose: () => void };

function Side({ title, value, act, onChoose }: SideProps) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-2 rounded-card border bg-surface p-3">
      <p className="text-muted text-small">{title}</p>
      <p className="max-h-48 w-full overflow-auto whitespace-pre-wrap break-words">{textOf(value)}</p>
      <Button size="small" onClick={onChoose} aria-label={`${act}: ${title}`}>
        {act}
      </Button>
    </div>
  );
}

/** Two people changed the same part of settings or operations: both side by side, until one is chosen. */
export function DraftConflicts({ editor }: { editor: DraftEditor }) {
  const { conflicts, conflictBy, choose } = editor;
  if (conflicts.length === 0) return null;
  return (
    <Notice tone="caution" title={t("conflictTitle")}>
      <div role="alert" className="flex flex-col gap-4">
        <p>{words("conflictText")}</p>
        {conflicts.map((conflict) => (
          <fieldset key={conflict.id} className="flex min-w-0 flex-col gap-2">
            <legend className="pb-1 font-semibold">{nameOf(conflict)}</legend>
            <div className="grid gap-3 md:grid-cols-2">
              <Side
                title={words("mine")}
                value={conflict.mine}
                act={words("keepMine")}
                onChoose={() => choose(conflict.id, "mine")}
              />
              <Side
                title={conflictBy ? words("theirs", { name: conflictBy }) : words("theirsPublished")}
                value={conflict.theirs}
                act={words("takeTheirs")}
                onChoose={() => choose(conflict.id, "theirs")}
              />
            </div>
            {canKeepBoth(conflict.path, conflict.theirs, conflict.mine) && (
              <KeepBoth name={nameOf(conflict)} onChoose={() => choose(conflict.id, "both")} />
            )}
          </fieldset>
        ))}
      </div>
    </Notice>
  );
}
