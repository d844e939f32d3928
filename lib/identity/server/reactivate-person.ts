import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { asActor, recordPersonEvent } from "#lib/identity/server/audit-events.ts";
import { endKeysOf } from "#lib/identity/server/end-keys-of.ts";
import { findAccount, setPersonActive } from "#lib/identity/server/people-repository.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";

type Input = { readonly personId: string; readonly reason: string };

/**
 * Lets a deactivated person sign in again, with the roles they had and the tools that nobody took over. Ended sessions stay
 * ended and access keys revoked: whoever needs a key makes a new one.
 */
export async function reactivatePerson(viewer: Viewer, { personId, reason }: Input): Promise<void> {
  requirePermission(viewer, "person:administer");
  await transaction(async () => {
    const person = await findAccount(personId);
    if (!person) throw notFound("This person");
    if (!(await setPersonActive(personId, true, now()))) {
      throw new AppError("conflict", `${person.name} is active already.`);
    }
    const changes = { before: { isActive: false }, after: { isActive: true } };
    await recordPersonEvent("person.reactivated", asActor(viewer), person, { reason, changes });
    // Keys that were still alive, such as one made in the moment of deactivation, do not come back by themselves.
    await endKeysOf(viewer, personId, reason);
  });
}
