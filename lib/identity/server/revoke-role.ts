import "server-only";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { RoleChange } from "#lib/identity/person.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { asActor, recordRoleEvent } from "#lib/identity/server/audit-events.ts";
import { findAccount } from "#lib/identity/server/people-repository.ts";
import { requireAnotherAdministrator } from "#lib/identity/server/require-another-administrator.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { clearDomainLead, deleteRole } from "#lib/identity/server/role-repository.ts";

/** Takes a role from a person, with the reason kept in the trail. It is gone with their next request. */
export async function revokeRole(viewer: Viewer, input: RoleChange & { personId: string }): Promise<void> {
  requirePermission(viewer, "person:administer");
  const { personId, role, domainId, reason } = input;
  await transaction(async () => {
    const person = await findAccount(personId);
    if (!person) throw notFound("This person");
    if (role === "admin") await requireAnotherAdministrator(personId);
    const deleted = await deleteRole({ personId, role, domainId });
    const wasNamedLead = domainId !== null && (await clearDomainLead(domainId, personId));
    if (deleted === 0 && !wasNamedLead)
      throw new AppError("conflict", `${person.name} does not have this role.`);
    await recordRoleEvent("role.revoked", asActor(viewer), person, { role, domainId, reason });
  });
}
