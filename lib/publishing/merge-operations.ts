import type { DraftOperation } from "#lib/publishing/draft-content.ts";

/** One operation put in the place of the one of this name, or taken away with null. */
export type OperationEdit = { readonly name: string; readonly operation: DraftOperation | null };

/** The operations after some edits; one that is new stands at the end, one under a new name keeps its place. */
export function editOperations(
  operations: readonly DraftOperation[],
  edits: readonly OperationEdit[],
): DraftOperation[] {
  const result = [...operations];
  for (const { name, operation } of edits) {
    const at = result.findIndex((one) => one.name === name);
    if (operation === null) {
      if (at >= 0) result.splice(at, 1);
    } else if (at >= 0) result[at] = operation;
    else result.push(operation);
  }
  return result;
}

/** The first name that stands there twice. */
export function repeatedName(operations: readonly DraftOperation[]): string | undefined {
  const seen = new Set<string>();
  return operations.find(({ name }) => {
    const isSeen = seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return isSeen;
  })?.name;
}
