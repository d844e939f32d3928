import { trustTab } from "#lib/messages/en/trust-tab.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of the Trust tab. */
export const t = translator(trustTab);
