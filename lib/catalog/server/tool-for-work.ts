import "server-only";
import { type EntryRow, unsafeEntry } from "#lib/catalog/server/repository.ts";
import { factsOf } from "#lib/catalog/server/to-dto.ts";
import type { ToolFacts } from "#lib/policy/schema.ts";

/** The row of a tool, for those who hand it on to the catalog again. */
export type ToolEntry = EntryRow;

/**
 * A tool read past visibility, with the facts to decide on: for reviewers, receivers and background work, whose right does
 * not hang on finding it in the catalog. The caller decides who may know of it.
 */
export async function unsafeTool(
  where: { readonly id: string } | { readonly slug: string },
): Promise<{ row: EntryRow; facts: ToolFacts } | null> {
  const row = await unsafeEntry(where);
  return row && { row, facts: factsOf(row) };
}
