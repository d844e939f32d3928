import type { ToolKind } from "#lib/catalog/schema.ts";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";

const readOnly = { readOnly: true, destructive: false, idempotent: true, openWorld: false };

/** What a model may use in one run of a loop unless its owner decides otherwise. */
export const usualLimits = { depth: 2, steps: 8, seconds: 120, tokens: 60_000 };

function form(name: string, title: string, description: string) {
  return {
    type: "object",
    properties: { [name]: { type: "string", title, description } },
    required: [name],
    additionalProperties: false,
  };
}

/** What the single operation of a new tool begins with; null for kinds whose operations come from elsewhere. */
export function starterOperation(kind: ToolKind, title: string): DraftOperation | null {
  const same = { title, description: "", exampleRequests: [] };
  if (kind === "prompt")
    return {
      ...same,
      name: "write",
      inputSchema: form("request", "Request", "What it is about."),
      annotations: { ...readOnly, idempotent: false },
      binding: { kind: "prompt", instructions: "", modelAlias: "default" },
    };
  if (kind === "knowledge")
    return {
      ...same,
      name: "ask",
      inputSchema: form("question", "Question", "What to look up, in a whole sentence."),
      annotations: readOnly,
      binding: { kind: "knowledge", sourceIds: [], maxPassages: 5 },
    };
  if (kind === "agent")
    return {
      ...same,
      name: "run",
      inputSchema: form("request", "Request", "What it is about."),
      annotations: { ...readOnly, openWorld: true },
      binding: { kind: "agent", steps: [] },
    };
  return null;
}

/** A model's loop in the place of a fixed sequence, or the other way round; form and texts stay. */
export function bindingOf(way: "agent" | "agent-loop"): DraftOperation["binding"] {
  return way === "agent"
    ? { kind: "agent", steps: [] }
    : { kind: "agent-loop", instructions: "", modelAlias: "default", tools: [], limits: usualLimits };
}
