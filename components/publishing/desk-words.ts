import { desk } from "#lib/messages/en/desk.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of the owner's desk and of a tool's insights. */
export const t = translator(desk);
