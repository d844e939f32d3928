import { changedFields } from "#lib/publishing/changed-words.ts";
import {
  type ComparedOperation,
  furthest,
  type OperationChange,
  operationChanges,
} from "#lib/publishing/contract/operation-changes.ts";
import type { ChangeStep } from "#lib/publishing/contract/schema-changes.ts";
import { type DraftSettings, settingsFields } from "#lib/publishing/draft-content.ts";
import type { DraftWords, WordsField } from "#lib/publishing/schema.ts";
import { type ValueChange, valueChanges } from "#lib/value-changes.ts";

/** One state of a tool that is compared with another. */
export type ComparedContent = {
  /** Null for what is not released yet. */
  readonly version: string | null;
  readonly words: DraftWords;
  /** Null for releases that did not keep them. */
  readonly settings: DraftSettings | null;
  readonly operations: readonly (ComparedOperation & { readonly binding?: unknown })[];
};

export type ContentChanges = {
  readonly before: { readonly version: string | null; readonly words: DraftWords };
  readonly after: { readonly version: string | null; readonly words: DraftWords };
  readonly fields: readonly WordsField[];
  readonly operations: readonly OperationChange[];
  /** How far the change of the operations reaches; null when they are the same. */
  readonly step: ChangeStep | null;
  /** Who may use it, its risk, data class, model and promises. */
  readonly settings: readonly ValueChange[];
  /** How operations are carried out, by operation; empty where the reader may not see it. */
  readonly bindings: readonly { readonly operation: string; readonly changes: readonly ValueChange[] }[];
};

function bindingChanges(
  before: ComparedContent["operations"],
  after: ComparedContent["operations"],
): ContentChanges["bindings"] {
  const old = new Map(before.map((operation) => [operation.name, operation.binding]));
  return after.flatMap(({ name, binding }) => {
    const changes = valueChanges(old.get(name), binding);
    return binding === undefined || changes.length === 0 ? [] : [{ operation: name, changes }];
  });
}

/** What differs between two states of a tool: words, operations with whom they break, settings, and how it is done. */
export function contentChanges(before: ComparedContent, after: ComparedContent): ContentChanges {
  const operations = operationChanges(before.operations, after.operations);
  const { settings } = after;
  return {
    before: { version: before.version, words: before.words },
    after: { version: after.version, words: after.words },
    fields: changedFields(before.words, after.words),
    operations,
    step: furthest(operations.map(({ step }) => step)) ?? null,
    settings:
      settings && (before.settings || before.version === null)
        ? settingsFields.flatMap((field) => valueChanges(before.settings?.[field], settings[field], [field]))
        : [],
    bindings: bindingChanges(before.operations, after.operations),
  };
}
