import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { notifications } from "#lib/messages/en/notifications.ts";
import type { NotificationKind } from "#lib/notifications/kinds.ts";
import type { PreferenceInput } from "#lib/notifications/schema.ts";

export async function recordPreference(
  { id, name }: Viewer,
  kind: NotificationKind,
  changes: { readonly before: PreferenceInput; readonly after: PreferenceInput },
): Promise<void> {
  await recordEvent({
    type: "notification.preference-changed",
    actor: { kind: "person", id, name },
    target: { kind: "notification-kind", id: kind, name: notifications[`kind-${kind}`] },
    changes,
  });
}
