import { home } from "#lib/messages/en/home.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of Home. */
export const t = translator(home);
