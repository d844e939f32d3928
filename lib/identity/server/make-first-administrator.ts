import "server-only";
import { now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import { env } from "#lib/env.ts";
import { portal, recordRoleEvent } from "#lib/identity/server/audit-events.ts";
import { insertRole } from "#lib/identity/server/role-repository.ts";
import { claimSetting } from "#lib/identity/server/setting-repository.ts";

export const firstAdminSetting = "first-admin";

/**
 * Makes the person of WEFT_FIRST_ADMIN an administrator, once in the life of an installation and never in a demo.
 * Runs in the transaction of the sign-in.
 */
export async function makeFirstAdministrator(
  person: { id: string; name: string },
  email: string,
): Promise<void> {
  const { isDemo, firstAdmin } = env();
  if (isDemo || firstAdmin !== email) return;
  const at = now();
  if (!(await claimSetting(firstAdminSetting, { personId: person.id, at: at.toISOString() }, at))) return;
  await insertRole({ id: newId(), personId: person.id, role: "admin", grantedAt: at });
  const reason = "WEFT_FIRST_ADMIN names this e-mail.";
  await recordRoleEvent("role.granted", portal, person, { role: "admin", domainId: null, reason });
}
