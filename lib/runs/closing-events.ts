import type { AssistantPart, RunEventPayload } from "#lib/runs/schema.ts";
import type { ToolError } from "#lib/tools/outcome.ts";

const unanswered: ToolError = {
  code: "stopped",
  message: "It was not run: the answer ended before you decided.",
  mend: "Ask again when you want it.",
};
const lost: ToolError = {
  code: "internal",
  message: "The answer was interrupted while this ran. Whether it took effect is not known.",
  mend: "Look into the tool before you run it again.",
};

function closed(part: AssistantPart): AssistantPart | undefined {
  if (part.type === "form" && part.state === "open") return { ...part, state: "dismissed" };
  if (part.type !== "call") return undefined;
  const { inputSchema: _inputSchema, ...call } = part;
  if (part.status === "waiting-approval") return { ...call, status: "stopped", error: unanswered };
  if (part.status === "running") return { ...call, status: "failed", error: lost };
  return undefined;
}

/** What to write to the log so that nothing in an answer that ends now still waits or runs. */
export function closingEvents(parts: readonly AssistantPart[]): RunEventPayload[] {
  return parts.flatMap((part, at) => {
    const ended = closed(part);
    return ended ? [{ kind: "part" as const, at, part: ended }] : [];
  });
}
