import { hashJson } from "#lib/canonical-hash.ts";
import type { ToolError } from "#lib/tools/outcome.ts";
import type { SeededOrganisation, SeededPerson } from "../organisation.ts";
import { seedId } from "../seed-id.ts";
import { type SeededTool, versionAt } from "../tools.ts";
import { actorOf, type SampleHistory } from "./sample-history.ts";

export type SampleCall = {
  readonly tool: SeededTool;
  readonly operation: string;
  readonly readOnly: boolean;
  readonly person: SeededPerson;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly channel: "chat" | "form";
  readonly error: Pick<ToolError, "code" | "message"> | null;
  readonly resultBytes: number;
  /** Where it ran in chat; steps of an agent share it with their agent. */
  readonly place: { readonly conversationId: string; readonly runId: string } | null;
  readonly request: string;
};

/** Ids of a conversation and a run that begin at a moment. Such conversations were temporary: only the trail has them. */
export function temporaryChat(name: string, at: Date): { conversationId: string; runId: string } {
  return { conversationId: seedId(`temporary ${name}`, at), runId: seedId(`run ${name}`, at) };
}

/** Writes down a call as the product does: its intent, its outcome and its line in the ledger. */
export function addCall(history: SampleHistory, call: SampleCall, organisation: SeededOrganisation): void {
  const { tool, operation, person, startedAt, channel, error } = call;
  const version = versionAt(tool, startedAt);
  const finishedAt = new Date(startedAt.getTime() + Math.max(1, Math.round(call.durationMs)));
  const callId = seedId(`call ${tool.slug} ${operation} ${person.id} ${startedAt.getTime()}`, startedAt);
  const status =
    error === null
      ? "succeeded"
      : error.code === "tool-timeout"
        ? "timed-out"
        : error.code === "refused"
          ? "refused"
          : "failed";
  const about = {
    actor: actorOf(person),
    target: { kind: "tool", id: tool.toolId, name: tool.words.name },
    domainId: organisation.domainId(tool.domain),
    callId,
    ...call.place,
  };
  const from = { from: person, request: call.request };
  if (!call.readOnly && call.place !== null && error?.code !== "refused") {
    addApproval(history, call, callId, organisation);
  }
  history.events.push({
    ...from,
    at: startedAt,
    input: {
      type: "tool.call-started",
      ...about,
      outcome: "intended",
      details: {
        operation,
        version: version.version,
        channel,
        argumentsHash: argumentsHash(call),
        dataClass: tool.dataClass,
        readOnly: call.readOnly,
      },
    },
  });
  history.events.push({
    ...from,
    at: finishedAt,
    input: {
      type: "tool.called",
      ...about,
      outcome: status === "succeeded" ? "succeeded" : status === "refused" ? "refused" : "failed",
      ...(error ? { reason: error.message } : {}),
      details: {
        operation,
        version: version.version,
        channel,
        status,
        durationMs: Math.round(call.durationMs),
        attempts: call.durationMs === 0 ? 0 : 1,
        resultBytes: call.resultBytes,
        ...(error ? { errorCode: error.code } : {}),
      },
    },
  });
  history.usage.push({
    at: finishedAt,
    request: call.request,
    kind: "tool",
    channel,
    personId: person.personId,
    teamId: organisation.teamId(person.team),
    domainId: about.domainId,
    toolId: tool.toolId,
    versionId: version.versionId,
    operationName: operation,
    outcome: status,
    errorCode: error?.code ?? null,
    errorMessage: error?.message ?? null,
    durationMs: call.durationMs,
    conversationId: call.place?.conversationId ?? null,
    runId: call.place?.runId ?? null,
    callId,
  });
}

function argumentsHash(call: SampleCall): string {
  return hashJson([call.tool.slug, call.operation, call.person.id, call.startedAt.getTime()]);
}

// In chat, what changes something was asked for first.
function addApproval(
  history: SampleHistory,
  call: SampleCall,
  callId: string,
  organisation: SeededOrganisation,
): void {
  const about = {
    actor: actorOf(call.person),
    target: { kind: "tool", id: call.tool.toolId, name: call.tool.words.name },
    domainId: organisation.domainId(call.tool.domain),
    callId,
    ...call.place,
  };
  const schemaHash = hashJson([call.tool.slug, call.operation, versionAt(call.tool, call.startedAt).version]);
  const details = { operation: call.operation, argumentsHash: argumentsHash(call), schemaHash };
  history.events.push(
    {
      at: new Date(call.startedAt.getTime() - 21_000),
      from: call.person,
      request: `${call.request} asked`,
      input: { type: "approval.requested", ...about, details },
    },
    {
      at: new Date(call.startedAt.getTime() - 1),
      from: call.person,
      request: call.request,
      input: { type: "approval.granted", ...about, details: { ...details, isEdited: false } },
    },
  );
}
