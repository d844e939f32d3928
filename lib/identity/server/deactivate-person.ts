import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { asActor, recordPersonEvent, recordSessionEnded } from "#lib/identity/server/audit-events.ts";
import { endKeysOf } from "#lib/identity/server/end-keys-of.ts";
import { findAccount, setPersonActive } from "#lib/identity/server/people-repository.ts";
import { requireAnotherAdministrator } from "#lib/identity/server/require-another-administrator.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { findLivingSessions, markSessionEnded } from "#lib/identity/server/session-repository.ts";

type Input = { readonly personId: string; readonly reason: string };

/**
 * Ends a person's access at once: no sign-in, all sessions ended, all access keys revoked. Roles and conversations stay as they are, so that
 * reactivating brings them back. What hangs on the person is handed on by publishing, which calls this in its transaction.
 */
export async function deactivatePerson(viewer: Viewer, { personId, reason }: Input): Promise<void> {
  requirePermission(viewer, "person:administer");
  if (personId === viewer.id) {
    throw new AppError("conflict", "You cannot deactivate yourself.", { mend: "Ask another administrator." });
  }
  await transaction(async () => {
    const person = await findAccount(personId);
    if (!person) throw notFound("This person");
    await requireAnotherAdministrator(personId);
    const at = now();
    if (!(await setPersonActive(personId, false, at))) {
      throw new AppError("conflict", `${person.name} is deactivated already.`);
    }
    const changes = { before: { isActive: true }, after: { isActive: false } };
    await recordPersonEvent("person.deactivated", asActor(viewer), person, { reason, changes });
    for (const session of await findLivingSessions(at, personId)) {
      await markSessionEnded(session.id, at, "deactivated");
      await recordSessionEnded(asActor(viewer), person, session.id, "deactivated");
    }
    await endKeysOf(viewer, personId, reason);
  });
}
