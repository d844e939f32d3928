import "server-only";
import { env } from "#lib/env.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { countInstallation } from "#lib/identity/server/installation-repository.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { type Installation, installationSchema } from "#lib/identity/setup.ts";

/** For administrators: what this installation has, as far as settings and the first rows of the database tell. */
export async function describeInstallation(viewer: Viewer): Promise<Installation> {
  requirePermission(viewer, "admin:read");
  const { isDemo, isEmbedded, oidc, publicUrl, firstAdmin } = env();
  return installationSchema.parse({
    isDemo,
    isEmbedded,
    oidcIssuer: oidc?.issuer ?? null,
    publicUrl: publicUrl ?? null,
    firstAdmin: firstAdmin ?? null,
    ...(await countInstallation()),
  });
}
