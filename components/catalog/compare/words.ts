import { compare } from "#lib/messages/en/compare.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of the comparison. */
export const t = translator(compare);
