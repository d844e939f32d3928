import "server-only";
import type { Actor, AuditEventInput } from "#lib/audit/schema.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { Viewer } from "#lib/identity/schema.ts";

export const portal: Actor = { kind: "system", name: "Weft" };
export const asActor = ({ id, name }: Viewer): Actor => ({ kind: "person", id, name });

type ModelEvent =
  | "provider.created"
  | "provider.changed"
  | "provider.removed"
  | "provider.tested"
  | "provider.models-chosen"
  | "provider.state-changed"
  | "model.price-added"
  | "model.price-withdrawn"
  | "alias.created"
  | "alias.changed"
  | "alias.removed";

/** Writes a change of a model server or an alias. Keys are never part of it, only that one was entered or removed. */
export async function recordModelEvent(
  type: ModelEvent,
  actor: Actor,
  target: { readonly id: string; readonly name: string },
  rest: Pick<AuditEventInput, "changes" | "details" | "reason" | "outcome"> = {},
): Promise<void> {
  const kind = type.slice(0, type.indexOf("."));
  await recordEvent({ type, actor, target: { kind, id: target.id, name: target.name }, ...rest });
}
