import { ownershipHealth } from "#lib/messages/en/ownership-health.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of the list of who answers for tools. */
export const t = translator(ownershipHealth);
