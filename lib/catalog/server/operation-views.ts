import "server-only";
import { operationBindingSchema } from "#lib/catalog/operation.ts";
import type { OperationView } from "#lib/catalog/schema.ts";
import { toOperationView } from "#lib/catalog/server/operation-view.ts";
import { operationsOfVersion } from "#lib/catalog/server/repository.ts";

/** The operations of a version, in their order. */
export async function operationViews(versionId: string): Promise<OperationView[]> {
  const rows = await operationsOfVersion(versionId);
  return rows.map((row) => toOperationView(row, operationBindingSchema.parse(row.binding)));
}
