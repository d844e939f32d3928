import "server-only";
import type { OperationContent } from "#lib/catalog/operation.ts";
import { suspensionKey } from "#lib/catalog/server/suspended-operations.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { pinnedHash } from "#lib/tools/server/pinned-hash.ts";
import { recordSuspensionEnded, type SuspendedTool } from "#lib/tools/server/suspension-events.ts";
import { closeSuspension, openSuspensions } from "#lib/tools/server/suspension-repository.ts";
import type { SuspensionEnd } from "#lib/tools/suspension.ts";

type Person = { readonly id: string; readonly name: string };

/** Lets calls of an operation through again, and writes who or what made that so; false when none was stopped. */
export async function endSuspension(
  tool: SuspendedTool,
  operationName: string,
  reason: SuspensionEnd,
  person: Person | null = null,
): Promise<boolean> {
  return transaction(async () => {
    const end = { at: now(), reason, byId: person?.id ?? null };
    if (!(await closeSuspension(suspensionKey(tool.id, operationName), end))) return false;
    await recordSuspensionEnded(tool, operationName, reason, person);
    return true;
  });
}

/**
 * To be called in the transaction of a release, with the operations that serve from then on: suspensions end of those
 * operations whose newly reviewed definition is the one that was found, and of those that the release leaves out.
 * Others stay, because nobody has reviewed what was found.
 * @returns how many ended
 */
export async function endSuspensionsOnRelease(
  tool: SuspendedTool,
  operations: readonly Pick<OperationContent, "name" | "binding" | "contract">[],
  person: Person,
): Promise<number> {
  const served = new Map(operations.map((operation) => [operation.name, operation]));
  let ended = 0;
  for (const { operationName, afterHash } of await openSuspensions(tool.id)) {
    const operation = served.get(operationName);
    const isReviewed = operation !== undefined && afterHash !== null && pinnedHash(operation) === afterHash;
    if (operation && !isReviewed) continue;
    if (await endSuspension(tool, operationName, operation ? "approved" : "removed", person)) ended += 1;
  }
  return ended;
}
