import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { operationBindingSchema } from "#lib/catalog/operation.ts";
import { toolWordsSchema } from "#lib/catalog/schema.ts";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { toolSettingsSchema } from "#lib/catalog/tool-settings.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, invalidInput } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { sourceSlugs } from "#lib/knowledge/server/source-slugs.ts";
import type { LifecycleResult, RollBackInput } from "#lib/publishing/lifecycle.ts";
import { modelFacts } from "#lib/publishing/model-facts.ts";
import { changeTool, versionToServe } from "#lib/publishing/server/lifecycle-repository.ts";
import { requireDraftTool } from "#lib/publishing/server/tool-draft.ts";
import { rateSoon } from "#lib/trust/server/rate-soon.ts";

/**
 * Lets an earlier version serve again, from the next call on. It was approved when it was published, so nobody has to
 * agree; the version that is left stays in the list. Who may use the tool does not change by it.
 */
export async function rollBack(viewer: Viewer, slug: string, input: RollBackInput): Promise<LifecycleResult> {
  const tool = await requireDraftTool(viewer, slug);
  const { published } = tool;
  if (!published) throw new AppError("conflict", `${tool.name} has no published version yet.`);
  if (published.version === input.version)
    throw invalidInput("version", `Version ${input.version} serves already.`);
  const target = await versionToServe(tool.id, input.version);
  if (!target) throw invalidInput("version", `There is no version ${input.version}.`);
  const words = toolWordsSchema.safeParse(target.words);
  if (!words.success)
    throw new AppError(
      "conflict",
      `The words of version ${input.version} cannot be read, so it cannot serve.`,
    );
  const kept = toolSettingsSchema.safeParse(target.settings).data;
  const bindings = target.operations.map(({ binding }) => operationBindingSchema.parse(binding));
  const sourceIds = bindings.flatMap((one) => (one.kind === "knowledge" ? one.sourceIds : []));
  const sources = await sourceSlugs(sourceIds);
  if (sourceIds.some((id) => !sources.has(id)))
    throw new AppError(
      "conflict",
      `Version ${input.version} answers from a knowledge source that no longer exists.`,
    );
  const { needsModel, modelAlias } = modelFacts(bindings);
  const at = now();
  await transaction(async () => {
    const isChanged = await changeTool(
      { id: tool.id, lifecycle: ["published", "deprecated"], currentVersionId: published.versionId },
      {
        currentVersionId: target.id,
        name: words.data.name,
        needsModel,
        ...(kept
          ? {
              riskTier: kept.riskTier,
              dataClass: kept.dataClass,
              sloSuccess: kept.sloSuccess,
              sloP95Ms: kept.sloP95Ms,
              linkUrl: kept.linkUrl,
            }
          : {}),
        ...(modelAlias ? { modelAlias } : {}),
        updatedAt: at,
      },
    );
    if (!isChanged) {
      throw new AppError("conflict", "Another version came to serve in the meantime. Nothing was done.", {
        mend: "Load the page again.",
      });
    }
    await recordEvent({
      type: "tool.rolled-back",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: tool.id, name: words.data.name },
      domainId: tool.domainId,
      reason: input.note,
      changes: { before: { version: published.version }, after: { version: target.version } },
      details: { version: target.version },
    });
    await rateSoon(tool.id, "published");
    await catalogChanged();
  });
  return { slug, lifecycle: tool.lifecycle, version: target.version, told: 0 };
}
