import { z } from "zod";
import { canonicalJson } from "#lib/canonical-json.ts";
import { changedFields } from "#lib/publishing/changed-words.ts";
import { type DraftContent, type DraftOperation, settingsFields } from "#lib/publishing/draft-content.ts";

/** What differs between two states of a tool, by the names of fields and operations. */
export const contentChangesSchema = z.object({
  words: z.array(z.string()),
  settings: z.array(z.string()),
  operations: z.object({
    added: z.array(z.string()),
    changed: z.array(z.string()),
    removed: z.array(z.string()),
  }),
});
export type ContentChanges = z.infer<typeof contentChangesSchema>;

const textOf = (operation: DraftOperation) => canonicalJson(JSON.parse(JSON.stringify(operation)));

/** What a draft with `after` would change of `before`. */
export function contentChanges(before: DraftContent, after: DraftContent): ContentChanges {
  const was = new Map(before.operations.map((operation) => [operation.name, operation]));
  const is = new Set(after.operations.map(({ name }) => name));
  const named = (keep: (operation: DraftOperation) => boolean) =>
    after.operations.filter(keep).map(({ name }) => name);
  return {
    words: changedFields(before.words, after.words),
    settings: settingsFields.filter(
      (field) => canonicalJson(before.settings[field]) !== canonicalJson(after.settings[field]),
    ),
    operations: {
      added: named(({ name }) => !was.has(name)),
      changed: named((operation) => {
        const old = was.get(operation.name);
        return old !== undefined && textOf(old) !== textOf(operation);
      }),
      removed: before.operations.filter(({ name }) => !is.has(name)).map(({ name }) => name),
    },
  };
}

/** Whether nothing differs; the order of operations is a difference too small to tell. */
export function isUnchanged({ words, settings, operations }: ContentChanges): boolean {
  return [words, settings, operations.added, operations.changed, operations.removed].every(
    (list) => list.length === 0,
  );
}
