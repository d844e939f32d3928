import "server-only";
import type { DataClass } from "#lib/data-class.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { RunLog } from "#lib/runs/server/run-log.ts";
import { runPromptOperation } from "#lib/runs/server/run-prompt-operation.ts";
import { runSequenceOperation } from "#lib/runs/server/run-sequence-operation.ts";
import type { CallPlace, StoredCall } from "#lib/tools/call.ts";
import { executeDirect } from "#lib/tools/server/execute-direct.ts";
import type { Execute } from "#lib/tools/server/perform-call.ts";

/** Where an operation is carried out: in a thread, whose log shows its steps, or by form, without one. */
export type ExecutionContext = {
  readonly viewer: Viewer;
  readonly place: CallPlace;
  readonly log: RunLog | null;
  readonly dataClass?: DataClass;
  /** How many agents stand above this call. */
  readonly depth?: number;
};

/** How to carry out a call, by the kind of its operation. */
export function executeOperation(context: ExecutionContext, call: StoredCall): Execute {
  switch (call.operation.binding.kind) {
    case "prompt":
      return (stored, signal) => runPromptOperation(context, stored, signal);
    case "agent":
      return (stored, signal) => runSequenceOperation(context, stored, signal);
    default:
      return executeDirect;
  }
}
