import "server-only";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import type { AliasChange, NewAlias } from "#lib/models/administration.ts";
import { modelCapabilitiesSchema } from "#lib/models/capabilities.ts";
import { defaultAlias, embeddingsAlias } from "#lib/models/default-alias.ts";
import type { AliasView } from "#lib/models/schema.ts";
import { asActor, recordModelEvent } from "#lib/models/server/audit-events.ts";
import {
  type AliasRow,
  aliasById,
  countBoundTools,
  deleteAlias,
  insertAlias,
  modelsByIds,
  replaceAliasEntries,
  updateAlias,
} from "#lib/models/server/repository.ts";
import { toAliasView } from "#lib/models/server/to-dto.ts";

const factsOf = (row: AliasRow) => ({
  description: row.description,
  models: row.entries.map(({ model }) => `${model.provider.slug}/${model.name}`),
  ...(row.mode === "weighted" ? { weights: row.entries.map(({ weight }) => weight) } : {}),
});

async function existing(id: string): Promise<AliasRow> {
  const row = await aliasById(id);
  if (!row) throw notFound("The alias");
  return row;
}

/** Vectors and answers are different work: no model may stand where it cannot do what is asked of the alias. */
function requireFit(alias: string, models: Awaited<ReturnType<typeof modelsByIds>>): void {
  const isFit = models.every(({ capabilities, provider }) => {
    const can = modelCapabilitiesSchema.parse(capabilities);
    return alias === embeddingsAlias ? can.embeddings : provider.type === "embedded" || can.generates;
  });
  if (isFit) return;
  throw invalidInput(
    "models",
    alias === embeddingsAlias
      ? "Only models that make vectors stand under this alias."
      : "One of the models does not write answers. Models that make vectors stand under the alias embeddings.",
  );
}

async function fill(aliasId: string, name: string, models: NewAlias["models"]): Promise<void> {
  const known = await modelsByIds(models.map(({ id }) => id));
  if (known.length !== models.length) {
    throw invalidInput("models", "One of the models does not exist any more. Choose again.");
  }
  requireFit(name, known);
  await replaceAliasEntries(
    aliasId,
    models.map(({ id, weight }) => ({ id: newId(), modelId: id, weight })),
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
      await insertAlias(id, input.name, input.description, input.mode);
      await fill(id, input.name, input.models);
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
    if (row.name === defaultAlias && input.models.length === 0) {
      throw invalidInput(
        "models",
        "The default needs at least one model, because chat uses it when nobody chooses.",
      );
    }
    await updateAlias(id, { description: input.description, mode: input.mode });
    await fill(id, row.name, input.models);
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
    if (row.name === defaultAlias || row.name === embeddingsAlias)
      throw new AppError("conflict", `The alias ${row.name} stays, because the portal itself uses it.`);
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
