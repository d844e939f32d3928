import "server-only";
import { requireUsableTool } from "#lib/catalog/server/require-usable-tool.ts";
import { isAppError } from "#lib/errors.ts";
import { mentionsIn } from "#lib/routing/mentions.ts";
import { resolveModel } from "#lib/routing/server/resolve-model.ts";
import { routeDraft } from "#lib/routing/server/route-draft.ts";
import { routeRequest } from "#lib/routing/server/route-request.ts";
import type { RunContext } from "#lib/runs/server/run-context.ts";

/** Chooses tools and model for a run, and writes the choice with its reasons to the log. */
export async function routeRun(context: RunContext): Promise<RunContext> {
  const { text, dataClass, toolId, modelAlias } = context.state.input;
  const { draftOf } = context.place;
  const [{ decision, candidates }, choice] = await Promise.all([
    draftOf
      ? routeDraft(context.viewer, draftOf, text)
      : routeRequest(context.viewer, { text, dataClass, mentions: mentionsIn(text), toolId }),
    resolveModel(context.viewer, { alias: modelAlias, dataClass }),
  ]);
  const model = choice.ok
    ? {
        name: choice.model.displayName,
        provider: choice.model.provider,
        alias: choice.model.alias,
        reason: choice.model.reason,
      }
    : null;
  const withModel = { ...decision, model };
  context.log.append({ kind: "decision", decision: withModel });
  for (const refused of decision.excluded.filter(({ isMentioned }) => isMentioned))
    await noteRefusal(context, refused.toolSlug);
  return { ...context, candidates, state: { ...context.state, decision: withModel } };
}

/** Naming a tool that one may not use is an attempt, and stands in the trail like any other. */
async function noteRefusal(context: RunContext, slug: string): Promise<void> {
  try {
    await requireUsableTool(context.viewer, slug, context.place);
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
}
