import "server-only";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { type Arguments, jsonObjectSchema } from "#lib/tools/call.ts";
import { ownCall } from "#lib/tools/server/repository.ts";

/** A call as it was stored, before it runs. */
export type OwnCall = {
  readonly id: string;
  readonly toolId: string;
  readonly operationName: string;
  readonly arguments: Arguments;
};

/** A call of the viewer; anybody else's is not found. */
export async function findOwnCall(viewer: Pick<Viewer, "id">, id: string): Promise<OwnCall> {
  const row = await ownCall(viewer.id, id);
  if (!row) throw notFound("The call");
  return { ...row, arguments: jsonObjectSchema.parse(row.arguments) };
}
