import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import type { RoutedCandidate } from "#lib/routing/server/rank-operations.ts";
import type { RunLog } from "#lib/runs/server/run-log.ts";
import type { TurnState } from "#lib/runs/turn.ts";
import type { CallPlace } from "#lib/tools/call.ts";

/** What a driver works with while a run is carried out. */
export type RunContext = {
  readonly runId: string;
  readonly conversationId: string;
  readonly viewer: Viewer;
  readonly log: RunLog;
  readonly signal: AbortSignal;
  readonly place: CallPlace;
  /** What routing found; empty when a run goes on after it waited. */
  readonly candidates: readonly RoutedCandidate[];
  readonly state: TurnState;
};

/** How a driver left off: done, or waiting for the person with what it needs to go on. */
export type DriverEnd =
  | { readonly end: "completed"; readonly modelName: string; readonly state?: TurnState }
  | {
      readonly end: "waiting-approval" | "waiting-input";
      readonly modelName: string;
      readonly state: TurnState;
    };

/** Says what the person is waiting for; the thread shows it after a while of silence. */
export function waitFor(context: RunContext, what: string): void {
  context.log.append({ kind: "status", status: "running", waitingFor: what, error: null });
}
