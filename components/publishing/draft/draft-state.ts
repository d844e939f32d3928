import {
  isSameJson,
  mergeOperation,
  mergeSettings,
  partOf,
  takePart,
} from "#components/publishing/draft/merge-draft.ts";
import type { DraftOperation, DraftOverview, DraftSettings } from "#lib/publishing/draft-content.ts";
import { keepBoth } from "#lib/publishing/keep-both.ts";
import type { OperationEdit } from "#lib/publishing/merge-operations.ts";

/** An operation that is being edited: as the server has it, and as it is here. Null is one that is not there. */
export type OpenOperation = { readonly base: DraftOperation | null; readonly mine: DraftOperation | null };

/** A draft in somebody's hands. `opened` holds the operations that were looked at, under a key that a new name leaves alone. */
export type HeldDraft = {
  readonly overview: DraftOverview;
  readonly settings: DraftSettings;
  readonly opened: ReadonlyMap<string, OpenOperation>;
};

/** A part that two people changed: a field of the settings, or a part of an operation. */
export type Conflict = {
  readonly id: string;
  /** The key of the operation; null for the settings. */
  readonly operation: string | null;
  /** The field; empty for an operation as a whole. */
  readonly path: string;
  readonly mine: unknown;
  readonly theirs: unknown;
};

export function holdDraft(overview: DraftOverview, operations: readonly DraftOperation[]): HeldDraft {
  return {
    overview,
    settings: overview.settings,
    opened: new Map(operations.map((one) => [one.name, { base: one, mine: one }])),
  };
}

export type PendingSave = { readonly settings?: DraftSettings; readonly operationEdits?: OperationEdit[] };

/** What differs from what the server has; null when nothing does. */
export function pendingOf({ overview, settings, opened }: HeldDraft): PendingSave | null {
  const operationEdits = [...opened.values()]
    .filter(({ base, mine }) => !isSameJson(base, mine))
    .map(({ base, mine }) => ({ name: base?.name ?? mine?.name ?? "", operation: mine }));
  const hasSettings = !isSameJson(overview.settings, settings);
  if (!hasSettings && operationEdits.length === 0) return null;
  return {
    ...(hasSettings ? { settings } : {}),
    ...(operationEdits.length > 0 ? { operationEdits } : {}),
  };
}

/** After a save of `sent`: that is what the server has now, while typing may have gone on. */
export function keptDraft(now: HeldDraft, sent: HeldDraft, revision: number): HeldDraft {
  const opened = new Map<string, OpenOperation>();
  for (const [key, { mine }] of now.opened) {
    const base = sent.opened.get(key)?.mine ?? null;
    if (base || mine) opened.set(key, { base, mine });
  }
  return { ...now, overview: { ...now.overview, settings: sent.settings, revision }, opened };
}

/** Joins what is here with what somebody else saved; `theirs` says of each opened operation how it stands there. */
export function joinDraft(
  held: HeldDraft,
  overview: DraftOverview,
  theirs: ReadonlyMap<string, DraftOperation | null>,
): { readonly draft: HeldDraft; readonly conflicts: readonly Conflict[]; readonly isChanged: boolean } {
  const settings = mergeSettings(held.overview.settings, held.settings, overview.settings);
  const conflicts: Conflict[] = settings.clashes.map((clash) => ({
    ...clash,
    id: `settings.${clash.path}`,
    operation: null,
  }));
  let isChanged = !isSameJson(held.settings, settings.value);
  const opened = new Map<string, OpenOperation>();
  for (const [key, { base, mine }] of held.opened) {
    const other = theirs.get(key) ?? null;
    const merged = mergeOperation(base, mine, other);
    isChanged ||= !isSameJson(mine, merged.value);
    if (other || merged.value) opened.set(key, { base: other, mine: merged.value });
    for (const clash of merged.clashes)
      conflicts.push({ ...clash, id: `operation.${key}.${clash.path}`, operation: key });
  }
  return { draft: { overview, settings: settings.value, opened }, conflicts, isChanged };
}

/** The draft after a choice for a part that two people changed: theirs, or both. What was typed since then counts. */
export function settleConflict(held: HeldDraft, conflict: Conflict, side: "theirs" | "both"): HeldDraft {
  const { operation, path, theirs } = conflict;
  const chosen = (mine: unknown) => (side === "both" ? keepBoth(theirs, mine) : theirs);
  if (operation === null) {
    const mine = held.settings[path as keyof DraftSettings];
    return { ...held, settings: { ...held.settings, [path]: chosen(mine) } };
  }
  const { base = null, mine = null } = held.opened.get(operation) ?? {};
  const part = { path, mine: conflict.mine, theirs: chosen(partOf(mine, path)) };
  const opened = new Map(held.opened).set(operation, { base, mine: takePart(mine, part) });
  return { ...held, opened };
}
