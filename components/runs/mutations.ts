import { z } from "zod";
import { api } from "#lib/http/api-client.ts";

export async function stopRun(runId: string): Promise<void> {
  await api(`/api/runs/${runId}/stop`, { method: "POST", response: z.object({ stopped: z.boolean() }) });
}

export async function continueRun(runId: string): Promise<void> {
  await api(`/api/runs/${runId}/continue`, {
    method: "POST",
    response: z.object({ continued: z.literal(true) }),
  });
}

export type ApprovalAnswer = { answer: "run"; arguments?: Record<string, unknown> } | { answer: "decline" };

export async function answerCall(callId: string, answer: ApprovalAnswer): Promise<void> {
  await api(`/api/calls/${callId}/answer`, {
    method: "POST",
    body: answer,
    response: z.object({ runId: z.uuid() }),
  });
}

export type FormAnswer = { kind: "send"; arguments: Record<string, unknown> } | { kind: "dismiss" };

export async function answerForm(runId: string, formId: string, answer: FormAnswer): Promise<void> {
  await api(`/api/runs/${runId}/forms/${formId}`, {
    method: "POST",
    body: answer,
    response: z.object({ accepted: z.boolean() }),
  });
}
