import "server-only";
import { AppError } from "#lib/errors.ts";
import { lockAdministrators } from "#lib/identity/server/role-repository.ts";

/** Stops a change that would leave the portal without an active administrator. Call it inside the transaction. */
export async function requireAnotherAdministrator(personId: string): Promise<void> {
  const administrators = new Set(await lockAdministrators());
  if (!administrators.has(personId) || administrators.size > 1) return;
  throw new AppError(
    "conflict",
    "This is the only administrator, and somebody must be able to run the portal.",
    {
      mend: "Give another person the role of administrator first.",
    },
  );
}
