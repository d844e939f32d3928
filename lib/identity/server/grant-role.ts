import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { RoleChange } from "#lib/identity/person.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { asActor, recordRoleEvent } from "#lib/identity/server/audit-events.ts";
import { findAccount } from "#lib/identity/server/people-repository.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { countRole, fillDomainLead, findDomain, insertRole } from "#lib/identity/server/role-repository.ts";

/** Gives a person a role, with the reason kept in the trail. It holds from their next request on. */
export async function grantRole(viewer: Viewer, input: RoleChange & { personId: string }): Promise<void> {
  requirePermission(viewer, "person:administer");
  const { personId, role, domainId, reason } = input;
  await transaction(async () => {
    const person = await findAccount(personId);
    if (!person) throw notFound("This person");
    if (!person.isActive) {
      throw new AppError("conflict", `${person.name} is deactivated.`, {
        mend: "Reactivate the person first.",
      });
    }
    const domain = domainId ? await findDomain(domainId) : null;
    if (domainId && !domain) throw notFound("This domain");
    if (domain?.leadId === personId || (await countRole({ personId, role, domainId })) > 0) {
      throw new AppError("conflict", `${person.name} has this role already.`);
    }
    await insertRole({ id: newId(), personId, role, domainId, grantedAt: now() });
    if (domain) await fillDomainLead(domain.id, personId);
    await recordRoleEvent("role.granted", asActor(viewer), person, { role, domainId, reason });
  });
}
