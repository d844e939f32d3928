import { ownershipPeople } from "#lib/messages/en/ownership-people.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of those who answer for tools. */
export const t = translator(ownershipPeople);
