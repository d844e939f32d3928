"use client";

import { t } from "#components/publishing/editor-words.ts";
import type { WordsEditor } from "#components/publishing/use-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";

const tones = {
  unchanged: "neutral",
  saved: "positive",
  unsaved: "neutral",
  saving: "active",
  offline: "caution",
  conflict: "caution",
  failed: "danger",
} as const satisfies Record<string, StatusTone>;

const words = {
  unchanged: "stateUnchanged",
  saved: "stateSaved",
  unsaved: "stateUnsaved",
  saving: "stateSaving",
  offline: "stateOffline",
  conflict: "stateConflict",
} as const;

/** Whether what was typed is kept, in words. */
export function SaveStatus({
  editor,
}: {
  editor: Pick<WordsEditor, "state" | "savedAt" | "savedBy" | "save">;
}) {
  const { state, savedAt, savedBy, save } = editor;
  const text = state.kind === "failed" ? t("stateFailed", { message: state.message }) : t(words[state.kind]);
  return (
    <div className="flex min-w-0 items-center gap-2 text-small">
      <span role="status">
        <Status tone={tones[state.kind]}>
          {text}
          {state.kind === "saved" && savedAt && (
            <>
              {" "}
              <Time value={savedAt} /> {savedBy && t("savedBy", { name: savedBy })}
            </>
          )}
        </Status>
      </span>
      {(state.kind === "offline" || state.kind === "failed") && (
        <Button size="small" variant="quiet" onClick={() => void save()}>
          {t("retry")}
        </Button>
      )}
    </div>
  );
}
