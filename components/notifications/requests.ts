import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import type { NotificationKind } from "#lib/notifications/kinds.ts";
import {
  type KindPreference,
  kindPreferenceSchema,
  type Marked,
  markedSchema,
  type Notification,
  notificationSchema,
  type PreferenceInput,
  type ReadAll,
} from "#lib/notifications/schema.ts";

export function patchNotification(id: string, isRead: boolean): Promise<Notification> {
  return api(`/api/notifications/${id}`, { method: "PATCH", body: { isRead }, response: notificationSchema });
}

export function postReadMarks(body: ReadAll): Promise<Marked> {
  return api("/api/notifications/read-marks", { method: "POST", body, response: markedSchema });
}

export function postUndo(readAt: string): Promise<{ count: number }> {
  return api("/api/notifications/read-marks/undo", {
    method: "POST",
    body: { readAt },
    response: z.object({ count: z.number() }),
  });
}

export function putPreference(kind: NotificationKind, body: PreferenceInput): Promise<KindPreference> {
  return api(`/api/notifications/settings/${kind}`, {
    method: "PUT",
    body,
    response: kindPreferenceSchema,
  });
}
