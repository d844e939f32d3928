import "server-only";
import type { ExecutionContext } from "#lib/runs/server/execution-context.ts";
import type { StoredCall } from "#lib/tools/call.ts";
import { type FailedCall, failedCall } from "#lib/tools/explain-error.ts";

/** Longest chain of agents that call agents. */
export const deepest = 4;

/**
 * The context of what an agent calls, one level deeper. `depth` is the longest chain that the agent allows from itself
 * on; an agent above it may allow less. Refused when the agent already stands above, or the chain would be too long.
 */
export function enterAgent(
  context: ExecutionContext,
  call: StoredCall,
  depth: number = deepest,
): { readonly inside: ExecutionContext } | { readonly refused: FailedCall } {
  const { tool, name } = call.operation;
  const { above = [], deepest: most = deepest } = context;
  const key = `${tool.id}/${name}`;
  const level = above.length + 1;
  const refused = (message: string) => ({
    refused: failedCall("refused", message, "Tell the owner of the tool."),
  });
  const before = above.findIndex((agent) => agent.key === key);
  if (before >= 0) {
    const way = [...above.slice(before).map((agent) => agent.name), tool.name].join(" → ");
    return refused(`This agent calls itself through others: ${way}.`);
  }
  if (level > most) {
    const link = level === 2 ? "second" : level === 3 ? "third" : `${level}th`;
    return refused(
      `${tool.name} would be the ${link} agent in a chain, and the limit here is ${most} ${most === 1 ? "agent" : "agents"}.`,
    );
  }
  return {
    inside: {
      ...context,
      deepest: Math.min(most, level + depth - 1),
      above: [...above, { key, name: tool.name }],
    },
  };
}
