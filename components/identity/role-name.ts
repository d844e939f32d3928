import type { Role } from "#lib/identity/schema.ts";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(people);

/** A role in the words of the screens. */
export function roleName(role: Role): string {
  return t(`role-${role}`);
}
