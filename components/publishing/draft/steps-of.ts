import type { ToolKind } from "#lib/catalog/schema.ts";
import type { DraftOverview } from "#lib/publishing/draft-content.ts";
import { needsOperations, settingsProblems } from "#lib/publishing/draft-problems.ts";
import { isBelowFloor, riskFloor } from "#lib/publishing/release-rules.ts";
import type { DraftWords } from "#lib/publishing/schema.ts";
import { wordsProblems } from "#lib/publishing/words-problems.ts";

export type DraftStepId = "operations" | "edit" | "playground" | "settings" | "release";

export type DraftStep = {
  readonly id: DraftStepId;
  /** What is missing before a release; null for steps of which nothing has to be there. */
  readonly missing: number | null;
};

function operationsMissing({ kind, operations }: DraftOverview): number {
  if (operations.length === 0) return needsOperations(kind) ? 1 : 0;
  return operations.filter(({ problems }) => problems.length > 0).length;
}

function settingsMissing(overview: DraftOverview): number {
  const { kind, settings, operations, secrets } = overview;
  const annotations = operations.map(({ isDestructive, isReadOnly }) => ({
    annotations: { destructive: isDestructive, readOnly: isReadOnly, idempotent: false, openWorld: false },
  }));
  const isTooLow = isBelowFloor(settings.riskTier, riskFloor(settings, annotations));
  const unkept = secrets.filter(({ isKept }) => !isKept).length;
  return settingsProblems(kind, settings).length + unkept + (isTooLow ? 1 : 0);
}

const idsOf = (kind: ToolKind): readonly DraftStepId[] =>
  needsOperations(kind)
    ? ["operations", "edit", "playground", "settings", "release"]
    : ["settings", "edit", "release"];

/** The way of a new tool to its first release, with how much is missing at each step. */
export function stepsOf(overview: DraftOverview, words: DraftWords): DraftStep[] {
  const missing = {
    operations: operationsMissing(overview),
    edit: wordsProblems(words).length,
    playground: null,
    settings: settingsMissing(overview),
    release: null,
  };
  return idsOf(overview.kind).map((id) => ({ id, missing: missing[id] }));
}

/** What comes after a step on the way to the first release. */
export function stepAfter(kind: ToolKind, current: DraftStepId): DraftStepId | null {
  const ids = idsOf(kind);
  return ids[ids.indexOf(current) + 1] ?? null;
}
