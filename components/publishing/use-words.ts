"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { loadDraft, saveDraft } from "#components/publishing/draft-requests.ts";
import { t } from "#components/publishing/editor-words.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { changedFields, isSameField } from "#lib/publishing/changed-words.ts";
import { keepBoth } from "#lib/publishing/keep-both.ts";
import { mergeWords } from "#lib/publishing/merge-words.ts";
import type { DraftView, DraftWords, WordsField } from "#lib/publishing/schema.ts";

const pauseMs = 900;
const retryMs = 5000;

export type SaveState =
  | { readonly kind: "unchanged" | "saved" | "unsaved" | "saving" | "offline" | "conflict" }
  | { readonly kind: "failed"; readonly message: string };

/** Which version of a part stays when two people changed it. */
export type Side = "mine" | "theirs" | "both";

/** Another person's newer words, and the fields in which they differ from mine. */
export type Conflict = {
  readonly theirs: DraftWords;
  readonly by: string | null;
  readonly fields: readonly WordsField[];
};

/** What the server has, as far as this page knows. */
type Known = {
  readonly words: DraftWords;
  readonly revision: number;
  readonly savedAt: string | null;
  readonly savedBy: string | null;
};

function knownOf({ draft, published }: DraftView): Known {
  return {
    words: draft?.words ?? published.words,
    revision: draft?.revision ?? 0,
    savedAt: draft?.updatedAt ?? null,
    savedBy: draft?.updatedBy ?? null,
  };
}

/**
 * The words of a draft while somebody edits them: saved after a pause, tried again when the portal was away, and joined
 * with what somebody else saved. A field that both changed waits for a choice; until then nothing is saved.
 */
export function useWords(initial: DraftView) {
  const { slug } = initial;
  const [view, setView] = useState(initial);
  const [words, setWords] = useState<DraftWords>(knownOf(initial).words);
  const [state, setState] = useState<SaveState>({ kind: initial.draft ? "saved" : "unchanged" });
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [shown, setShown] = useState({
    savedAt: knownOf(initial).savedAt,
    savedBy: knownOf(initial).savedBy,
  });
  /** Rises when words change from outside, so that fields which keep their own text begin anew. */
  const [generation, setGeneration] = useState(0);
  const known = useRef(knownOf(initial));
  const latest = useRef(words);
  const open = useRef<readonly WordsField[]>([]);
  const running = useRef<Promise<boolean> | null>(null);

  const put = useCallback((next: DraftWords) => {
    latest.current = next;
    setWords(next);
  }, []);

  const join = useCallback(async (): Promise<boolean> => {
    const fresh = await loadDraft(slug);
    const next = knownOf(fresh);
    const mine = latest.current;
    const merged = mergeWords(known.current.words, mine, next.words);
    if (changedFields(mine, merged.words).length > 0) showToast({ title: t("joined") });
    known.current = next;
    setView(fresh);
    put(merged.words);
    setGeneration((count) => count + 1);
    open.current = merged.conflicts;
    if (merged.conflicts.length === 0) return true;
    setConflict({ theirs: next.words, by: next.savedBy, fields: merged.conflicts });
    setState({ kind: "conflict" });
    return false;
  }, [slug, put]);

  const attempt = useCallback(async (): Promise<boolean> => {
    for (let tries = 0; tries < 4; tries += 1) {
      if (open.current.length > 0) return false;
      const sent = latest.current;
      if (changedFields(known.current.words, sent).length === 0) {
        setState({ kind: known.current.revision > 0 ? "saved" : "unchanged" });
        return true;
      }
      setState({ kind: "saving" });
      try {
        const saved = await saveDraft(slug, { words: sent, revision: known.current.revision });
        known.current = { words: sent, revision: saved.revision, savedAt: saved.updatedAt, savedBy: null };
        setShown({ savedAt: saved.updatedAt, savedBy: null });
        if (latest.current === sent) {
          setState({ kind: "saved" });
          return true;
        }
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (error.code === "conflict") {
          if (!(await join())) return false;
        } else {
          setState(
            error.code === "offline"
              ? { kind: "offline" }
              : { kind: "failed", message: [error.message, error.mend].filter(Boolean).join(" ") },
          );
          return false;
        }
      }
    }
    return false;
  }, [slug, join]);

  /** One after the other, so that a save and a join never look at the same words at once. */
  const inTurn = useCallback(async (work: () => Promise<boolean>): Promise<boolean> => {
    while (running.current) await running.current;
    running.current = work().catch((error: unknown) => {
      setState({ kind: "failed", message: error instanceof Error ? error.message : "" });
      return false;
    });
    const done = await running.current;
    running.current = null;
    return done;
  }, []);

  /** Saves what is there now, after a save that is on its way. True when all of it is kept. */
  const save = useCallback(() => inTurn(attempt), [inTurn, attempt]);

  /** Takes over what somebody else saved or published, and saves what differs from it here. */
  const catchUp = useCallback(() => inTurn(async () => (await join()) && attempt()), [inTurn, join, attempt]);

  const change = useCallback(
    <Field extends WordsField>(field: Field, value: DraftWords[Field]) => {
      put({ ...latest.current, [field]: value });
      setState((now) => (now.kind === "conflict" ? now : { kind: "unsaved" }));
    },
    [put],
  );

  const choose = useCallback(
    (field: WordsField, side: Side) => {
      if (side !== "mine") {
        const theirs = known.current.words[field];
        const value = side === "both" ? keepBoth(theirs, latest.current[field]) : theirs;
        put({ ...latest.current, [field]: value });
        setGeneration((count) => count + 1);
      }
      open.current = open.current.filter((entry) => entry !== field);
      setConflict((now) => (now && open.current.length > 0 ? { ...now, fields: open.current } : null));
      if (open.current.length === 0) setState({ kind: "unsaved" });
    },
    [put],
  );

  // The timer belongs to the words: each change starts the pause anew.
  useEffect(() => {
    if (state.kind !== "unsaved" && state.kind !== "offline") return;
    const timer = setTimeout(() => void save(), state.kind === "offline" ? retryMs : pauseMs);
    return () => clearTimeout(timer);
  }, [state, save]);

  useEffect(() => {
    const again = () => void save();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [save]);

  // A link that is followed within the pause must not cost the last words.
  useEffect(() => () => void save(), [save]);

  const isKept = state.kind === "saved" || state.kind === "unchanged";
  useEffect(() => {
    if (isKept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isKept]);

  return {
    view,
    words,
    state,
    conflict,
    generation,
    savedAt: shown.savedAt,
    savedBy: shown.savedBy,
    change,
    choose,
    save,
    catchUp,
    revisionOf: () => known.current.revision,
    isChanged: (field: WordsField) => !isSameField(view.published.words, words, field),
  };
}

export type WordsEditor = ReturnType<typeof useWords>;
