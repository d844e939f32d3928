import "server-only";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import type { AliasView, ProviderView } from "#lib/models/schema.ts";
import { allAliases, allProviders, countBoundTools, providerBy } from "#lib/models/server/repository.ts";
import { toAliasView, toProviderView } from "#lib/models/server/to-dto.ts";
import { secretFields } from "#lib/secrets/secret-store.ts";

/** Every model server with its models; whether it has a key, never the key. */
export async function listProviders(viewer: Viewer): Promise<ProviderView[]> {
  requirePermission(viewer, "model:administer");
  const rows = await allProviders();
  const secrets = await secretFields(
    "provider",
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toProviderView(row, secrets.get(row.id) ?? []));
}

export async function getProvider(viewer: Viewer, id: string): Promise<ProviderView> {
  requirePermission(viewer, "model:administer");
  const [row, secrets] = await Promise.all([providerBy({ id }), secretFields("provider", [id])]);
  if (!row) throw notFound("The model server");
  return toProviderView(row, secrets.get(id) ?? []);
}

/** Every alias with its models in the order in which they are tried. */
export async function listAliases(viewer: Viewer): Promise<AliasView[]> {
  requirePermission(viewer, "model:administer");
  const [rows, tools] = await Promise.all([allAliases(), countBoundTools()]);
  return rows.map((row) => toAliasView(row, tools.get(row.name) ?? 0));
}
