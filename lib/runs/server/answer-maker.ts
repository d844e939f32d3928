import "server-only";
import type { WritingModel } from "#lib/routing/server/resolve-model.ts";
import { hasShown } from "#lib/runs/answer-text.ts";
import type { MadeBy } from "#lib/runs/schema.ts";
import type { RunContext } from "#lib/runs/server/run-context.ts";
import type { NotAnswered } from "#lib/runs/server/stream-model.ts";

/** Says how the answer is made: once, at its head, whoever takes over later. */
export function showMaker({ log }: RunContext, maker: MadeBy): void {
  const at = log.parts.findIndex((part) => part.type === "made-by");
  if (at === -1) log.addPart(maker);
  else log.replacePart(at, maker);
}

export function shownMaker({ log }: RunContext): MadeBy | null {
  const part = log.parts.find((candidate) => candidate.type === "made-by");
  return part?.type === "made-by" ? part : null;
}

function merged(before: MadeBy["notAnswered"], more: MadeBy["notAnswered"]): MadeBy["notAnswered"] {
  return [...new Map([...before, ...more].map((one) => [one.name, one])).values()];
}

/** The thread and the recorded decision name the model that is asked now, and those that did not answer before it. */
export function showModel(
  context: RunContext,
  model: WritingModel,
  notAnswered: readonly NotAnswered[],
): void {
  const before = shownMaker(context);
  const failed = notAnswered.map(({ model: { displayName }, failure }) => ({
    name: displayName,
    reason: failure.message,
  }));
  const isAnother = before !== null && before.how === "model" && before.name !== model.displayName;
  if (before?.how === "model" && !isAnother && failed.length === 0) return;
  const began =
    isAnother && hasShown(context.log.parts) ? [...before.begunBy, before.name] : (before?.begunBy ?? []);
  showMaker(context, {
    type: "made-by",
    how: "model",
    name: model.displayName,
    notAnswered: merged(before?.notAnswered ?? [], failed),
    begunBy: [...new Set(began)],
  });
  const decision = context.log.decision ?? context.state.decision;
  if (!decision || (failed.length === 0 && decision.model?.name === model.displayName)) return;
  const { displayName: name, provider, alias, reason } = model;
  const tried = merged(decision.model?.tried ?? [], failed);
  context.log.append({
    kind: "decision",
    decision: { ...decision, model: { name, provider, alias, reason, tried } },
  });
}
