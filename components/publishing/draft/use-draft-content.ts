"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { loadOperation, loadOverview, saveContent } from "#components/publishing/draft/content-requests.ts";
import {
  type Conflict,
  type HeldDraft,
  holdDraft,
  joinDraft,
  keptDraft,
  pendingOf,
  settleConflict,
} from "#components/publishing/draft/draft-state.ts";
import { loadDraft } from "#components/publishing/draft-requests.ts";
import { t } from "#components/publishing/editor-words.ts";
import type { SaveState, Side } from "#components/publishing/use-words.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import type {
  DraftOperation,
  DraftOverview,
  DraftSettings,
  SettingsField,
} from "#lib/publishing/draft-content.ts";

const pauseMs = 900;
const retryMs = 5000;

/** How each opened operation stands on the server now. The only operation of a tool is the same one under a new name. */
async function operationsThere(held: HeldDraft, overview: DraftOverview) {
  const entries = [...held.opened].map(async ([key, { base, mine }]) => {
    const name = base?.name ?? mine?.name ?? key;
    const isListed = overview.operations.some((one) => one.name === name);
    const [only] = overview.operations;
    const isAlone = held.opened.size === 1 && overview.operations.length === 1;
    const there = isListed ? name : isAlone && only ? only.name : null;
    return [key, there === null ? null : await loadOperation(overview.slug, there)] as const;
  });
  return new Map(await Promise.all(entries));
}

/**
 * Settings and operations of a draft while somebody edits them: saved after a pause, tried again when the portal was away,
 * and joined with what somebody else saved in between. A part that both changed waits for a choice; until then nothing is
 * saved. `operations` are those that are edited here from the start; `open` adds others.
 */
export function useDraftContent(
  initial: DraftOverview,
  operations: readonly DraftOperation[] = [],
  onSaved?: () => void,
) {
  const { slug } = initial;
  const [held, setHeld] = useState(() => holdDraft(initial, operations));
  const [state, setState] = useState<SaveState>({ kind: initial.revision > 0 ? "saved" : "unchanged" });
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [by, setBy] = useState<string | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  /** Rises when content changes from outside, so that fields which keep their own text begin anew. */
  const [generation, setGeneration] = useState(0);
  const latest = useRef(held);
  const open = useRef<readonly Conflict[]>([]);
  const running = useRef<Promise<boolean> | null>(null);
  const told = useRef(onSaved);
  useEffect(() => {
    told.current = onSaved;
  });

  const put = useCallback((next: HeldDraft) => {
    latest.current = next;
    setHeld(next);
  }, []);

  const join = useCallback(async (): Promise<boolean> => {
    const [overview, view] = await Promise.all([loadOverview(slug), loadDraft(slug)]);
    const there = await operationsThere(latest.current, overview);
    const { draft, conflicts: found, isChanged } = joinDraft(latest.current, overview, there);
    put(draft);
    if (isChanged) {
      showToast({ title: t("joined") });
      setGeneration((count) => count + 1);
    }
    open.current = found;
    setConflicts(found);
    setBy(view.draft?.updatedBy ?? null);
    if (found.length === 0) return true;
    setState({ kind: "conflict" });
    return false;
  }, [slug, put]);

  const attempt = useCallback(async (): Promise<boolean> => {
    for (let tries = 0; tries < 4; tries += 1) {
      if (open.current.length > 0) return false;
      const sent = latest.current;
      const pending = pendingOf(sent);
      if (!pending) {
        setState({ kind: sent.overview.revision > 0 ? "saved" : "unchanged" });
        return true;
      }
      setState({ kind: "saving" });
      try {
        const saved = await saveContent(slug, { ...pending, revision: sent.overview.revision });
        const isWhole = latest.current === sent;
        put(keptDraft(latest.current, sent, saved.revision));
        setSavedAt(saved.updatedAt);
        if (isWhole) {
          setState({ kind: "saved" });
          told.current?.();
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
    setState({ kind: "unsaved" });
    return false;
  }, [slug, put, join]);

  /** One after the other, so that a save and a join never look at the same draft at once. */
  const inTurn = useCallback(async (work: () => Promise<boolean>): Promise<boolean> => {
    while (running.current) await running.current;
    running.current = work().catch((error: unknown) => {
      setState(
        error instanceof ApiError && error.code === "offline"
          ? { kind: "offline" }
          : { kind: "failed", message: error instanceof Error ? error.message : "" },
      );
      return false;
    });
    const done = await running.current;
    running.current = null;
    return done;
  }, []);

  /** Saves what is there now, after a save that is on its way. True when all of it is kept. */
  const save = useCallback(() => inTurn(attempt), [inTurn, attempt]);

  const change = useCallback(
    (next: HeldDraft) => {
      put(next);
      setState((now) => (now.kind === "conflict" ? now : { kind: "unsaved" }));
    },
    [put],
  );

  const changeSetting = useCallback(
    <Field extends SettingsField>(field: Field, value: DraftSettings[Field]) => {
      const { current } = latest;
      change({ ...current, settings: { ...current.settings, [field]: value } });
    },
    [change],
  );

  /** Puts an operation in the place of the one with this key, adds one, or takes it away with null. */
  const changeOperation = useCallback(
    (key: string, mine: DraftOperation | null) => {
      const { current } = latest;
      const base = current.opened.get(key)?.base ?? null;
      change({ ...current, opened: new Map(current.opened).set(key, { base, mine }) });
    },
    [change],
  );

  /** Loads an operation to edit it; null when there is none of this name. */
  const openOperation = useCallback(
    async (name: string): Promise<DraftOperation | null> => {
      const known = latest.current.opened.get(name);
      if (known) return known.mine;
      const loaded = await loadOperation(slug, name);
      const again = latest.current.opened.get(name);
      if (again) return again.mine;
      if (loaded) {
        const opened = new Map(latest.current.opened).set(name, { base: loaded, mine: loaded });
        put({ ...latest.current, opened });
      }
      return loaded;
    },
    [slug, put],
  );

  /** After the server itself changed the draft, such as by an import: takes over its state, keeping what is typed here. */
  const adopt = useCallback(
    async (revision: number): Promise<void> => {
      const joined = await inTurn(async () => {
        const { current } = latest;
        put({ ...current, overview: { ...current.overview, revision } });
        return join();
      });
      if (joined) setState({ kind: pendingOf(latest.current) ? "unsaved" : "saved" });
    },
    [inTurn, put, join],
  );

  const choose = useCallback(
    (id: string, side: Side) => {
      const chosen = open.current.find((conflict) => conflict.id === id);
      if (!chosen) return;
      if (side !== "mine") {
        put(settleConflict(latest.current, chosen, side));
        setGeneration((count) => count + 1);
      }
      open.current = open.current.filter((conflict) => conflict !== chosen);
      setConflicts(open.current);
      if (open.current.length === 0) setState({ kind: "unsaved" });
    },
    [put],
  );

  // The timer belongs to what is typed: each change starts the pause anew.
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
    slug,
    overview: held.overview,
    settings: held.settings,
    /** Operations that are open here, by key, as they stand in the editor. */
    operations: held.opened,
    state,
    conflicts,
    conflictBy: by,
    generation,
    savedAt,
    /** Who saved last is known only after a conflict. */
    savedBy: null,
    changeSetting,
    changeOperation,
    openOperation,
    adopt,
    choose,
    save,
    revisionOf: () => latest.current.overview.revision,
  };
}

export type DraftEditor = ReturnType<typeof useDraftContent>;
