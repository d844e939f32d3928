import "server-only";
import type { DataClass } from "#lib/data-class.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { RunLog } from "#lib/runs/server/run-log.ts";
import type { CallPlace, StoredCall } from "#lib/tools/call.ts";
import type { Execute } from "#lib/tools/server/perform-call.ts";

/** Where an operation is carried out: in a thread, whose log shows its steps, or by form, without one. */
export type ExecutionContext = {
  readonly viewer: Viewer;
  readonly place: CallPlace;
  readonly log: RunLog | null;
  readonly dataClass?: DataClass;
  /** The agents above this call, the outermost first; `key` is `tool id/operation`. */
  readonly above?: readonly { readonly key: string; readonly name: string }[];
  /** Longest chain of agents here; `enterAgent` says what holds without it. */
  readonly deepest?: number;
};

/** Finds the way to carry out a call; a sequence is handed it for its own steps. */
export type ExecuteOperation = (context: ExecutionContext, call: StoredCall) => Execute;
