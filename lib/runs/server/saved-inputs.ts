import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { operationSchema } from "#lib/catalog/server/operation-schema.ts";
import { requireUsableTool } from "#lib/catalog/server/require-usable-tool.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import {
  largestInput,
  type SavedInput,
  type SaveInput,
  savedInputSchema,
  savedInputsAtMost,
} from "#lib/runs/saved-input.ts";
import { putSavedInput, savedInputsAt, takeSavedInput } from "#lib/runs/server/saved-input-repository.ts";
import { withoutSecrets } from "#lib/runs/without-secrets.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Row = Awaited<ReturnType<typeof savedInputsAt>>[number];

function toDto(row: Row): SavedInput {
  return savedInputSchema.parse({ ...row, savedAt: row.savedAt.toISOString() });
}

/** The viewer's own saved forms of an operation, newest first. */
export async function listSavedInputs(
  viewer: Viewer,
  slug: string,
  operationName: string,
): Promise<SavedInput[]> {
  await operationSchema(viewer, slug, operationName, "input");
  const rows = await savedInputsAt({ personId: viewer.id, slug, operationName });
  return rows.map(toDto);
}

/** Keeps a filled form for the viewer, without what its schema calls secret. A form of the same name is replaced. */
export async function saveInput(
  viewer: Viewer,
  slug: string,
  operationName: string,
  { name, input }: SaveInput,
): Promise<SavedInput> {
  const tool = await requireUsableTool(viewer, slug);
  const kept = withoutSecrets(await operationSchema(viewer, slug, operationName, "input"), input);
  if (Buffer.byteLength(JSON.stringify(kept)) > largestInput) {
    throw invalidInput("input", `The form is larger than ${largestInput / 1024} KiB, too large to be kept.`);
  }
  const before = await savedInputsAt({ personId: viewer.id, slug, operationName });
  if (before.length >= savedInputsAtMost && !before.some((one) => one.name === name)) {
    throw new AppError("conflict", `You have saved ${savedInputsAtMost} forms of this operation already.`, {
      mend: "Delete one that you no longer use, or save under one of their names.",
    });
  }
  const savedAt = now();
  return transaction(async () => {
    const row = await putSavedInput({
      id: newId(savedAt),
      personId: viewer.id,
      toolId: tool.id,
      operationName,
      name,
      input: kept as Prisma.InputJsonObject,
      savedAt,
    });
    await recordEvent({
      type: "saved-input.saved",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: tool.id, name: tool.name },
      details: { operation: operationName },
    });
    return toDto(row);
  });
}

/** Deletes one of the viewer's own saved forms. */
export async function deleteSavedInput(
  viewer: Viewer,
  slug: string,
  operationName: string,
  id: string,
): Promise<void> {
  await transaction(async () => {
    const row = await takeSavedInput({ personId: viewer.id, slug, operationName }, id);
    if (!row) throw notFound("The saved form");
    await recordEvent({
      type: "saved-input.deleted",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: row.tool.id, name: row.tool.name },
      domainId: row.tool.domainId,
      details: { operation: operationName },
    });
  });
}
