import { collections } from "#lib/messages/en/collections.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of favourites, collections and saved searches. */
export const t = translator(collections);
