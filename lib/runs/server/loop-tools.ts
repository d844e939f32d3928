import "server-only";
import type { AgentLoopBinding } from "#lib/catalog/operation.ts";
import { unsafeCurrentOperation } from "#lib/catalog/server/callable-operation.ts";
import { isAppError } from "#lib/errors.ts";
import { decide } from "#lib/policy/server/require-allowed.ts";
import { modelInputSchema, modelToolNames } from "#lib/runs/model-tools.ts";
import type { ExecutionContext } from "#lib/runs/server/execution-context.ts";
import type { OfferedTool } from "#lib/runs/server/model-attempt.ts";

/** An operation that the loop may ask for, under the name by which the model calls it. */
export type LoopTool = { readonly tool: string; readonly operation: string; readonly offered: OfferedTool };

/**
 * The operations of a loop that this person may find, by the model's names for them. Whether they may be called is
 * decided at each call, so that the model hears why not.
 */
export async function loopTools(
  { viewer, place }: ExecutionContext,
  binding: AgentLoopBinding,
): Promise<ReadonlyMap<string, LoopTool>> {
  const unique = new Map(binding.tools.map((one) => [`${one.tool}/${one.operation}`, one]));
  const names = modelToolNames(
    [...unique.values()].map(({ tool, operation }) => ({ toolSlug: tool, operationName: operation })),
  );
  const tools = new Map<string, LoopTool>();
  for (const [name, { toolSlug, operationName }] of names) {
    try {
      const { facts, definition } = await unsafeCurrentOperation(
        { slug: toolSlug },
        operationName,
        place.draftOf,
      );
      if (!definition || !(await decide(viewer, "discover", facts)).allowed) continue;
      const words = `${facts.name}: ${definition.title}. ${definition.description}`;
      const note = definition.annotations.readOnly
        ? ""
        : " It changes something: it is only prepared, and the person decides whether it runs.";
      const description = words.slice(0, 1000 - note.length) + note;
      const inputSchema = modelInputSchema(definition.inputSchema);
      tools.set(name, {
        tool: toolSlug,
        operation: operationName,
        offered: { name, description, inputSchema },
      });
    } catch (error) {
      // A tool that was retired since, or an operation that cannot be read: the others still help.
      if (!isAppError(error)) throw error;
    }
  }
  return tools;
}
