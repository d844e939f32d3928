import { sources } from "#lib/messages/en/sources.ts";
import { translator } from "#lib/messages/translate.ts";

export const t = translator(sources);
