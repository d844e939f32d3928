import type { RoutingDecision } from "#lib/routing/schema.ts";
import type { AssistantPart, RunEventPayload, RunStatus } from "#lib/runs/schema.ts";

/** What the log adds up to: the message's parts and the state of the run. */
export type RunState = {
  readonly parts: readonly AssistantPart[];
  readonly status: RunStatus;
  readonly waitingFor: string | null;
  readonly error: { readonly message: string; readonly mend: string | null } | null;
  readonly decision: RoutingDecision | null;
  readonly sequence: number;
};

export const emptyRun: RunState = {
  parts: [],
  status: "running",
  waitingFor: null,
  error: null,
  decision: null,
  sequence: 0,
};

/** Applies one event; events already applied are passed over, so a log may be read twice. */
export function foldEvent(state: RunState, sequence: number, event: RunEventPayload): RunState {
  if (sequence <= state.sequence) return state;
  switch (event.kind) {
    case "status":
      return { ...state, sequence, status: event.status, waitingFor: event.waitingFor, error: event.error };
    case "decision":
      return { ...state, sequence, decision: event.decision };
    case "part": {
      const parts = [...state.parts];
      parts[event.at] = event.part;
      return { ...state, sequence, parts };
    }
    case "text": {
      const parts = [...state.parts];
      const before = parts[event.at];
      parts[event.at] = {
        type: "markdown",
        text: (before?.type === "markdown" ? before.text : "") + event.delta,
      };
      return { ...state, sequence, parts };
    }
  }
}
