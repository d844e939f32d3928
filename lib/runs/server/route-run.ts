import "server-only";
import { requireUsableTool } from "#lib/catalog/server/require-usable-tool.ts";
import { isAppError } from "#lib/errors.ts";
import { mentionsIn } from "#lib/routing/mentions.ts";
import { estimateTokens } from "#lib/routing/order-models.ts";
import { type ModelChoice, type ModelRequirement, resolveModel } from "#lib/routing/server/resolve-model.ts";
import { routeDraft } from "#lib/routing/server/route-draft.ts";
import { routeRequest } from "#lib/routing/server/route-request.ts";
import type { RunContext } from "#lib/runs/server/run-context.ts";
import type { TurnInput } from "#lib/runs/turn.ts";

/** What a chat asks of its model: tools are welcome where operations are offered, and the history has to fit. */
export function chatRequirement(
  { modelAlias: alias, dataClass, history, text }: TurnInput,
  hasOperations: boolean,
): ModelRequirement {
  const letters = history.reduce((sum, turn) => sum + turn.text.length, text.length);
  return { alias, dataClass, tools: hasOperations ? "wanted" : "none", tokens: estimateTokens(letters) };
}

/** Chooses tools and model for a run, and writes the choice with its reasons to the log. */
export async function routeRun(
  context: RunContext,
): Promise<{ readonly context: RunContext; readonly choice: ModelChoice }> {
  const { text, dataClass, toolId } = context.state.input;
  const { draftOf } = context.place;
  const { decision, candidates } = draftOf
    ? await routeDraft(context.viewer, draftOf, text)
    : await routeRequest(context.viewer, { text, dataClass, mentions: mentionsIn(text), toolId });
  const choice = await resolveModel(
    context.viewer,
    chatRequirement(context.state.input, decision.candidates.length > 0),
  );
  const model = choice.ok
    ? {
        name: choice.model.displayName,
        provider: choice.model.provider,
        alias: choice.model.alias,
        reason: choice.model.reason,
        tried: [...choice.ill],
      }
    : null;
  const withModel = { ...decision, model };
  context.log.append({ kind: "decision", decision: withModel });
  for (const refused of decision.excluded.filter(({ isMentioned }) => isMentioned))
    await noteRefusal(context, refused.toolSlug);
  return { context: { ...context, candidates, state: { ...context.state, decision: withModel } }, choice };
}

/** Naming a tool that one may not use is an attempt, and stands in the trail like any other. */
async function noteRefusal(context: RunContext, slug: string): Promise<void> {
  try {
    await requireUsableTool(context.viewer, slug, context.place);
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
}
