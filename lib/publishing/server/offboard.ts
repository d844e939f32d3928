import "server-only";
import { transaction } from "#lib/db/transaction.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { deactivatePerson } from "#lib/identity/server/deactivate-person.ts";
import { peopleByIds } from "#lib/identity/server/people-by-ids.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import type { Offboarding } from "#lib/ownership/offboarding.ts";
import { offboardPerson, planOffboarding } from "#lib/ownership/server/offboard-person.ts";
import { handsChanged } from "#lib/publishing/server/hand-over-tool.ts";

type Input = {
  readonly personId: string;
  readonly reason: string;
  /** Of the preview that was looked at; without one, whatever hangs on the person now is handed on. */
  readonly fingerprint?: string | undefined;
};

async function requirePerson(viewer: Viewer, id: string) {
  requirePermission(viewer, "person:administer");
  const person = (await peopleByIds(viewer, [id])).get(id);
  if (!person) throw notFound("This person");
  return person;
}

/** For administrators: what would become of everything that hangs on a person. */
export async function previewOffboarding(viewer: Viewer, personId: string): Promise<Offboarding> {
  await requirePerson(viewer, personId);
  return planOffboarding(personId);
}

/** Deactivates a person and hands on what hangs on them, in one transaction. */
export async function deactivateAndHandOn(viewer: Viewer, input: Input): Promise<void> {
  const { personId, reason, fingerprint } = input;
  const person = await requirePerson(viewer, personId);
  await transaction(async () => {
    const toolIds = await offboardPerson({ viewer, person, reason }, fingerprint);
    await deactivatePerson(viewer, { personId, reason });
    await handsChanged(toolIds);
  });
}
