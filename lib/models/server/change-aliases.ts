import "server-only";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import type { AliasChange, NewAlias } from "#lib/models/administration.ts";
import { defaultAlias } from "#lib/models/default-alias.ts";
import type { AliasView } from "#lib/models/schema.ts";
import { asActor, recordModelEvent } from "#lib/models/server/audit-events.ts";
import {
  type AliasRow,
  aliasById,
  countBoundTools,
  countModels,
  deleteAlias,
  insertAlias,
  replaceAliasEntries,
  updateAlias,
} from "#lib/models/server/repository.ts";
import { toAliasView } from "#lib/models/server/to-dto.ts";

const factsOf = (row: AliasRow) => ({
  description: row.description,
  models: row.entries.map(({ model }) => `${model.provider.slug}/${model.name}`),
});

async function existing(id: string): Promise<AliasRow> {
  const row = await aliasById(id);
  if (!row) throw notFound("The alias");
  return row;
}

async function fill(aliasId: string, modelIds: readonly string[]): Promise<void> {
  if ((await countModels(modelIds)) !== modelIds.length) {
    throw invalidInput("modelIds", "One of the models does not exist any more. Choose again.");
  }
  await replaceAliasEntries(
    aliasId,
    modelIds.map((modelId) => ({ id: newId(), modelId })),
  );
}

async function viewOf(id: string): Promise<AliasView> {
  const [row, tools] = await Promise.all([existing(id), countBoundTools()]);
  return toAliasView(row, tools.get(row.name) ?? 0);
}

/** Makes an alias that tools can bind to. */
export async function addAlias(viewer: Viewer, input: NewAlias): Promise<AliasView> {
  requirePermission(viewer, "model:administer");
  const id = newId();
  try {
    await transaction(async () => {
      await insertAlias(id, input.name, input.description);
      await fill(id, input.modelIds);
      const after = factsOf(await existing(id));
      await recordModelEvent(
        "alias.created",
        asActor(viewer),
        { id, name: input.name },
        { changes: { before: null, after } },
      );
    });
  } catch (error) {
    if (violatedUnique(error)) throw invalidInput("name", "There is an alias of this name already.");
    throw error;
  }
  return viewOf(id);
}

/** Changes which models stand behind an alias, in which order; it holds from the next call on. */
export async function changeAlias(viewer: Viewer, id: string, input: AliasChange): Promise<AliasView> {
  requirePermission(viewer, "model:administer");
  await transaction(async () => {
    const row = await existing(id);
    if (row.name === defaultAlias && input.modelIds.length === 0) {
      throw invalidInput(
        "modelIds",
        "The default needs at least one model, because chat uses it when nobody chooses.",
      );
    }
    await updateAlias(id, input.description);
    await fill(id, input.modelIds);
    const changes = { before: factsOf(row), after: factsOf(await existing(id)) };
    await recordModelEvent("alias.changed", asActor(viewer), row, { changes });
  });
  return viewOf(id);
}

/** Removes an alias that no tool is bound to. */
export async function removeAlias(viewer: Viewer, id: string): Promise<void> {
  requirePermission(viewer, "model:administer");
  await transaction(async () => {
    const row = await existing(id);
    if (row.name === defaultAlias) throw new AppError("conflict", "The default alias stays.");
    const tools = (await countBoundTools()).get(row.name) ?? 0;
    if (tools > 0) {
      throw new AppError(
        "conflict",
        `${tools} ${tools === 1 ? "tool is" : "tools are"} bound to the alias ${row.name}.`,
        {
          mend: "Bind them to another alias first.",
        },
      );
    }
    await deleteAlias(id);
    await recordModelEvent("alias.removed", asActor(viewer), row, {
      changes: { before: factsOf(row), after: null },
    });
  });
}
