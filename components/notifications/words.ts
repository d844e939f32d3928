import { notifications } from "#lib/messages/en/notifications.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of the inbox and of its settings. */
export const t = translator(notifications);
