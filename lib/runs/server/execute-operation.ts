import "server-only";
import type { ExecutionContext } from "#lib/runs/server/execution-context.ts";
import { runAgentLoop } from "#lib/runs/server/run-agent-loop.ts";
import { runPromptOperation } from "#lib/runs/server/run-prompt-operation.ts";
import { runSequenceOperation } from "#lib/runs/server/run-sequence-operation.ts";
import type { StoredCall } from "#lib/tools/call.ts";
import { executeDirect } from "#lib/tools/server/execute-direct.ts";
import type { Execute } from "#lib/tools/server/perform-call.ts";

/** How to carry out a call, by the kind of its operation. */
export function executeOperation(context: ExecutionContext, call: StoredCall): Execute {
  switch (call.operation.binding.kind) {
    case "prompt":
      return (stored, signal) => runPromptOperation(context, stored, signal);
    case "agent":
      return (stored, signal) => runSequenceOperation(context, stored, signal, executeOperation);
    case "agent-loop":
      return (stored, signal) => runAgentLoop(context, stored, signal, executeOperation);
    default:
      return (stored, signal) => executeDirect(context.viewer, stored, signal);
  }
}
