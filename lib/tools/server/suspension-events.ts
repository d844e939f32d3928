import "server-only";
import type { Actor } from "#lib/audit/schema.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { hashJson } from "#lib/canonical-hash.ts";
import { canonicalJson } from "#lib/canonical-json.ts";
import type { FoundChange, SuspensionEnd } from "#lib/tools/suspension.ts";

export type SuspendedTool = { readonly id: string; readonly name: string; readonly domainId: string };

const portal: Actor = { kind: "system", name: "Weft" };

const common = ({ id, name, domainId }: SuspendedTool) => ({
  target: { kind: "tool", id, name },
  domainId,
});

/** Definitions as long as a book stay with the suspension; the trail keeps their hash. */
const longestInTrail = 50_000;

function forTrail(definition: unknown): unknown {
  const value = definition ?? null;
  return canonicalJson(value).length > longestInTrail ? { hash: hashJson(value) } : value;
}

/** Both definitions stand in the event, so that the trail shows what was found even after it is gone. */
export async function recordSuspended(
  tool: SuspendedTool,
  operation: string,
  { reason, before, after, afterHash, foundBy }: FoundChange,
): Promise<void> {
  await recordEvent({
    type: "operation.suspended",
    actor: portal,
    ...common(tool),
    reason:
      reason === "removed"
        ? "The other side does not list the operation any more."
        : "The other side describes the operation in another way than was reviewed.",
    changes: { before: forTrail(before), after: forTrail(after) },
    details: { operation, reason, afterHash, foundBy },
  });
}

/** `person` is whoever released; without one the reviewed definition came back by itself. */
export async function recordSuspensionEnded(
  tool: SuspendedTool,
  operation: string,
  reason: SuspensionEnd,
  person: { readonly id: string; readonly name: string } | null,
): Promise<void> {
  await recordEvent({
    type: "operation.suspension-ended",
    actor: person ? { kind: "person", id: person.id, name: person.name } : portal,
    ...common(tool),
    details: { operation, reason },
  });
}
